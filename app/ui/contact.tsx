/** A mail address first, then the code that came there. Plain forms, and a way on without them. */
import type { Region } from "~/domain/region";
import { contactWords, type ContactProblem } from "~/text/contact";
import type { Language } from "~/text/language";
import { clockOf } from "~/text/say";
import { Field } from "~/ui/field";
import { Page } from "~/ui/page";

type ContactPage = {
  language: Language;
  region: Region | null;
  /** What both pages carry along. */
  query: string;
  /** Where it goes on without an address. */
  onward: string;
  problem: ContactProblem | null;
};

export function AskForMail({
  language,
  region,
  query,
  onward,
  problem,
  typed,
}: ContactPage & { typed: string }) {
  const words = contactWords[language];
  return (
    <Page language={language} region={region}>
      <h1>{words.title}</h1>
      <p>{words.why}</p>
      <p className="small">{words.safe}</p>
      <form method="post" action={`/hold/mail?${query}`}>
        <Field
          name="mail"
          label={words.field}
          value={typed}
          problem={problem && words.problems[problem]}
          type="email"
          autoComplete="email"
          enterKeyHint="send"
          required
        />
        <button className="main">{words.send}</button>
      </form>
      <Without language={language} onward={onward} />
    </Page>
  );
}

type CodeProps = ContactPage & { contact: string; stands: Date | null; formKey: string };

export function TypeContactCode({
  language,
  region,
  query,
  onward,
  problem,
  contact,
  stands,
  formKey,
}: CodeProps) {
  const words = contactWords[language];
  const clock = clockOf(language, region?.timeZone ?? "UTC");
  return (
    <Page language={language} region={region}>
      <h1>{words.codeTitle}</h1>
      <p className="contact">{words.sent(contact)}</p>
      {stands && (
        <p>
          {words.stands(clock.until(stands.getTime() / 1000))} {words.longer}
        </p>
      )}
      <CodeForm language={language} query={query} problem={problem} formKey={formKey} />
      <Without language={language} onward={onward}>
        <a href={`/hold/mail?${query}`}>{words.again}</a>
      </Without>
    </Page>
  );
}

type CodeFormProps = Pick<CodeProps, "language" | "query" | "problem" | "formKey">;

function CodeForm({ language, query, problem, formKey }: CodeFormProps) {
  const words = contactWords[language];
  return (
    <form method="post" action={`/hold/mail-code?${query}`}>
      <input type="hidden" name="key" value={formKey} />
      <Field
        name="code"
        label={words.code}
        hint={words.look}
        value=""
        problem={problem && words.problems[problem]}
        inputMode="numeric"
        autoComplete="one-time-code"
        enterKeyHint="go"
        required
      />
      <button className="main">{words.goOn}</button>
    </form>
  );
}

function Without({
  language,
  onward,
  children,
}: Pick<ContactPage, "language" | "onward"> & { children?: JSX.Element }) {
  return (
    <p className="actions">
      <a href={onward}>{contactWords[language].without}</a>
      {children}
    </p>
  );
}
