/** Asking to be told when a room opens: who comes, and a mail address. A plain form. */
import type { Region } from "~/domain/region";
import { searchQuery, type Search } from "~/domain/search";
import { partySentence } from "~/text/answer";
import type { Language } from "~/text/language";
import { roomAlertWords, type AlertMend } from "~/text/room-alert";
import { Dialled } from "~/ui/dialled";
import { Field } from "~/ui/field";
import { Page } from "~/ui/page";

type AlertAskProps = {
  language: Language;
  region: Region | null;
  search: Search;
  /** Issued for this form: sent twice, it is one wait. */
  formKey: string;
  mend: { why: AlertMend; contact: string } | null;
};

export function AlertAsk({ language, region, search, formKey, mend }: AlertAskProps) {
  const words = roomAlertWords[language];
  const query = String(searchQuery(search));
  return (
    <Page language={language} region={region}>
      <h1>{words.askTitle}</h1>
      {mend && mend.why !== "contact" && (
        <p className="caution" role="alert">
          <Dialled words={words.mend[mend.why]} phone={null} />
        </p>
      )}
      <p>{words.how}</p>
      <p>{words.order}</p>
      <h2>{words.forWhom}</h2>
      <p>{partySentence(search.party, language)}</p>
      <p className="onward">
        <a href={`/?${query}`}>{words.change}</a>
      </p>
      {mend?.why !== "away" && <AskForm {...{ language, query, formKey, mend }} />}
      <p>
        <Dialled words={words.meanwhile} phone={null} />
      </p>
      <p className="onward">
        <a href="/alert/code">{words.haveWords}</a>
      </p>
    </Page>
  );
}

type AskFormProps = Pick<AlertAskProps, "language" | "formKey" | "mend"> & { query: string };

function AskForm({ language, query, formKey, mend }: AskFormProps) {
  const words = roomAlertWords[language];
  return (
    <form method="post" action={`/alert/ask?${query}`}>
      <input type="hidden" name="key" value={formKey} />
      <Field
        name="contact"
        label={words.contact}
        hint={words.contactHint}
        value={mend?.contact ?? ""}
        problem={mend?.why === "contact" ? words.mend.contact : null}
        autoComplete="email"
        inputMode="email"
        enterKeyHint="send"
      />
      <button className="main">{words.send}</button>
    </form>
  );
}
