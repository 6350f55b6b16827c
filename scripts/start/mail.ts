/** How the app may send mail, decided before anything is made: by the operator's server, or into an outbox. */
import { Refusal } from "../postgres/refusal";

/**
 * The outbox shows sign-in codes to whoever opens it, so nobody turns it on by hand: it is for the first look at
 * Warmstop, on its own database, with no mail server.
 */
export function mailEnv(
  env: Record<string, string | undefined>,
  { ownDatabase }: { ownDatabase: boolean },
): { OUTBOX: "on" | undefined } {
  const { SMTP_URL, MAIL_FROM } = env;
  if (!SMTP_URL) return { OUTBOX: ownDatabase ? "on" : undefined };
  if (!/^smtps?:\/\/[^/]/.test(SMTP_URL) || !URL.canParse(SMTP_URL)) {
    throw new Refusal(
      "SMTP_URL cannot be read: it looks like smtps://user:password@host:465, with %40 for an @ in user or password.",
    );
  }
  if (!MAIL_FROM) {
    throw new Refusal(
      "SMTP_URL is set without MAIL_FROM: set MAIL_FROM to the address mail comes from, like no-reply@example.org.",
    );
  }
  return { OUTBOX: undefined };
}
