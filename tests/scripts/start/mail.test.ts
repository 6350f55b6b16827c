import { expect, test } from "vitest";
import { mailEnv } from "../../../scripts/start/mail";

test("the outbox is on with a database of our own and no mail server, and by nobody's wish", () => {
  expect(mailEnv({}, { ownDatabase: true })).toEqual({ OUTBOX: "on" });
  expect(mailEnv({ OUTBOX: "on" }, { ownDatabase: false })).toEqual({ OUTBOX: undefined });
  const given = { SMTP_URL: "smtps://a:b@mail.example.org:465", MAIL_FROM: "a@example.org", OUTBOX: "on" };
  expect(mailEnv(given, { ownDatabase: true })).toEqual({ OUTBOX: undefined });
});

test.each([
  [{ SMTP_URL: "mail.example.org" }, /SMTP_URL cannot be read/],
  [{ SMTP_URL: "https://mail.example.org" }, /SMTP_URL cannot be read/],
  [{ SMTP_URL: "smtp://" }, /SMTP_URL cannot be read/],
  [{ SMTP_URL: "smtps://mail.example.org" }, /without MAIL_FROM/],
])("%j is refused with what to do", (env, sentence) => {
  expect(() => mailEnv(env, { ownDatabase: true })).toThrow(sentence);
});
