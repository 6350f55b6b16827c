// Sends the board's forms in the background, and keeps what a bad network does not take until it is saved or its person
// has answered. The board works without this, by its plain forms.
import { add, change, drop, folded, itemOf, items, KEPT, knowing, mine, rowIn } from "./board-queue.js";
import { hear, known, onNews, paint, paintTonight, root, rowOf, typeAgain, words } from "./board-rows.js";
import { listen } from "./board-stream.js";

const { board: base, person } = root.dataset;
const [FIRST_WAIT_MS, LONGEST_WAIT_MS, ANSWER_MS] = [2_000, 60_000, 10_000];

let [wait, timer, isSending, isAway, stopped] = [FIRST_WAIT_MS, undefined, false, false, ""];
// What a row says until something else is said in it.
const notes = {};

const number = (text) => (/^\d{1,5}$/.test(text ?? "") ? Number(text) : undefined);

function show() {
  const waiting = mine();
  for (const row of known.rows) {
    const own = waiting.filter(
      (item) => item.to === "count" && !item.asks && item.fields.pool === String(row.pool),
    );
    const [occupied, outOfService] = ["occupied", "outOfService"].map((name) =>
      number(own.findLast(({ fields }) => fields[name])?.fields[name]),
    );
    paint(row, own.length > 0 ? { occupied, outOfService } : undefined);
  }
  const word = waiting.findLast(({ to, asks }) => to === "tonight" && !asks);
  paintTonight(word?.fields.open ?? known.tonight.state);
  for (const section of root.querySelectorAll("[data-row]")) tell(section, waiting);
  const others = items().length > waiting.length;
  put(
    root.querySelector(".unsent"),
    stopped ? words[stopped] : others ? words.theirs : known.isQuiet ? words.quiet : "",
    stopped === "signedOut",
  );
}

function tell(section, waiting) {
  const place = section.querySelector(".unsent");
  const own = waiting.filter((item) => rowIn(item) === section.dataset.row);
  const asked = own.find(({ asks }) => asks);
  if (asked) return ask(place, asked);
  const isBehind = waiting.some(({ asks }) => asks);
  const state = isBehind ? words.waits : isAway || stopped ? words.away : words.sending;
  put(place, own.length > 0 ? state : (notes[section.dataset.row] ?? ""));
}

function put(place, text, signIn) {
  if (place.textContent === text + (signIn ? words.signIn : "") && !place.querySelector("button")) return;
  place.textContent = text;
  if (signIn)
    place.append(Object.assign(document.createElement("a"), { href: "/staff", textContent: words.signIn }));
}

function ask(place, { key, to, asks }) {
  if (place.dataset.asked === key && place.querySelector("button")) return;
  place.dataset.asked = key;
  place.textContent = asks.sentence;
  const answers = [
    [asks.yes, () => change(key, () => [itemOf(to, asks.fields)])],
    [asks.no, () => drop(key)],
  ];
  for (const [text, answer] of answers) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    button.addEventListener("click", () => (answer(), flush()));
    place.append(button);
  }
}

// True where the next one may follow.
async function send({ key, to, fields, said: when }) {
  const body = new URLSearchParams({ ...fields, key, said: when, by: person });
  let answer, told;
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    answer = await fetch(`${base}/${to}.json`, {
      method: "POST",
      body,
      redirect: "error",
      keepalive: true,
      signal,
    });
    const isOurs = answer.headers.get("Content-Type")?.includes("json");
    // All our own last words are JSON: whatever else answers stands in between.
    if (answer.status >= 500 || answer.status === 429 || !isOurs) throw answer;
    told = (await answer.json()) ?? {};
  } catch {
    isAway = true;
    timer = setTimeout(flush, wait * (0.5 + Math.random()));
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    return false;
  }
  [isAway, wait, stopped] = [false, FIRST_WAIT_MS, ""];
  if (told.kind === "signed-out" || told.kind === "other-person") {
    stopped = told.kind === "signed-out" ? "signedOut" : "other";
    return false;
  }
  if (told.kind === "asks") {
    if (folded({ key, to, fields })) return true;
    change(key, (item) => [{ ...item, asks: told }]);
    return false;
  }
  drop(key);
  if (told.kind === "unclear") typeAgain(rowIn({ to, fields }), to, fields);
  if (told.kind === "saved") saved(told, fields);
  else notes[rowIn({ to, fields })] = told.sentence ?? words.lost.replace("#", wanted(to, fields));
  return true;
}

function saved({ version, board }, fields) {
  const row = board.rows.find(({ pool }) => String(pool) === fields.pool);
  // What was seen is left out where somebody has said more since: it is asked about then.
  if (row) knowing(fields, version, row.version === version ? row.saw : undefined);
  hear(board, true);
}

function wanted(to, { occupied, extra, until, open }) {
  const button = to === "tonight" && rowOf(to).querySelector(`[value=${open}]`);
  return button ? button.textContent : [occupied, extra && `+${extra}`, until].filter(Boolean).join(" ");
}

// One tab at a time; another one's turn ends soon.
function inTurn(work) {
  return navigator.locks ? navigator.locks.request(KEPT, work) : work();
}

async function flush() {
  clearTimeout(timer);
  show();
  if (isSending) return;
  isSending = true;
  let goesOn = true;
  try {
    await inTurn(async () => {
      for (let [item] = mine(); goesOn && item && !item.asks; [item] = mine()) {
        goesOn = await send(item);
        show();
      }
    });
  } finally {
    // A browser that can keep no more throws: the next tap, or the next opening, goes on.
    isSending = false;
  }
  show();
  // Said while the last answer was read.
  const [next] = mine();
  if (goesOn && next && !next.asks) void flush();
}

function submit(event) {
  const form = event.target;
  // What is about a hold has a page of its own.
  if (!form.matches("[data-send]") || form.action.includes("/holds/")) return;
  // Nobody, or somebody else, is at a board that is locked: the plain form asks who.
  if (stopped === "signedOut" && navigator.onLine) return;
  const fields = Object.fromEntries(new FormData(form));
  const { submitter } = event;
  if (submitter?.name) fields[submitter.name] = submitter.value;
  // All forms of a row were drawn with one key, and a key is good for one change: each sending has its own here.
  delete fields.key;
  const to = new URL(form.action).pathname.split("/").at(-1);
  try {
    add(to, fields);
  } catch {
    // A browser that keeps nothing sends the plain form.
    return;
  }
  event.preventDefault();
  for (const field of form.querySelectorAll("input")) field.defaultValue = field.value;
  if (form.contains(document.activeElement) && document.activeElement.matches("input"))
    document.activeElement.blur();
  delete notes[rowIn({ to, fields })];
  void flush();
}

if (window.crypto.randomUUID && window.fetch && AbortSignal.timeout) {
  onNews(show);
  document.addEventListener("submit", submit);
  addEventListener("online", flush);
  addEventListener("storage", ({ key }) => key === KEPT && flush());
  // One is on its way, and arrives; what waits behind it is sent by this page alone.
  addEventListener("beforeunload", (event) => {
    const waiting = mine().filter(({ asks }) => !asks).length - (isSending && !isAway ? 1 : 0);
    // Older browsers do not take preventDefault() for it.
    if (!stopped && waiting > 0) event.returnValue = true;
  });
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  root.addEventListener("signed-out", () => {
    stopped = "signedOut";
    show();
  });
  root.addEventListener("signed-in", () => {
    if (stopped !== "signedOut") return;
    stopped = "";
    void flush();
  });
  void flush();
}
listen();
