// A page that is open changes by itself: where it hears that something is new it is asked for again, and its parts are put in
// the place of the old ones. One stream while the page is seen, none while it is hidden; what was missed is told first when it
// comes back. Without this a page is asked for again by its link.
const mark = document.querySelector("[data-stream]");
const news = document.querySelector("[data-news]");
const { stream: address, page, ask, away, out, signIn } = mark.dataset;
const [FIRST_WAIT_MS, LONGEST_WAIT_MS, ANSWER_MS, LOOK_MS] = [2_000, 60_000, 10_000, 60_000];
// The server says something every ten seconds: where it does not, the line is dead, though nobody was told.
const [QUIET_MS, TICK_MS, MINUTE_MS] = [35_000, 5_000, 60_000];
// Nothing moves under a hand that is at work, and what moved just now was not what was meant.
const [REST_MS, MOST_RESTS, MEANT_MS, MEANT_PX] = [600, 10, 400, 8];

let [stream, retry, ticking, wait] = [undefined, undefined, undefined, FIRST_WAIT_MS];
let [isReading, isStale, isOver, stood] = [false, false, false, new Map()];
let [heardAt, openedAt, readAt, paintedAt, usedAt] = [Date.now(), 0, Date.now(), 0, 0];

const CONTROLS = "a[href], button, summary, input:not([type=hidden]), select, textarea";

// The same link or button on the page before and after.
function nameOf(control) {
  const [card, form] = [control.closest("[aria-labelledby]"), control.closest("form")];
  const of = [
    card?.getAttribute("aria-labelledby"),
    form?.getAttribute("action"),
    control.getAttribute("href"),
  ];
  return [...of, control.getAttribute("value"), control.textContent].join(" ");
}

const controlsIn = (part) => [...part.querySelectorAll(CONTROLS)];

// Each page has keys of its own.
function bare(part) {
  return part.innerHTML.replaceAll(/name="key" value="[^"]*"/g, "");
}

// What is being written stays, with all that is open around it; whoever is at a button is at the same button afterwards.
function swap(old, next) {
  const active = old.contains(document.activeElement) ? document.activeElement : undefined;
  if (active?.matches("input, select, textarea") && !active.closest("details[open]")) return false;
  const fresh = document.importNode(next, true);
  const folds = [...fresh.querySelectorAll("summary")];
  for (const summary of old.querySelectorAll("details[open] > summary"))
    folds
      .find((other) => nameOf(other) === nameOf(summary))
      ?.parentElement.replaceWith(summary.parentElement);
  old.replaceWith(fresh);
  if (active) {
    const same = fresh.contains(active)
      ? active
      : controlsIn(fresh).find((one) => nameOf(one) === nameOf(active));
    same?.focus({ preventScroll: true });
  }
  return true;
}

function paint(fresh) {
  let hasChanged = false;
  const before = new Map(controlsIn(document).map((one) => [nameOf(one), one.getBoundingClientRect().top]));
  for (const old of document.querySelectorAll("[data-part]")) {
    const next = fresh.querySelector(`[data-part="${old.dataset.part}"]`);
    if (next && bare(next) !== bare(old) && swap(old, next)) hasChanged = true;
  }
  if (hasChanged) [stood, paintedAt] = [before, Date.now()];
  return hasChanged;
}

function isMeant(control) {
  if (Date.now() - paintedAt > MEANT_MS) return true;
  const before = stood.get(nameOf(control));
  return before !== undefined && Math.abs(before - control.getBoundingClientRect().top) < MEANT_PX;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function rest() {
  for (let rests = 0; Date.now() - usedAt < REST_MS && rests < MOST_RESTS; rests += 1) await pause(REST_MS);
}

function tellNews(title) {
  const line = document.querySelector("h1")?.textContent ?? "";
  news.textContent = line === title ? mark.dataset.new : line;
}

async function look(isNews) {
  isStale = true;
  if (isReading) return;
  isReading = true;
  try {
    while (isStale) {
      isStale = false;
      const there = new URL(page, location.href);
      there.searchParams.set("live", "1");
      const answer = await fetch(there, { signal: AbortSignal.timeout?.(ANSWER_MS) });
      if (answer.redirected || answer.status === 404) return leave();
      if (!answer.ok) break;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const told = fresh.querySelector("[data-stream]")?.dataset.told;
      if (told === undefined) return leave();
      await rest();
      const title = document.querySelector("h1")?.textContent;
      [mark.dataset.told, readAt] = [told, Date.now()];
      if (paint(fresh) && isNews) tellNews(title);
    }
  } catch {
    // The next beat asks again.
  } finally {
    isReading = false;
  }
}

// It is theirs no more: staff are told, and sign in again; a family's page is asked for anew, whatever it is now.
function leave() {
  sleep();
  isOver = true;
  if (!out) return location.reload();
  mark.textContent = out;
  mark.append(Object.assign(document.createElement("a"), { href: "/staff", textContent: signIn }));
}

function heard() {
  heardAt = Date.now();
  wait = FIRST_WAIT_MS;
  tick();
}

function open() {
  openedAt = Date.now();
  stream = new EventSource(address);
  stream.addEventListener("news", ({ data }) => {
    heard();
    // What happened to one ask before this was open is in no line of the desk.
    if (ask || data !== mark.dataset.told) void look(true);
  });
  stream.addEventListener("touched", ({ data }) => data === ask && void look(true));
  stream.addEventListener("beat", () => {
    heard();
    // Where somebody is signed in, what waits grows older, and with it the order; a family's phone saves its data.
    if (out && Date.now() - readAt >= LOOK_MS) void look(false);
  });
  stream.addEventListener("signed-out", leave);
  // By ourselves: a browser gives up for good where it was refused, and asks too often where nobody answers.
  stream.addEventListener("error", () => {
    stream?.close();
    if (isOver) return;
    clearTimeout(retry);
    retry = setTimeout(open, wait * (0.5 + Math.random()));
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
  });
}

function tick() {
  if (isOver) return;
  const minutes = Math.floor((Date.now() - heardAt) / MINUTE_MS);
  const words = minutes > 0 ? away.replace("#", minutes) : "";
  if (mark.textContent !== words) mark.textContent = words;
}

function lookForLife() {
  tick();
  if (stream?.readyState === EventSource.CLOSED) return;
  const isDead = Date.now() - Math.max(heardAt, openedAt) >= QUIET_MS;
  if (!isDead) return;
  stream.close();
  open();
}

function wake() {
  if (stream || isOver || document.hidden) return;
  heardAt = Date.now();
  ticking = setInterval(lookForLife, TICK_MS);
  open();
}

function sleep() {
  stream?.close();
  stream = undefined;
  clearTimeout(retry);
  clearInterval(ticking);
}

if (window.EventSource) {
  for (const used of ["pointerdown", "keydown", "wheel", "touchmove"])
    addEventListener(used, () => (usedAt = Date.now()), { capture: true, passive: true });
  const unlessMoved = (event) => {
    const control = event.target.closest?.(CONTROLS);
    // From the keyboard it is what one is at, wherever it stands.
    if (control && event.detail > 0 && !isMeant(control)) event.preventDefault();
  };
  addEventListener("click", unlessMoved, { capture: true });
  document.addEventListener("visibilitychange", () => (document.hidden ? sleep() : wake()));
  addEventListener("pagehide", sleep);
  addEventListener("pageshow", wake);
  addEventListener("online", () => {
    if (stream?.readyState !== EventSource.CLOSED) return;
    sleep();
    wake();
  });
}
