// A phone that loses the network loses nothing: what is typed is kept in this tab until the group has it, and goes out by
// itself when the network is back. An open conversation shows new words. The pages work without this, by their plain forms.
const here = location.pathname;
const [DRAFT, UNSENT] = [`ask draft ${here}`, `ask unsent ${here}`];
const [FIRST_WAIT_MS, LONGEST_WAIT_MS, ANSWER_MS, LOOK_MS] = [4_000, 60_000, 10_000, 60_000];

let [wait, retry, next, isSending] = [FIRST_WAIT_MS];

const find = (what, within = document) => within.querySelector(what);
const kept = (name) => JSON.parse(sessionStorage.getItem(name) ?? "null");
const keep = (name, what) =>
  what ? sessionStorage.setItem(name, JSON.stringify(what)) : sessionStorage.removeItem(name);
const pageOf = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
const once = () => ({ signal: AbortSignal.timeout(ANSWER_MS) });

const theirs = (within) => within.querySelectorAll(".talk .group").length;

function tell(state) {
  const line = find("[data-sending]");
  if (line) line.textContent = line.dataset[state];
}

// Only what was touched: the rest comes from the search.
function note({ target }) {
  const form = target.closest("[data-ask=keep]");
  if (form) keep(DRAFT, { ...kept(DRAFT), [target.name]: new FormData(form).getAll(target.name) });
}

function restore() {
  const draft = kept(DRAFT) ?? {};
  for (const field of document.querySelectorAll("[data-ask=keep] :is(input:not([type=hidden]), textarea)")) {
    const values = draft[field.name];
    if (!values) continue;
    if (/^(checkbox|radio)$/.test(field.type)) field.checked = values.includes(field.value);
    else field.value = values[0] ?? "";
    const folded = field.closest("details");
    if (folded) folded.open = true;
  }
}

// What was typed since it was sent stays.
function forget(sent) {
  const draft = kept(DRAFT) ?? {};
  const body = new URLSearchParams(sent);
  for (const name of Object.keys(draft))
    if (
      `${draft[name]}`.replace(/\r?\n/g, "\r\n").trim() ===
      `${body.getAll(name)}`.replace(/\r?\n/g, "\r\n").trim()
    )
      delete draft[name];
  keep(DRAFT, Object.keys(draft).length > 0 && draft);
}

function paint(main) {
  find("main").replaceWith(document.importNode(main, true));
  restore();
  const said = find("[role=alert], .caution[role=status]:not(:empty)");
  said?.setAttribute("tabindex", "-1");
  said?.focus();
}

async function flush() {
  clearTimeout(retry);
  const item = kept(UNSENT);
  if (!item || isSending) return;
  isSending = true;
  tell("sending");
  try {
    const body = new URLSearchParams(item.body);
    const answer = await fetch(item.to, { method: "POST", body, ...once() });
    const main = find("main", await pageOf(answer));
    // Somebody else's page, as at a library's door, or a server that is away.
    if (!main || answer.status >= 500) throw answer;
    keep(UNSENT);
    wait = FIRST_WAIT_MS;
    if (answer.redirected) forget(item.body);
    const there = new URL(answer.url).pathname;
    if (there !== here) location.replace(there);
    else paint(main);
  } catch {
    tell("away");
    retry = setTimeout(flush, wait * (0.5 + Math.random()));
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
  }
  isSending = false;
}

function submit(event) {
  const form = event.target;
  if (!form.matches("[data-ask]")) return;
  event.preventDefault();
  if (isSending) return;
  const body = new URLSearchParams(new FormData(form));
  if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value);
  keep(UNSENT, { to: form.getAttribute("action"), body: `${body}` });
  void flush();
}

async function look() {
  clearTimeout(next);
  const talk = find("[data-talk]");
  if (document.hidden || !talk) return;
  next = setTimeout(look, LOOK_MS);
  try {
    const { news } = await (await fetch("/ask.json", once())).json();
    if (!news || news === talk.dataset.talk) return;
    const [fresh, before] = [await pageOf(await fetch("/ask", once())), theirs(document)];
    const parts = fresh.querySelectorAll("[data-talk]");
    for (const [at, part] of document.querySelectorAll("[data-talk]").entries())
      part.replaceWith(document.importNode(parts[at], true));
    const line = find("[data-news]");
    if (theirs(fresh) > before) line.textContent = line.dataset.new;
  } catch {
    // In a minute again.
  }
}

function wake() {
  void flush();
  void look();
}

try {
  restore();
  document.addEventListener("input", note);
  document.addEventListener("submit", submit);
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(next) : wake()));
  next = setTimeout(look, LOOK_MS);
  void flush();
} catch {
  // A browser that keeps nothing sends the plain forms.
}
