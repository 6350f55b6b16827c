/** Coming in by oneself: the code of a mail makes somebody known who was not; who was gets the code they always get. */
import { isLanguage, type Language } from "~/text/language";
import { signInMail } from "~/text/sign-in-mail";
import { signUpMail } from "~/text/sign-up-mail";
import { sql, within } from "./database.server";
import { addressHash, keyedHash } from "./keyed-hash.server";
import { canSendMail, sendMail } from "./mail.server";
import { codeHash, newCode, newSession } from "./people.server";

type ToSignUp = { email: string; name: string; language: Language; address: string };
type Asked =
  | { kind: "asked"; person: null | { email: string; name: string; language: string }; isNew?: boolean }
  | { kind: "too-many" | "out-of-range" };

/** The same answer, as fast, whether or not somebody has that mail; `away` where no mail could be sent to anybody. */
export async function askSignUp(
  { email, name, language, address }: ToSignUp,
  now = new Date(),
): Promise<{ kind: Asked["kind"] | "away" }> {
  if (!canSendMail()) return { kind: "away" };
  const code = newCode();
  const [{ answer }] = await within(sql<[{ answer: Asked }]>`
    select ask_sign_up(
      ${email},
      ${name},
      ${language},
      ${codeHash(email, code)},
      ${addressHash(address, now)},
      ${keyedHash("account", email.toLowerCase())}
    ) as answer`);
  if (answer.kind !== "asked" || answer.person === null) return { kind: answer.kind };
  const { person, isNew } = answer;
  const theirs = isLanguage(person.language) ? person.language : "en";
  const mail = isNew ? signUpMail(code, theirs) : signInMail({ name: person.name, code }, theirs);
  // Not waited for: who has no way in would wait less.
  void sendMail({ to: person.email, ...mail });
  return { kind: "asked" };
}

export async function signUp(
  email: string,
  code: string,
  address: string,
  now = new Date(),
): Promise<{ kind: "signed-in"; token: string } | { kind: "wrong-code" | "too-many" }> {
  const { token, hash } = newSession();
  const [{ answer }] = await within(sql<[{ answer: { kind: "signed-in" | "wrong-code" | "too-many" } }]>`
    select sign_up(${email}, ${codeHash(email, code)}, ${addressHash(address, now)}, ${hash}) as answer`);
  return answer.kind === "signed-in" ? { kind: answer.kind, token } : { kind: answer.kind };
}
