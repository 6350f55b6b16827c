/** How to reach a family, when that is safe and how it is not, and who may read its ask: none of it has to be said. */
import type { TooLong, TypedReach } from "~/domain/ask-form";
import { askFormWords } from "~/text/ask-form";
import type { Language } from "~/text/language";
import { Field } from "~/ui/field";
import { Tick } from "~/ui/tick";

const FIELDS = ["contact", "reach", "avoid"] as const;
type ReachField = (typeof FIELDS)[number];

type SafeReachProps = {
  language: Language;
  typed: TypedReach;
  long: Partial<Record<ReachField, TooLong>>;
};

export function SafeReach({ language, typed, long }: SafeReachProps) {
  const words = askFormWords[language];
  return (
    <>
      {FIELDS.map((name) => (
        <Field
          key={name}
          name={name}
          label={words[name]}
          hint={words[`${name}Hint`]}
          value={typed[name]}
          problem={tooLongWords(long[name], language)}
          autoComplete="off"
        />
      ))}
      <fieldset>
        <legend>{words.shareTitle}</legend>
        <Tick
          type="radio"
          name="share"
          value="coordinators"
          label={words.onlyCoordinators}
          ticked={!typed.isShared}
        />
        <Tick
          type="radio"
          name="share"
          value="members"
          label={words.members}
          hint={words.membersHint}
          ticked={typed.isShared}
        />
      </fieldset>
    </>
  );
}

export function tooLongWords(long: TooLong | null | undefined, language: Language): string | null {
  return long ? askFormWords[language].tooLong(long.length, long.most) : null;
}
