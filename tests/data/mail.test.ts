import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { log } from "~/data/log.server";
import { outboxMessages, sendMail, type Mail } from "~/data/mail.server";
import { startSmtpServer, type SmtpServer, type Step } from "../support/smtp-server";

const code: Mail = {
  to: "desk@hope-house.example",
  subject: "Your code: 482 913",
  text: "Your code is 482 913.\nIt works once, for 10 minutes.",
};

let server: SmtpServer;

beforeAll(async () => {
  server = await startSmtpServer();
});
beforeEach(() => {
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "Warmstop <no-reply@warmstop.example>");
  vi.stubEnv("OUTBOX", "");
  server.mails.length = 0;
  server.heard.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => server.close());

describe("by SMTP", () => {
  test("a mail arrives as plain text and nothing else", async () => {
    expect(await sendMail(code)).toEqual({ kind: "sent" });
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: "no-reply@warmstop.example", to: [code.to] });
    expect(mail!.text.trim().replaceAll("\r\n", "\n")).toBe(code.text);
    expect(mail!.headers.get("subject")).toBe(code.subject);
    expect(mail!.headers.get("to")).toBe(code.to);
    expect(mail!.headers.get("from")).toBe("Warmstop <no-reply@warmstop.example>");
    expect(mail!.headers.get("content-type")).toMatch(/^text\/plain; charset=utf-8/);
    expect(mail!.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail!.raw).not.toMatch(/html|nodemailer|http/i);
  });

  test("Spanish arrives letter by letter, long lines and a lone dot too", async () => {
    const subject = "Su código: ¿mañana también habrá una habitación? Sí, señora Núñez, la número 9";
    const text = `${"¿Dónde está el albergue? Ahí, ¡al otro lado de la calle! ".repeat(20)}\n.\n..\nñandú, pingüino, 7 °F`;
    expect(await sendMail({ ...code, subject, text })).toEqual({ kind: "sent" });
    expect(server.mails[0]!.headers.get("subject")).toBe(subject);
    expect(server.mails[0]!.text.trim().replaceAll("\r\n", "\n")).toBe(text);
    expect(server.mails[0]!.raw).toMatch(/^[\0-\x7f]*$/);
  });

  test("a name and a password in the URL are used", async () => {
    vi.stubEnv("SMTP_URL", `smtp://post%40office:s%3Acret@127.0.0.1:${server.port}`);
    expect(await sendMail(code)).toEqual({ kind: "sent" });
    const plain = Buffer.from("\0post@office\0s:cret").toString("base64");
    expect(server.heard).toContain(`AUTH PLAIN ${plain}`);
  });

  const answers: [what: string, step: Step, reply: string, kind: "refused" | "away"][] = [
    ["no such recipient", "RCPT", "550 5.1.1 no such user", "refused"],
    ["no such recipient, in one word", "RCPT", "550 No", "refused"],
    ["the person has moved", "RCPT", "551 user not local", "refused"],
    ["that name is not allowed", "RCPT", "553 5.1.3 bad address", "refused"],
    ["we may not send there", "RCPT", "550 5.7.1 relaying denied", "away"],
    ["the mailbox is full", "RCPT", "552 5.2.2 over quota", "away"],
    ["try later", "RCPT", "451 4.7.1 greylisted", "away"],
    ["the recipient's server is away", "RCPT", "450 4.2.1 busy", "away"],
    ["the server closes", "greeting", "421 4.3.2 closing", "away"],
    ["the server takes no mail", "greeting", "554 5.3.2 no", "away"],
    ["we are not who may send", "MAIL", "550 5.7.1 sender rejected", "away"],
    ["trouble at the end", "end", "451 4.3.0 local error", "away"],
    ["the content is not wanted", "end", "550 5.7.1 looks like spam", "away"],
  ];
  test.each(answers)("%s (%s: %s) is %s", async (_what, step, reply, kind) => {
    server.answer(step, reply);
    expect(await sendMail(code)).toEqual({ kind });
    server.answer(step, null);
    expect(server.mails).toEqual([]);
    await expect.poll(() => server.openLines()).toBe(0);
  });

  test("a wrong password is away, for it says nothing about the person", async () => {
    vi.stubEnv("SMTP_URL", `smtp://a:b@127.0.0.1:${server.port}`);
    server.answer("AUTH", "535 5.7.8 no");
    expect(await sendMail(code)).toEqual({ kind: "away" });
    server.answer("AUTH", null);
  });

  const steps: Step[] = ["greeting", "EHLO", "RCPT", "DATA", "end"];
  test.each(steps)("a server that dies at %s is away", async (step) => {
    server.answer(step, "death");
    expect(await sendMail(code)).toEqual({ kind: "away" });
    server.answer(step, null);
    expect(server.mails).toEqual([]);
  });

  const mute: [how: string, step: Step][] = [
    ["silence", "greeting"],
    ["silence", "end"],
    ["trickle", "greeting"],
  ];
  test.each(mute)("%s at %s ends after 4 s, and the line with it", async (how, step) => {
    server.answer(step, how);
    const since = performance.now();
    expect(await sendMail(code)).toEqual({ kind: "away" });
    const ms = performance.now() - since;
    server.answer(step, null);
    expect(ms).toBeGreaterThan(3_900);
    expect(ms).toBeLessThan(4_900);
    await expect.poll(() => server.openLines()).toBe(0);
  });

  test("nothing listening is away at once", async () => {
    const gone = createServer();
    await new Promise<void>((ready) => gone.listen(0, "127.0.0.1", ready));
    const { port } = gone.address() as AddressInfo;
    await new Promise((closed) => gone.close(closed));
    vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
    expect(await sendMail(code)).toEqual({ kind: "away" });
  });

  test.each(["hope", "smtp://", "smtp://127.0.0.1:99999"])("SMTP_URL=%s is away", async (url) => {
    vi.stubEnv("SMTP_URL", url);
    expect(await sendMail(code)).toEqual({ kind: "away" });
  });

  test("a server elsewhere gets neither mail nor password without TLS", async () => {
    // Another name of this machine, which the port cannot know to be one.
    const other = await startSmtpServer("127.0.0.2");
    vi.stubEnv("SMTP_URL", `smtp://a:b@127.0.0.2:${other.port}`);
    expect(await sendMail(code)).toEqual({ kind: "away" });
    expect(other.mails).toEqual([]);
    expect(other.heard.join()).not.toMatch(/AUTH|MAIL/);
    await other.close();
  });
});

