// What a coordinator is writing is kept in this tab until it is sent: by ask and field; gone once the server has it, at the end
// of the tab, and when somebody signs out. Without this a page that is left has lost it.
const { page } = document.querySelector("[data-stream]").dataset;
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
