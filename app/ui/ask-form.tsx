/** "What would help tonight?": one page, nothing of it has to be filled in. A plain form. */
import { ASK_KINDS, type AskKind } from "~/domain/ask";
import type { AskMend, LongField, TooLong, TypedAsk } from "~/domain/ask-form";
import type { ListedGroup } from "~/domain/group";
import type { Region } from "~/domain/region";
import type { Search, SearchProblem } from "~/domain/search";
import { askFormWords } from "~/text/ask-form";
import { askKindWords } from "~/text/ask-kinds";
import type { Language } from "~/text/language";
import { capital } from "~/text/say";
import { AskParty } from "~/ui/ask-party";
import { Dialled } from "~/ui/dialled";
import { Field } from "~/ui/field";
import { NoGroup } from "~/ui/no-group";
import { Page } from "~/ui/page";
import { SafeReach, tooLongWords } from "~/ui/safe-reach";
import { Tick } from "~/ui/tick";
import { Unsent } from "~/ui/unsent";
import { WordsField } from "~/ui/words-field";

export type AskFormProps = {
  language: Language;
  region: Region | null;
  search: Search;
  /** That of this page. */
  query: string;
  groups: Pick<ListedGroup, "groupId" | "name" | "about">[];
  /** An ask of this browser that is not over. */
  hasOpen: boolean;
  /** Issued for this form: sent twice, it is one ask. */
  formKey: string;
  typed: TypedAsk;
  mend: {
    why: AskMend;
    party: SearchProblem[];
    long: Partial<Record<LongField, TooLong>>;
  } | null;
};

export function AskForm(props: AskFormProps) {
  const { language, region, groups, hasOpen, mend } = props;
  const words = askFormWords[language];
  if (groups.length === 0) return <NoGroup {...props} />;
  return (
    <Page language={language} region={region}>
      <h1>{words.title}</h1>
      {mend && (
        <p className="caution" role="alert">
          <Dialled words={words.mend[mend.why]} phone={null} />
        </p>
      )}
      {hasOpen && (
        <p className="onward">
          <a href="/ask">{words.hasOpen}</a>
        </p>
      )}
      <p>{words.how}</p>
      <Questions {...props} />
      <p className="small">{words.forgotten}</p>
      <p>
        <Dialled words={words.meanwhile} phone={null} />
      </p>
      <p className="onward">
        <a href="/ask/code">{words.haveWords}</a>
      </p>
      <script type="module" src="/ask.js" />
    </Page>
  );
}

function Questions({ language, search, query, groups, formKey, typed, mend }: AskFormProps) {
  const words = askFormWords[language];
  const long = mend?.long ?? {};
  return (
    <form method="post" action={`/ask/new?${query}`} autoComplete="off" data-ask="keep">
      <input type="hidden" name="key" value={formKey} />
      <Kinds language={language} ticked={typed.kinds} />
      <AskParty
        language={language}
        party={search.party}
        typed={typed.party}
        problems={mend?.party ?? []}
        isOpen={mend !== null}
      />
      <Field
        name="area"
        label={words.area}
        hint={words.areaHint}
        value={typed.area}
        problem={tooLongWords(long.area, language)}
        autoComplete="off"
      />
      <WordsField
        name="words"
        label={words.words}
        hint={words.wordsHint}
        value={typed.words}
        problem={tooLongWords(long.words, language)}
      />
      <h2>{words.safeTitle}</h2>
      <p className="hint">{words.safe}</p>
      <SafeReach language={language} typed={typed} long={long} />
      <Groups language={language} groups={groups} chosen={typed.group} />
      <Unsent language={language} />
      <button className="main">{words.send}</button>
    </form>
  );
}

function Kinds({ language, ticked }: { language: Language; ticked: AskKind[] }) {
  const words = askFormWords[language];
  const labelOf = (kind: AskKind) =>
    kind === "unsure" ? words.unsure : capital(askKindWords[language].kinds[kind]);
  return (
    <fieldset className="kinds" aria-describedby="kinds-hint">
      <legend className="unseen">{words.title}</legend>
      <p id="kinds-hint" className="hint">
        {words.kindsHint}
      </p>
      {ASK_KINDS.map((kind) => (
        <Tick key={kind} name="kinds" value={kind} label={labelOf(kind)} ticked={ticked.includes(kind)} />
      ))}
    </fieldset>
  );
}

type GroupsProps = Pick<AskFormProps, "language" | "groups"> & { chosen: string };

/** One group is named, not asked for. */
function Groups({ language, groups, chosen }: GroupsProps) {
  const words = askFormWords[language];
  const [first] = groups;
  if (!first) return null;
  if (groups.length === 1) {
    return (
      <>
        <input type="hidden" name="group" value={first.groupId} />
        <p>
          <strong>{words.to(first.name)}</strong> {first.about}
        </p>
      </>
    );
  }
  const isThere = groups.some(({ groupId }) => String(groupId) === chosen);
  const marked = isThere ? chosen : String(first.groupId);
  return (
    <fieldset>
      <legend>{words.which}</legend>
      {groups.map(({ groupId, name, about }) => (
        <Tick
          key={groupId}
          type="radio"
          name="group"
          value={String(groupId)}
          label={name}
          hint={about ?? undefined}
          ticked={String(groupId) === marked}
        />
      ))}
    </fieldset>
  );
}
