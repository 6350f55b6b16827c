// A new ask and new words show up on an open desk by themselves, and what is being written is kept in this tab until it is
// sent. Without this a page is asked for again by its link.
const mark = document.querySelector("[data-desk]");
const { desk, page, ask } = mark.dataset;
const news = document.querySelector("[data-news]");
const [FIRST_WAIT_MS, LONGEST_WAIT_MS, STALE_MS, ANSWER_MS] = [2_000, 60_000, 60_000, 10_000];

let [stream, retry, wait] = [undefined, undefined, FIRST_WAIT_MS];
let [isReading, isStale, painted] = [false, false, Date.now()];

// What a person is in just now stays as it is; the next change finds it free.
function paint(fresh) {
  let hasChanged = false;
  for (const old of document.querySelectorAll("[data-part]")) {
    const next = fresh.querySelector(`[data-part="${old.dataset.part}"]`);
    if (!next || bare(next) === bare(old) || old.contains(document.activeElement)) continue;
    hasChanged = true;
    old.replaceWith(document.importNode(next, true));
  }
  return hasChanged;
}

// Each page has keys of its own.
function bare(part) {
  return part.innerHTML.replaceAll(/name="key" value="[^"]*"/g, "");
}

async function look(isNews) {
  isStale = true;
  if (isReading) return;
  isReading = true;
  try {
    while (isStale) {
      isStale = false;
      const answer = await fetch(`${page}?live=1`, { signal: AbortSignal.timeout(ANSWER_MS) });
      if (answer.redirected || answer.status === 404) return leave();
      if (!answer.ok) break;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      mark.dataset.told = fresh.querySelector("[data-desk]")?.dataset.told ?? "";
      painted = Date.now();
      if (paint(fresh) && isNews) news.textContent = mark.dataset.new;
    }
  } catch {
    // The next beat asks again.
  }
  isReading = false;
}

function leave() {
  sleep();
  stream = "over";
  mark.textContent = mark.dataset.out;
  const { signIn } = mark.dataset;
  mark.append(Object.assign(document.createElement("a"), { href: "/staff", textContent: signIn }));
}

function open() {
  stream = new EventSource(desk);
  stream.addEventListener("desk", ({ data }) => {
    wait = FIRST_WAIT_MS;
    // What happened to one ask before this was open is in no line of the desk.
    if (ask || data !== mark.dataset.told) void look(true);
  });
  stream.addEventListener("ask", ({ data }) => data === ask && void look(true));
  // Waits grow, and with them the order.
  stream.addEventListener("beat", () => Date.now() - painted >= STALE_MS && void look(false));
  stream.addEventListener("signed-out", leave);
  // By ourselves: a browser gives up for good where it was refused, and asks too often where nobody answers.
  stream.addEventListener("error", () => {
    stream.close?.();
    if (stream === "over") return;
    clearTimeout(retry);
    retry = setTimeout(open, wait * (0.5 + Math.random()));
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
  });
}

function wake() {
  if (!stream && !document.hidden) open();
}

function sleep() {
  if (stream === "over") return;
  stream?.close();
  stream = undefined;
  clearTimeout(retry);
}

// By ask and field; gone once the server has it, at the end of the tab, and when somebody signs out.
const KEPT = `desk ${page} `;
const done = new URLSearchParams(location.search).get("done");
// Loaded anew it would say so again, and drop what is written since.
if (done) history.replaceState(null, "", page + location.hash);
for (const field of document.querySelectorAll("[data-keep]")) {
  const name = KEPT + field.name;
  const isSent = done === { said: "say", note: "note" }[field.name];
  if (isSent) sessionStorage.removeItem(name);
  else field.value ||= sessionStorage.getItem(name) ?? "";
  field.addEventListener("input", () => sessionStorage.setItem(name, field.value));
}
document.querySelector('form[action="/staff/sign-out"]')?.addEventListener("submit", () => {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith("desk ")) sessionStorage.removeItem(name);
});

document.addEventListener("visibilitychange", () => (document.hidden ? sleep() : wake()));
addEventListener("pagehide", sleep);
addEventListener("pageshow", wake);
