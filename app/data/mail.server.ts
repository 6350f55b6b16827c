/** Mail to one person: through the operator's SMTP server or, in development, into an outbox of this process. */
import { createTransport } from "nodemailer";
import { z } from "zod";
import { log } from "~/data/log.server";

/** `id`: a UUID, where the same mail may be sent again. */
export type Mail = { to: string; subject: string; text: string; id?: string };
/** refused: there is no such mailbox. away: nobody took it now; a mail whose end was not confirmed may arrive all the same. */
export type Posted = { kind: "sent" } | { kind: "refused" } | { kind: "away" };
export type OutboxMessage = Omit<Mail, "id"> & { at: Date };

const DEADLINE_MS = 4_000;
const OUTBOX_SIZE = 50;

// What a server answers to a name it does not know (RFC 5321, 4.2.3); 552 and others are about now, not about the person.
const NO_SUCH_MAILBOX = new Set([550, 551, 553]);
// The same numbers for "you may not send here", told apart by RFC 3463: that is the operator's fault, not the person's.
const AGAINST_POLICY = /^\d{3}[ -]5\.7\./;

const mailbox = z.email();
const outbox: OutboxMessage[] = [];

/** Never rejects, and answers within 4 s. */
export async function sendMail(mail: Mail): Promise<Posted> {
  const since = performance.now();
  const posted = await post(mail);
  // Neither the address nor the server's words, which repeat it.
  log[posted.kind === "away" ? "warn" : "info"](
    { kind: posted.kind, ms: Math.round(performance.now() - since) },
    "mail",
  );
  return posted;
}

/** Whether there is any way for mail to leave. */
export function canSendMail(): boolean {
  const { SMTP_URL, MAIL_FROM, OUTBOX } = process.env;
  return SMTP_URL ? MAIL_FROM !== undefined : OUTBOX === "on";
}

/** The newest first. */
export function outboxMessages(): readonly OutboxMessage[] {
  return outbox;
}

async function post({ to, subject, text, id }: Mail): Promise<Posted> {
  // Two addresses in one, or a line more: nothing that is no mailbox may reach the protocol.
  if (!mailbox.safeParse(to).success) return { kind: "refused" };
  const mail = { to, subject: inOneLine(subject), text, id };
  const { SMTP_URL, MAIL_FROM, OUTBOX } = process.env;
  if (SMTP_URL && MAIL_FROM) return postBySmtp(mail, SMTP_URL, MAIL_FROM);
  if (!SMTP_URL && OUTBOX === "on") return keepInOutbox(mail);
  return { kind: "away" };
}

async function postBySmtp({ to, subject, text, id }: Mail, url: string, from: string): Promise<Posted> {
  try {
    const server = createTransport({ url, requireTLS: !isOnThisMachine(url) });
    await server.sendMail({
      from,
      to: { name: "", address: to },
      subject,
      text,
      // As a mailbox knows that it has this one already (RFC 5322, 3.6.4).
      ...(id && { messageId: `<${id}@${/@([^\s>]+)/.exec(from)?.[1] ?? "localhost"}>` }),
      // Nobody's holiday notice shall answer (RFC 3834).
      headers: { "Auto-Submitted": "auto-generated" },
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    return { kind: "sent" };
  } catch (error) {
    return { kind: refusesMailbox(error) ? "refused" : "away" };
  }
}

function keepInOutbox({ to, subject, text }: Mail): Posted {
  outbox.unshift({ to, subject, text, at: new Date() });
  outbox.length = Math.min(outbox.length, OUTBOX_SIZE);
  return { kind: "sent" };
}

function refusesMailbox(error: unknown): boolean {
  const { command, responseCode, response } = error as {
    command?: string;
    responseCode?: number;
    response?: string;
  };
  return (
    command === "RCPT TO" && NO_SUCH_MAILBOX.has(responseCode ?? 0) && !AGAINST_POLICY.test(response ?? "")
  );
}

// Codes and the server's password cross no network in the open: only a relay on this machine may do without TLS.
function isOnThisMachine(url: string): boolean {
  return ["127.0.0.1", "[::1]", "localhost"].includes(new URL(url).hostname);
}

function inOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
