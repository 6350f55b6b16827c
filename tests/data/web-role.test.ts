import { expect, test } from "vitest";
import { connect } from "~/data/connection.server";
import { databaseIn, databaseUrl, roleOf, scramVerifier, webUrlFrom } from "~/data/web-role.server";
import { emptyDatabase } from "../support/database";

const database = emptyDatabase();

test("the web role's URL is the owner's with its own name and a password that follows from the secret", () => {
  const url = new URL(webUrlFrom("postgres://owner:pw@db.example:6543/warmstop?sslmode=require", "secret"));
  expect(url.username).toBe("warmstop_web");
  expect(url.host).toBe("db.example:6543");
  expect(url.searchParams.get("sslmode")).toBe("require");
  expect(url.password).toMatch(/^[\w-]{43}$/);
  expect(url.href).toBe(
    webUrlFrom("postgres://other:pw2@db.example:6543/warmstop?sslmode=require", "secret"),
  );
});

test("another secret or another database is another password", () => {
  const password = (url: string, secret: string) => new URL(webUrlFrom(url, secret)).password;
  const passwords = [
    password("postgres://o@h/warmstop", "secret"),
    password("postgres://o@h/warmstop", "secret2"),
    password("postgres://o@h/other", "secret"),
  ];
  expect(new Set(passwords).size).toBe(3);
});

test("without a database in it, a URL means the one named like its user", () => {
  expect(databaseIn(databaseUrl("postgres://warm%20stop@host"))).toBe("warm stop");
});

test.each(["", "warmstop", "mysql://u@h/d", "postgres://", "postgres://u@[::1/d"])(
  "%j is no database URL",
  (text) => {
    expect(() => databaseUrl(text)).toThrow("A database URL looks like");
  },
);

test("a role's name fits PostgreSQL's 63 bytes and differs where the databases differ", () => {
  const long = "ü".repeat(31);
  expect(Buffer.byteLength(roleOf(long, "owner"))).toBeLessThanOrEqual(63);
  expect(roleOf(long, "web")).not.toBe(roleOf(`${long}x`, "web"));
  expect(roleOf("warmstop", "web")).toBe("warmstop_web");
});

test("the server takes the verifier for the password it was made from, and for no other", async () => {
  const { admin, name, ownerUrl } = database;
  const role = roleOf(name, "web");
  await admin.unsafe(`create role ${role} login password '${scramVerifier("s3cret-Passwort")}'`);
  const login = (password: string) => {
    const url = databaseUrl(ownerUrl);
    url.username = role;
    url.password = password;
    const sql = connect(url.href, { max: 1 });
    return sql`select session_user as role`
      .then(
        ([row]) => row?.role as string,
        (error: { code: string }) => error.code,
      )
      .finally(() => sql.end({ timeout: 1 }));
  };
  expect(await login("s3cret-Passwort")).toBe(role);
  expect(await login("s3cret-passwort")).toBe("28P01");
});
