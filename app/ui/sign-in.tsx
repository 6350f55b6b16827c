/** Signing in: the address first, then the code that came by mail. Plain forms. */
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";
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
        <Field name="code" label={words.code} value="" problem={problem && words[problem]} />
        <button className="main">{words.enter}</button>
      </form>
      <p>
        <a href="/staff/sign-in">{words.again}</a>
      </p>
    </StaffPage>
  );
}

type FieldProps = {
  name: "email" | "code";
  label: string;
  value: string;
  problem: string | null;
  type?: "email";
};

function Field({ name, label, value, problem, type }: FieldProps) {
  const isCode = name === "code";
  return (
    <div className={problem ? "field mend" : "field"}>
      <label htmlFor={name}>{label}</label>
      {problem && (
        <strong id={`${name}-problem`} className="problem">
          {problem}
        </strong>
      )}
      <input
        id={name}
        name={name}
        type={type ?? "text"}
        defaultValue={value}
        autoComplete={isCode ? "one-time-code" : "email"}
        inputMode={isCode ? "numeric" : "email"}
        aria-describedby={problem ? `${name}-problem` : undefined}
        aria-invalid={problem ? true : undefined}
        required
      />
    </div>
  );
}
