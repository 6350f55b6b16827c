// How an open page is changed under the eyes of whoever reads it: nothing moves under a hand that is at work, what is being
// written stays, and a tap counts only for what was there before it.
const [REST_MS, MOST_RESTS, WRITING_MS, SENDING_MS, MEANT_MS, MEANT_PX] = [600, 10, 3_000, 10_000, 400, 8];

let [stood, paintedAt, usedAt, sentAt, isComposing] = [new Map(), 0, 0, 0, false];

const CONTROLS = "a[href], button, summary, input:not([type=hidden]), select, textarea";
const FIELDS = "input, select, textarea";

// The same link or button on the page before and after.
function nameOf(control) {
  const [card, form] = [control.closest("[aria-labelledby]"), control.closest("form")];
  const of = [card, form, control].map((one, at) =>
    one?.getAttribute(["aria-labelledby", "action", "href"][at]),
  );
  // What is offered in the same place may be another hold.
  const hold = form?.elements.namedItem("hold")?.value;
  return [...of, hold, control.getAttribute("value"), control.textContent].join(" ");
}

// The same fold, in whichever language.
function foldOf(details) {
  const card = details.closest("[aria-labelledby]");
  const form = details.querySelector("form");
  return [card?.getAttribute("aria-labelledby"), form?.getAttribute("action") ?? details.textContent].join(
    " ",
  );
}

const controlsIn = (part) => [...part.querySelectorAll(CONTROLS)];

// Each page has keys of its own.
function bare(part) {
  return part.innerHTML.replace(/name="key" value="[^"]*"/g, "");
}

// What is being written stays, with all that is open around it; whoever is at a button is at the same button afterwards.
function swap(old, next) {
  const active = old.contains(document.activeElement) ? document.activeElement : undefined;
  if (active?.matches(FIELDS) && !active.closest("details[open]")) return false;
  const fresh = document.importNode(next, true);
  const folds = [...fresh.querySelectorAll("details")];
  for (const open of old.querySelectorAll("details[open]"))
    folds.find((other) => foldOf(other) === foldOf(open))?.replaceWith(open);
  old.replaceWith(fresh);
  if (active) {
    const same = fresh.contains(active)
      ? active
      : controlsIn(fresh).find((one) => nameOf(one) === nameOf(active));
    same?.focus({ preventScroll: true });
  }
  return true;
}

export function paint(fresh) {
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

// A form that was sent is answered by a page of its own; painted meanwhile, the same tap would be another one.
function isAtWork(rests) {
  const isWriting = document.activeElement?.matches(FIELDS) && Date.now() - usedAt < WRITING_MS;
  if (isComposing || isWriting || Date.now() - sentAt < SENDING_MS) return true;
  return Date.now() - usedAt < REST_MS && rests < MOST_RESTS;
}

export async function rest() {
  for (let rests = 0; isAtWork(rests); rests += 1) await pause(REST_MS);
}

export function watchHands() {
  for (const used of ["pointerdown", "keydown", "wheel", "touchmove"])
    addEventListener(used, () => (usedAt = Date.now()), { capture: true, passive: true });
  addEventListener("submit", (event) => event.defaultPrevented || (sentAt = Date.now()));
  addEventListener("pageshow", () => (sentAt = 0));
  for (const composes of ["compositionstart", "compositionend"])
    addEventListener(composes, () => (isComposing = composes === "compositionstart"));
  const unlessMoved = (event) => {
    const control = event.target.closest?.(CONTROLS);
    // From the keyboard it is what one is at, wherever it stands.
    if (control && event.detail > 0 && !isMeant(control)) event.preventDefault();
  };
  addEventListener("click", unlessMoved, { capture: true });
}
