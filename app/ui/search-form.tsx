/** Where, who, go: three fields and one button; everything else folded. A plain GET form. */
import { PETS } from "~/domain/party";
import type { SearchProblem, Typed } from "~/domain/search";
import { formWords, problemSentence, type FormWords } from "~/text/form";
import type { Language } from "~/text/language";
import { Field } from "~/ui/field";
import { Tick } from "~/ui/tick";

type SearchFormProps = {
  language: Language;
  typed: Typed;
  problems?: SearchProblem[];
  /** After an exit: sending this form begins anew. */
  begins?: boolean;
};

type FieldName = "where" | "adults" | "children" | "when";

export function SearchForm({ language, typed, problems = [], begins = false }: SearchFormProps) {
  const words = formWords[language];
  const problemOf = (field: keyof Typed) => {
    const found = problems.find((problem) => problem.field === field);
    return found && problemSentence(words, found);
  };
  // A region is never typed, it comes with a link: what is wrong with it is mended where people type.
  const regionProblem = problemOf("region");
  const field = (name: FieldName) => ({ name, value: typed[name], problem: problemOf(name) });
  const foldedMatters = typed.pets.length > 0 || typed.wheelchair || typed.together || typed.when !== "";
  return (
    <form method="get" action="/" className="search" role="search">
      {begins && <input type="hidden" name="begin" value="1" />}
      {typed.region && !regionProblem && <input type="hidden" name="region" value={typed.region} />}
      <Field
        {...field("where")}
        problem={problemOf("where") ?? regionProblem}
        label={words.where}
        hint={words.whereHint}
        autoComplete="off"
        enterKeyHint="go"
      />
      <NearMe words={words} />
      <div className="two">
        <Field {...field("adults")} value={typed.adults || "1"} label={words.adults} inputMode="numeric" />
        <Field {...field("children")} label={words.children} hint={words.childrenHint} inputMode="text" />
      </div>
      <details open={foldedMatters || problemOf("pets") !== undefined || problemOf("when") !== undefined}>
        <summary>{words.more}</summary>
        <Folded words={words} typed={typed} petsProblem={problemOf("pets")} />
        <Field {...field("when")} label={words.when} hint={words.whenHint} />
      </details>
      <p className="small">{words.why}</p>
      <button className="main">{words.go}</button>
    </form>
  );
}

/** Shown by the small script alone: without it a phone cannot share its position. */
function NearMe({ words }: { words: FormWords }) {
  return (
    <p hidden className="near-me">
      <button type="button" data-near-me aria-describedby="near-me-note">
        {words.nearMe}
      </button>
      <span
        id="near-me-note"
        className="hint"
        role="status"
        data-waiting={words.nearMeWaiting}
        data-found={words.nearMeFound}
        data-not-found={words.nearMeNotFound}
      >
        {words.nearMeHint}
      </span>
    </p>
  );
}

function Folded({ words, typed, petsProblem }: { words: FormWords; typed: Typed; petsProblem?: string }) {
  return (
    <>
      <fieldset id="pets" aria-describedby={petsProblem && "pets-problem"}>
        <legend>{words.petsTitle}</legend>
        {petsProblem && (
          <strong id="pets-problem" className="problem">
            {petsProblem}
          </strong>
        )}
        {PETS.map((pet) => (
          <Tick key={pet} name="pets" value={pet} label={words.pets[pet]} ticked={typed.pets.includes(pet)} />
        ))}
      </fieldset>
      <Tick name="wheelchair" value="1" label={words.wheelchair} ticked={typed.wheelchair} />
      <Tick name="together" value="1" label={words.together} ticked={typed.together} />
    </>
  );
}
