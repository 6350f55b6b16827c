// A page that is open changes by itself: where it hears that something is new it is asked for again, and its parts are put in
// the place of the old ones. One stream while the page is seen, none while it is hidden; what was missed is told first when it
// comes back. Without this a page is asked for again by its link.
import { paint, rest, watchHands } from "./open-parts.js";

const mark = document.querySelector("[data-stream]");
const news = document.querySelector("[data-news]");
const { stream: address, page, ask, away, out, signIn } = mark.dataset;
const [FIRST_WAIT_MS, LONGEST_WAIT_MS, ANSWER_MS, LOOK_MS] = [2_000, 60_000, 10_000, 60_000];
const [FIRST_LOOK_MS, LONGEST_LOOK_MS] = [5_000, 120_000];
// The server says something every ten seconds: where it does not, the line is dead, though nobody was told.
const [QUIET_MS, TICK_MS, MINUTE_MS] = [35_000, 5_000, 60_000];

let [stream, retry, ticking, wait] = [undefined, undefined, undefined, FIRST_WAIT_MS];
let [isReading, isStale, isOver] = [false, false, false];
let [heardAt, openedAt, readAt, ahead] = [Date.now(), 0, Date.now(), 0];
let [lookWait, failedAt, wokeAt] = [FIRST_LOOK_MS, 0, 0];

// Phones' clocks are wrong; the difference to the server's is what counts.
function setClock(within) {
  const now = within.querySelector("[data-until]")?.dataset.now;
  if (now) ahead = now - Date.now() / 1000;
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
      there.searchParams.set("lang", document.documentElement.lang);
      const answer = await fetch(there, { signal: AbortSignal.timeout?.(ANSWER_MS) });
      if (answer.redirected || answer.status === 404) return leave();
      if (!answer.ok) throw answer;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const told = fresh.querySelector("[data-stream]")?.dataset.told;
      if (told === undefined && out) throw answer;
      if (told === undefined) return leave();
      setClock(fresh);
      await rest();
      if (isOver) return;
      lookWait = FIRST_LOOK_MS;
      const title = document.querySelector("h1")?.textContent;
      [mark.dataset.told, readAt] = [told, Date.now()];
      const hasChanged = paint(fresh);
      tick();
      if (hasChanged && isNews) tellNews(title);
    }
  } catch {
    // A beat asks again, ever less often.
    [isStale, failedAt, lookWait] = [true, Date.now(), Math.min(LONGEST_LOOK_MS, lookWait * 2)];
  } finally {
    isReading = false;
  }
}

// It is theirs no more: staff are told, and sign in again; a family's page is asked for anew, whatever it is now.
function leave() {
  stop();
  if (document.documentElement.hidden) return;
  if (!out) return location.reload();
  mark.textContent = out;
  mark.append(Object.assign(document.createElement("a"), { href: "/staff", textContent: signIn }));
}

function stop() {
  sleep();
  isOver = true;
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
    const isDue = isStale ? Date.now() - failedAt >= lookWait : out && Date.now() - readAt >= LOOK_MS;
    if (isDue) void look(isStale);
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
  for (const line of document.querySelectorAll("[data-until]")) {
    const { until, left } = line.dataset;
    const minutes = Math.max(0, Math.floor((until - Date.now() / 1000 - ahead) / 60));
    line.textContent = left.replace("#", minutes);
  }
  if (isOver) return;
  const minutes = Math.floor((Date.now() - heardAt) / MINUTE_MS);
  // Where it was hidden it has only just begun to listen again.
  const isLate = minutes > 0 && Date.now() - wokeAt >= TICK_MS;
  const words = isLate ? away.replace("#", minutes) : "";
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
  wokeAt = Date.now();
  ticking = setInterval(lookForLife, TICK_MS);
  open();
  tick();
}

function sleep() {
  stream?.close();
  stream = undefined;
  clearTimeout(retry);
  clearInterval(ticking);
}

if (window.EventSource) {
  setClock(document);
  watchHands();
  // Whoever leaves fast is led away by another script; this page comes back for nothing.
  document.addEventListener("click", ({ target }) => target.closest?.("[data-exit]") && stop(), {
    capture: true,
  });
  document.addEventListener("visibilitychange", () => (document.hidden ? sleep() : wake()));
  addEventListener("pagehide", sleep);
  addEventListener("pageshow", wake);
  addEventListener("online", () => {
    if (stream?.readyState !== EventSource.CLOSED) return;
    sleep();
    wake();
  });
}