describe("nothing can be slipped in", () => {
  const addresses = [
    "",
    "desk",
    "desk@hope-house.example\r\nBcc: other@example.org",
    "desk@hope-house.example\nRCPT TO:<other@example.org>",
    "desk@hope-house.example>\r\nRCPT TO:<other@example.org",
    "desk@hope-house.example, other@example.org",
    "desk@hope-house.example;other@example.org",
    "Desk <desk@hope-house.example>",
    "desk@hope-house.example\0",
    "<desk@hope-house.example>",
  ];
  test.each(addresses)("%j is no mailbox: refused without asking the server", async (to) => {
    expect(await sendMail({ ...code, to })).toEqual({ kind: "refused" });
    expect(server.heard).toEqual([]);
  });

  const breaks = ["\r\n", "\n", "\r", "\u2028", "\u0085", "\0", "\v"];
  test.each(breaks)("a line more after %j in the subject stays a part of the subject", async (end) => {
    expect(await sendMail({ ...code, subject: `Code${end}Bcc: other@example.org` })).toEqual({
      kind: "sent",
    });
    const [mail] = server.mails;
    expect(mail!.to).toEqual([code.to]);
    expect(mail!.headers.get("subject")).toBe("Code Bcc: other@example.org");
    expect(mail!.headers.has("bcc")).toBe(false);
  });

  test("a text cannot end its mail", async () => {
    const text = "one\r\n.\r\nMAIL FROM:<evil@example.org>\r\nRCPT TO:<other@example.org>\r\nDATA";
    expect(await sendMail({ ...code, text })).toEqual({ kind: "sent" });
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]!.text.trim()).toBe(text);
  });
});

describe("without a server", () => {
  beforeEach(() => vi.stubEnv("SMTP_URL", ""));

  test("mail is away", async () => {
    expect(await sendMail(code)).toEqual({ kind: "away" });
    expect(outboxMessages()).toEqual([]);
  });

  test("the outbox keeps the newest 50, the newest first", async () => {
    vi.stubEnv("OUTBOX", "on");
    for (let number = 1; number <= 60; number++) {
      expect(await sendMail({ ...code, text: `${number}` })).toEqual({ kind: "sent" });
    }
    expect(outboxMessages().map(({ text }) => Number(text))).toEqual(
      Array.from({ length: 50 }, (_, index) => 60 - index),
    );
    expect(outboxMessages()[0]).toMatchObject({ to: code.to, subject: code.subject });
  });

  test("a server that is set wins over the outbox", async () => {
    vi.stubEnv("OUTBOX", "on");
    vi.stubEnv("SMTP_URL", server.url);
    await sendMail({ ...code, text: "by post" });
    expect(server.mails[0]!.text.trim()).toBe("by post");
    expect(outboxMessages()[0]!.text).not.toBe("by post");
  });
});

test("the log says how it went and how long it took, and nothing of whom or what", async () => {
  const lines: unknown[] = [];
  for (const level of ["info", "warn"] as const) {
    vi.spyOn(log, level).mockImplementation((...words: unknown[]) => void lines.push(words));
  }
  await sendMail(code);
  server.answer("RCPT", `550 5.1.1 <${code.to}> unknown`);
  await sendMail(code);
  server.answer("RCPT", `451 <${code.to}> later`);
  await sendMail(code);
  server.answer("RCPT", null);
  expect(lines).toEqual(
    ["sent", "refused", "away"].map((kind) => [{ kind, ms: expect.any(Number) }, "mail"]),
  );
});
