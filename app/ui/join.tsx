/** Coming in by oneself to help: a name and a mail address, then the code that came. Plain forms. */
import type { Region } from "~/domain/region";
import { groupsWords } from "~/text/groups";
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";
import { Field } from "~/ui/field";
import { Page } from "~/ui/page";

type Around = { language: Language; region: Region | null };

export type JoinProps = Around & {
  typed: { name: string; email: string } | null;
  problems: Partial<Record<"name" | "email" | "form", string>>;
};

export function Join({ language, region, typed, problems }: JoinProps) {
  const words = groupsWords[language];
  return (
    <Page language={language} region={region}>
      <h1>{words.joinTitle}</h1>
      <p>{words.joinWhy}</p>
      {problems.form && (
        <p className="caution" role="alert">
          {problems.form}
        </p>
      )}
      <JoinForm {...{ language, typed, problems }} />
      <p>{words.joinNotFor}</p>
      <p className="onward">
        <a href="/ask/new">{words.joinAsk}</a>
      </p>
    </Page>
  );
}

function JoinForm({ language, typed, problems }: Omit<JoinProps, "region">) {
  const words = groupsWords[language];
  return (
    <form method="post" action="/join">
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={typed?.name ?? ""}
        problem={problems.name}
        autoComplete="name"
        required
      />
      <Field
        name="email"
        label={words.email}
        hint={words.emailHint}
        value={typed?.email ?? ""}
        problem={problems.email}
        type="email"
        autoComplete="email"
        enterKeyHint="send"
        required
      />
      <button className="main">{words.sendCode}</button>
    </form>
  );
}

export type JoinCodeProps = Around & { email: string; problem: string | null };

export function JoinCode({ language, region, email, problem }: JoinCodeProps) {
  const words = groupsWords[language];
  return (
    <Page language={language} region={region}>
      <h1>{staffWords[language].codeTitle}</h1>
      <p>{words.codeHint(email)}</p>
      <form method="post" action="/join/code">
        <Field
          name="code"
          label={staffWords[language].code}
          value=""
          problem={problem}
          inputMode="numeric"
          autoComplete="one-time-code"
          enterKeyHint="go"
          required
        />
        <button className="main">{staffWords[language].enter}</button>
      </form>
      <p className="onward">
        <a href="/join">{staffWords[language].again}</a>
      </p>
    </Page>
  );
}
