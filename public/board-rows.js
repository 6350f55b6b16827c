// The rows of an open board as they are now: what others say and what is said here is shown at once.
import { setClock } from "./board-clock.js";

export const root = document.querySelector("[data-board]");
export const words = JSON.parse(root.dataset.words);
export const known = JSON.parse(root.dataset.news);
export const rowOf = (id) => root.querySelector(`[data-row="${id}"]`);

// To take something back is offered for so long after it was told, however often its row is painted.
function endUndos(rows) {
  for (const row of rows) if (row.undo) row.undo.until ??= Date.now() + row.undo.ms;
}
setClock(known.now);
endUndos(known.rows);

const part = (section, name) => section.querySelector(`[data-part=${name}]`);

function put(element, text) {
  if (element.textContent !== String(text)) element.textContent = text;
}

function isEdited(form) {
  return [...form.elements].some(
    (field) =>
      field.matches("input:not([type=hidden])") &&
      (field === document.activeElement || field.value !== field.defaultValue),
  );
}

// `mine`: what was said here and is not saved yet.
export function paint(row, mine) {
  const section = rowOf(row.pool);
  if (!section) return;
  const { occupied = row.occupied, outOfService = row.outOfService } = mine ?? {};
  const left = row.left + (row.occupied - occupied) + (row.outOfService - outOfService);
  const [less, more, full, over] = ["less", "more", "full", "over"].map((name) => part(section, name));
  put(part(section, "free"), Math.max(0, left));
  put(part(section, "freeWords"), row.freeWords);
  put(part(section, "parts"), mine ? "" : row.parts);
  put(over, mine ? "" : row.over);
  over.hidden = over.textContent === "";
  less.value = occupied + 1;
  more.value = Math.max(0, occupied - 1);
  more.disabled = occupied === 0;
  full.value = Math.max(0, row.full + row.outOfService - outOfService);
  full.disabled = left <= 0;
  put(part(section, "saved"), row.saved);
  section.querySelector("form").hidden = !row.isCounted && !mine;
  section.querySelector(".no-extra").closest("details").hidden = !row.isCounted;
  section.querySelector(".no-extra").hidden = !row.extra;
  undo(section.querySelector(".undo"), mine ? null : row.undo);
  for (const form of section.querySelectorAll("form")) fill(form, row, { occupied, outOfService });
}

// A number that is being typed stays, and so does what its form was opened on: sent now, it is asked about.
function fill(form, row, { occupied, outOfService }) {
  const { version, saw } = form.elements;
  const changed = part(form, "changed");
  if (isEdited(form)) {
    if (changed && saw.value !== row.saw) put(changed, row.changed);
    if (changed) changed.hidden = changed.textContent === "";
    return;
  }
  if (changed) changed.hidden = true;
  version.value = row.version;
  saw.value = row.saw;
  const shown = { occupied, outOfService, extra: row.extra || "", until: row.extraUntil };
  for (const field of form.querySelectorAll("input:not([type=hidden])")) {
    if (field.name === "until" && !row.extraUntil) continue;
    if (field.name === "occupied" && !row.isCounted) continue;
    field.defaultValue = field.value = shown[field.name];
  }
}

function undo(form, told) {
  const left = told ? told.until - Date.now() : 0;
  form.hidden = left <= 0;
  if (left <= 0) return;
  form.action = `${root.dataset.board}/${told.to}`;
  for (const old of form.querySelectorAll(
    "[name=occupied], [name=outOfService], [name=extra], [name=until], [name=hold]",
  ))
    old.remove();
  for (const [name, value] of Object.entries(told.fields))
    form.prepend(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  put(form.querySelector("button"), told.words);
  clearTimeout(form.dataset.gone);
  form.dataset.gone = setTimeout(() => (form.hidden = true), left);
}

export function paintTonight(state) {
  for (const button of rowOf("tonight").querySelectorAll("button"))
    button.setAttribute("aria-pressed", button.value === state);
}

export let ready = () => {};
export function onNews(repaint) {
  ready = repaint;
}

// What cannot be read is typed again as it was, to be mended; what a button said stands in no field.
export function typeAgain(id, to, fields) {
  if (!("outOfService" in fields || "until" in fields)) return;
  const typed = `form[action$="/${to}"] input:not([type=hidden])`;
  for (const field of rowOf(id).querySelectorAll(typed))
    if (field.name in fields) field.value = fields[field.name];
}

// The answer to what is said here may come after the stream has told more: of two, a row is as the newer one says.
const newerOf = (row) =>
  known.rows.find(({ pool, version }) => pool === row.pool && version > row.version) ?? row;

let streamedAt = 0;

// `isAnswer`: to what was said here, and not from the stream.
export function hear(news, isAnswer = false) {
  setClock(news.now);
  endUndos(news.rows);
  const rows = news.rows.map(newerOf);
  const isOld = isAnswer && news.now < streamedAt;
  if (!isAnswer) streamedAt = news.now;
  Object.assign(known, isOld ? { rows } : { ...news, rows });
  if (!isOld) hearOfPlace(news);
  ready();
}

function hearOfPlace({ asks, note, tonight }) {
  const link = root.querySelector(".asks");
  link.classList.toggle("waiting", asks.count > 0);
  put(link.querySelector("b"), asks.count);
  put(link.querySelector("span"), asks.words);
  put(part(root, "note"), note);
  put(part(rowOf("tonight"), "said"), tonight.words);
  rowOf("tonight").querySelector("[name=night]").value = tonight.night;
}
