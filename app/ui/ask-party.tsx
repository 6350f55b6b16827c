/** Who needs help, as a sentence taken over from the search; it opens to be changed. */
import { PETS, type Party } from "~/domain/party";
import type { TypedParty } from "~/domain/ask-form";
import type { SearchProblem } from "~/domain/search";
import { partySentence } from "~/text/answer";
import { askFormWords } from "~/text/ask-form";
import { formWords, problemSentence } from "~/text/form";
import type { Language } from "~/text/language";
import { Field } from "~/ui/field";
import { Tick } from "~/ui/tick";

type AskPartyProps = {
  language: Language;
  /** As the search had it. */
  party: Party;
  typed: TypedParty;
  problems: SearchProblem[];
  /** Shown again: what stands in the fields is no more what the search had. */
  isOpen: boolean;
};

export function AskParty(props: AskPartyProps) {
  const { language, party, typed, isOpen } = props;
  const [words, form] = [askFormWords[language], formWords[language]];
  return (
    <>
      <h2>{words.party}</h2>
      <details className="asked" open={isOpen}>
        <summary>
          {!isOpen && <span>{partySentence(party, language)}</span>} <u>{words.change}</u>
        </summary>
        <p className="hint">{words.partyHint}</p>
        <People {...props} />
        <fieldset>
          <legend>{form.petsTitle}</legend>
          {PETS.map((pet) => (
            <Tick
              key={pet}
              name="pets"
              value={pet}
              label={form.pets[pet]}
              ticked={typed.pets.includes(pet)}
            />
          ))}
        </fieldset>
        <Tick name="wheelchair" value="1" label={form.wheelchair} ticked={typed.wheelchair} />
        <Tick name="together" value="1" label={form.together} ticked={typed.together} />
      </details>
    </>
  );
}

function People({ language, typed, problems }: AskPartyProps) {
  const form = formWords[language];
  const problemOf = (field: SearchProblem["field"]) => {
    const found = problems.find((problem) => problem.field === field);
    return found && problemSentence(form, found);
  };
  return (
    <div className="two">
      <Field
        name="adults"
        label={form.adults}
        value={typed.adults}
        problem={problemOf("adults")}
        inputMode="numeric"
        autoComplete="off"
      />
      <Field
        name="children"
        label={form.children}
        hint={form.childrenHint}
        value={typed.children}
        problem={problemOf("children")}
        inputMode="text"
        autoComplete="off"
      />
    </div>
  );
}
