/** Signing in: the address first, then the code that came by mail. Plain forms. */
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";
import { Field } from "~/ui/field";
import { StaffPage } from "~/ui/staff-page";

export type SignInProblem = "notAnEmail" | "wrongCode" | "tooMany" | "noMail";

type SignInProps = { language: Language; email: string; problem: SignInProblem | null };

export function AskForCode({ language, email, problem }: SignInProps) {
  const words = staffWords[language];
  return (
    <StaffPage language={language} name={null}>
      <h1>{words.signIn}</h1>
      <p>{words.signInHint}</p>
      <form method="post" action="/staff/sign-in">
        <Field
          name="email"
          label={words.email}
          value={email}
          problem={problem && words[problem]}
          type="email"
          autoComplete="email"
          required
        />
        <button className="main">{words.sendCode}</button>
      </form>
    </StaffPage>
  );
}

export function TypeCode({ language, email, problem }: SignInProps) {
  const words = staffWords[language];
  return (
    <StaffPage language={language} name={null}>
      <h1>{words.codeTitle}</h1>
      <p>{words.codeHint(email)}</p>
      <form method="post" action="/staff/code">
        <Field
          name="code"
          label={words.code}
          value=""
          problem={problem && words[problem]}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
        <button className="main">{words.enter}</button>
      </form>
      <p>
        <a href="/staff/sign-in">{words.again}</a>
      </p>
    </StaffPage>
  );
}
