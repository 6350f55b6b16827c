// Counts and openings change on an open page by themselves, and ages grow. Without this the page says how old it is.
// One stream while the page is seen; none while it is hidden; what was missed is told first when it comes back.

const note = document.querySelector("[data-live]");
const { live, now, aging, callFirst, unknown, changed, away } = note.dataset;
const announcer = document.querySelector(".unseen[role=status]");
// As app/domain/freshness.ts has them, in minutes.
const [AGING, CALL_FIRST, UNKNOWN] = [60, 240, 1440];
const MINUTE_MS = 60_000;
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [2_000, 60_000];

// Phones' clocks are wrong; the difference to the server's is what counts.
let ahead = now * 1000 - Date.now();
let heard, stream, retry, ticking;
let wait = FIRST_WAIT_MS;
let [hasChanged, isSilent] = [false, false];
const openings = {};

function put(element, text) {
  if (element.textContent === text) return false;
  element.textContent = text;
  return true;
}

// True when what is free has changed.
function paint(line) {
  const { at, then = at, free, said } = line.dataset;
  const age = Math.max(0, Math.floor(((Date.now() + ahead) / 1000 - at) / 60));
  const later = Math.max(age, Math.floor((then - at) / 60));
  const isPromise = at && free && later < CALL_FIRST && age < UNKNOWN;
  const rest = isPromise
    ? `, ${said}${age < AGING ? "" : ` ${aging}`}`
    : at && age < UNKNOWN
      ? callFirst
      : unknown;
  const [number, words] = line.children;
  const height = line.offsetHeight;
  const isNew = put(number, isPromise ? free : "");
  // Words of their own beside a new number, not the old ones pushed aside.
  if (isNew) words.replaceWith(words.cloneNode());
  put(
    line.lastElementChild,
    rest.replace("#", age < 120 ? `${age}\u00a0min` : `${Math.floor(age / 60)}\u00a0h`),
  );
  // A shorter sentence must not move what stands below.
  if (line.offsetHeight < height) line.style.minHeight = `${height}px`;
  return isNew;
}

function tick() {
  for (const line of document.querySelectorAll("[data-count]")) paint(line);
  const minutes = Math.floor((Date.now() - heard) / MINUTE_MS);
  put(note, minutes > 0 ? away.replace("#", minutes) : hasChanged ? changed : "");
  if (minutes > 0 && !isSilent) announcer.textContent = note.textContent;
  isSilent = minutes > 0;
}

function hear({ data }) {
  const { place, opening, pools } = JSON.parse(data);
  const news = [];
  for (const { pool, at = "", free = "", said = "" } of pools) {
    for (const line of document.querySelectorAll(`[data-count="${pool}"]`)) {
      const told = line.dataset;
      Object.assign(told, { at, said, free: free && free + (told.whom ?? "") });
      // The same said again only makes it younger.
      if (paint(line)) news.push(line);
    }
  }
  const lines = [...document.querySelectorAll(`[data-opening="${place}"]`)];
  for (const line of lines) if (put(line, opening)) news.push(line);
  if (openings[place] && openings[place] !== opening) hasChanged = true;
  openings[place] = opening;
  if (news.length > 0) {
    hasChanged = true;
    const name = news[0].closest("li, main").querySelector("h3 a, h1");
    announcer.textContent = `${name.textContent.trim()}: ${news.map((line) => line.textContent).join(" ")}`;
  }
  tick();
}

function open() {
  stream = new EventSource(live);
  stream.addEventListener("place", hear);
  stream.addEventListener("beat", ({ data }) => {
    heard = Date.now();
    ahead = data * 1000 - heard;
    wait = FIRST_WAIT_MS;
    tick();
  });
  // By ourselves: a browser gives up for good where it was refused, and asks too often where nobody answers.
  stream.addEventListener("error", () => {
    stream.close();
    retry = setTimeout(open, wait * (0.5 + Math.random()));
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
  });
}

function wake() {
  if (stream || document.hidden) return;
  heard = Date.now();
  tick();
  ticking = setInterval(tick, 5_000);
  open();
}

function sleep() {
  stream?.close();
  stream = undefined;
  clearTimeout(retry);
  clearInterval(ticking);
}

if (window.EventSource) {
  for (const line of document.querySelectorAll("[data-count]"))
    line.dataset.free = line.firstElementChild.textContent;
  document.addEventListener("visibilitychange", () => (document.hidden ? sleep() : wake()));
  addEventListener("pagehide", sleep);
  addEventListener("pageshow", wake);
}
