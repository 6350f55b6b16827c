// Sends the board's forms in the background, and keeps what a bad network does not take: in order, each with its key and
// the moment it was said, until it is saved or its person has answered. The board works without this, by its plain forms.
import { hear, known, onNews, paint, paintTonight, root, rowOf, words } from "./board-rows.js";

const { board: base, person } = root.dataset;
// Numbers of pools, counts and keys; nothing of who comes.
const KEPT = `board ${base}`;
const [FIRST_WAIT_MS, LONGEST_WAIT_MS, ANSWER_MS] = [2_000, 60_000, 10_000];
// Phones' clocks are wrong; the difference to the server's is what counts.
const ahead = known.now * 1000 - Date.now();

let [wait, timer, isSending, isAway, stopped] = [FIRST_WAIT_MS, undefined, false, false, ""];
// What a row says until something else is said in it.
const notes = {};

const items = () => JSON.parse(localStorage.getItem(KEPT) ?? "[]");
const keep = (list) => localStorage.setItem(KEPT, JSON.stringify(list));
const change = (key, to) => keep(items().flatMap((item) => (item.key === key ? to(item) : [item])));
const drop = (key) => change(key, () => []);
const mine = () => items().filter(({ by }) => by === person);
const rowIn = ({ to, fields }) => (to === "tonight" ? to : fields.pool);
const said = () => String(Math.floor((Date.now() + ahead) / 1000));
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
    stopped ? words[stopped] : others ? words.theirs : "",
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
    [asks.yes, () => change(key, () => [itemOf(to, asks.fields, crypto.randomUUID())])],
    [asks.no, () => drop(key)],
  ];
  for (const [text, answer] of answers) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    button.addEventListener("click", () => (answer(), flush()));
    place.append(button);
  }
}

function itemOf(to, fields, key) {
  return { key, to, fields, said: said(), by: person };
}

// True where the next one may follow.
async function send({ key, to, fields, said: when }) {
  const body = new URLSearchParams({ ...fields, key, said: when, by: person });
  let answer, told;
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    answer = await fetch(`${base}/${to}.json`, { method: "POST", body, redirect: "error", signal });
    const isOurs = answer.headers.get("Content-Type")?.includes("json");
    if (answer.status >= 500 || answer.status === 429 || (answer.ok && !isOurs)) throw answer;
    told = isOurs ? await answer.json() : { kind: "lost" };
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
    change(key, (item) => [{ ...item, asks: told }]);
    return false;
  }
  drop(key);
  if (told.kind === "saved") saved(told, fields);
  else notes[rowIn({ to, fields })] = told.sentence ?? words.lost.replace("#", wanted(to, fields));
  return true;
}

// What was said here after it was said knowing it.
function saved({ version, board }, { pool, version: before }) {
  const row = board.rows.find((each) => String(each.pool) === pool);
  // Left out where somebody has said more since: it is asked about then.
  const saw = row?.version === version ? row.saw : undefined;
  const isNext = ({ fields, by }) => fields.pool === pool && fields.version === before && by === person;
  const next = (item) => ({ ...item, fields: { ...item.fields, version: String(version), saw } });
  if (row) keep(items().map((item) => (isNext(item) ? next(item) : item)));
  hear(board);
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
  const fields = Object.fromEntries(new FormData(form));
  const { submitter } = event;
  if (submitter?.name) fields[submitter.name] = submitter.value;
  // All forms of a row were drawn with one key, and a key is good for one change: each sending has its own here.
  delete fields.key;
  const to = new URL(form.action).pathname.split("/").at(-1);
  try {
    keep([...items(), itemOf(to, fields, crypto.randomUUID())]);
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
  addEventListener("storage", ({ key }) => key === KEPT && show());
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  root.addEventListener("signed-out", () => {
    stopped = "signedOut";
    show();
  });
  void flush();
}
