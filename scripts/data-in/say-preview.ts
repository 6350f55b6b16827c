/** A preview on the terminal: what is new, changed, gone and refused. */
import type { Refusal as RefusedRow } from "~/data/import/drafts.server";
import type { Preview } from "~/data/import/preview.server";
import { escaped } from "~/transit/gtfs/shown";

const MOST_SHOWN = 50;

export function sayPreview(preview: Preview): void {
  const { notes, added, changed, unchanged, gone, knowsGone, refused, safetyCards } = preview;
  for (const note of notes) console.log(`Note: ${plain(note)}`);
  list("New", added, ({ key, name, organization }) => `  + ${name}, ${organization} (${key})`);
  list("Changed", changed, ({ draft, changes }) =>
    [`  ~ ${draft.name} (${draft.key})`]
      .concat(
        changes.map(
          ({ field, before, after }) =>
            `      ${field}: ${plain(before) || "unknown"} -> ${plain(after) || "unknown"}`,
        ),
      )
      .join("\n"),
  );
  if (knowsGone) list("Gone, to be marked closed", gone, ({ key, name }) => `  - ${name} (${key})`);
  list("Hotlines of safety shelters", safetyCards, ({ name, phone }) => `  * ${name.en}, ${phone}`);
  list("Refused", refused, (row) => `  ! ${refusalSaid(row)}`);
  console.log(`Unchanged: ${unchanged}`);
}

function list<Item>(title: string, items: Item[], line: (item: Item) => string): void {
  console.log(`${title}: ${items.length}`);
  for (const item of items.slice(0, MOST_SHOWN)) console.log(line(item));
  if (items.length > MOST_SHOWN) console.log(`  and ${items.length - MOST_SHOWN} more`);
}

function refusalSaid({ line, key, column, reason }: RefusedRow): string {
  const where = [line !== null && `line ${line}`, key, column && `column ${column}`]
    .filter(Boolean)
    .join(", ");
  return plain(where ? `${where}: ${reason}` : reason);
}

// A stranger's file must not steer the terminal.
function plain(words: string): string {
  return escaped(words.replaceAll(/\s+/g, " "));
}
