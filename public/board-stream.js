// Other people's changes, which come to an open board by a stream: one while the board is seen; none while it is hidden; all
// is told anew when it comes back.
import { setClock } from "./board-clock.js";
import { hear, known, ready, root } from "./board-rows.js";

const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [2_000, 60_000];
// The server says something every ten seconds: where it does not, the line is dead, though nobody was told.
const [QUIET_MS, LOOK_MS] = [35_000, 5_000];

let [stream, retry, wait] = [undefined, undefined, FIRST_WAIT_MS];
let [heardAt, openedAt] = [Date.now(), Date.now()];

function heard() {
  heardAt = Date.now();
  wait = FIRST_WAIT_MS;
  const wasQuiet = known.isQuiet;
  known.isQuiet = false;
  if (wasQuiet) ready();
}

function open() {
  openedAt = Date.now();
  stream = new EventSource(`${root.dataset.board}/live?lang=${root.dataset.lang}`);
  stream.addEventListener("board", ({ data }) => {
    heard();
    root.dispatchEvent(new Event("signed-in"));
    hear(JSON.parse(data));
  });
  stream.addEventListener("beat", ({ data }) => {
    heard();
    setClock(Number(data));
  });
  stream.addEventListener("signed-out", () => {
    sleep();
    root.dispatchEvent(new Event("signed-out"));
  });
  // By ourselves: a browser gives up for good where it was refused, and asks too often where nobody answers.
  stream.addEventListener("error", () => {
    stream.close();
    clearTimeout(retry);
    retry = setTimeout(open, wait * (0.5 + Math.random()));
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
  });
}

function wake() {
  if (stream || document.hidden) return;
  heardAt = Date.now();
  open();
}

function sleep() {
  stream?.close();
  stream = undefined;
  clearTimeout(retry);
}

function lookForLife() {
  if (!stream || Date.now() - heardAt < QUIET_MS) return;
  known.isQuiet = true;
  ready();
  // One that was refused is asked for again in its time; one that only seems open never would be.
  if (stream.readyState === EventSource.CLOSED || Date.now() - openedAt < QUIET_MS) return;
  stream.close();
  open();
}

export function listen() {
  setInterval(lookForLife, LOOK_MS);
  document.addEventListener("visibilitychange", () => (document.hidden ? sleep() : wake()));
  addEventListener("pagehide", sleep);
  addEventListener("pageshow", wake);
  // Somebody signed in again in another window.
  addEventListener("focus", wake);
  addEventListener("online", () => {
    if (!stream || stream.readyState !== EventSource.CLOSED) return;
    sleep();
    wake();
  });
}
