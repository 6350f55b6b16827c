// How an open page is changed under the eyes of whoever reads it: nothing moves under a hand that is at work, what is being
// written stays, and a tap counts only for what was there before it.
const [REST_MS, MOST_RESTS, MEANT_MS, MEANT_PX] = [600, 10, 400, 8];

let [stood, paintedAt, usedAt] = [new Map(), 0, 0];

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

export async function rest() {
  for (let rests = 0; Date.now() - usedAt < REST_MS && rests < MOST_RESTS; rests += 1) await pause(REST_MS);
}

export function watchHands() {
  for (const used of ["pointerdown", "keydown", "wheel", "touchmove"])
    addEventListener(used, () => (usedAt = Date.now()), { capture: true, passive: true });
  const unlessMoved = (event) => {
    const control = event.target.closest?.(CONTROLS);
    // From the keyboard it is what one is at, wherever it stands.
    if (control && event.detail > 0 && !isMeant(control)) event.preventDefault();
  };
  addEventListener("click", unlessMoved, { capture: true });
}
