/** What was sent after the tablet had locked, shown again to whoever opened it: saved by one tap, or left. */
import type { Pool } from "~/domain/pool";
import type { Language } from "~/text/language";
import { tabletWords } from "~/text/tablet";
import { poolName } from "~/text/board";
import { StaffPage } from "~/ui/staff-page";

export type KeptSaid =
  | { kind: "count"; pool: Pick<Pool, "household" | "unit">; taken: number | null; broken: number | null }
  | { kind: "tonight"; open: "open" | "closed" | "none" }
  /** Any other form of a place: what was typed into it. */
  | { kind: "other"; typed: string[] };

export type KeptProps = {
  language: Language;
  name: string;
  place: string;
  fields: [name: string, value: string][];
  said: KeptSaid;
};

export function KeptPage({ language, name, place, fields, said }: KeptProps) {
  const words = tabletWords[language];
  return (
    <StaffPage language={language} name={name}>
      <h1>{words.keptTitle}</h1>
      <p>{place}</p>
      <p className="said">
        <strong>{sentence(said, language)}</strong>
      </p>
      <p>{words.keptBefore}</p>
      <form method="post" action="/staff/kept">
        {fields.map(([field, value], at) => (
          <input key={at} type="hidden" name={field} value={value} />
        ))}
        <button className="main">{words.keepIt(name)}</button>
      </form>
      <form method="post" action="/staff/kept">
        <button name="leave" value="1">
          {words.leaveIt}
        </button>
      </form>
    </StaffPage>
  );
}

function sentence(said: KeptSaid, language: Language): string {
  const words = tabletWords[language];
  if (said.kind === "tonight") return words.keptTonight[said.open];
  if (said.kind === "other") return said.typed.length > 0 ? said.typed.join(", ") : words.keptOther;
  const { taken, broken } = said;
  const what = poolName(said.pool, language);
  const parts = [
    ...(taken === null ? [] : [words.keptCount(what, taken)]),
    ...(broken === null ? [] : [words.keptBroken(what, broken)]),
  ];
  return parts.length > 0 ? parts.join(", ") : words.keptStill(what);
}
