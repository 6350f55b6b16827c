/** A mail server on loopback: it speaks SMTP as far as one plain mail needs, keeps what it took, and fails as it is told. */
import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export type Step = "greeting" | "EHLO" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "end";
/** A reply to say instead of the usual one; "silence": never a word; "trickle": a byte now and then; "death": the line breaks. */
export type Behaviour = string;
export type TakenMail = {
  from: string;
  to: string[];
  /** As it came, every line. */
  raw: string;
  /** By their names in lower case, decoded. */
  headers: Map<string, string>;
  text: string;
};

export type SmtpServer = {
  url: string;
  port: number;
  mails: TakenMail[];
  /** What clients said, line by line, without the mails themselves. */
  heard: string[];
  /** At one step, until the next such call; null answers as usual again. */
  answer(step: Step, how: Behaviour | null): void;
  openLines(): number;
  close(): Promise<void>;
};

const USUAL: Record<Step, string> = {
  greeting: "220 loopback ready",
  EHLO: "250-loopback\r\n250-8BITMIME\r\n250 AUTH PLAIN",
  AUTH: "235 2.7.0 welcome",
  MAIL: "250 2.1.0 ok",
  RCPT: "250 2.1.5 ok",
  DATA: "354 go on",
  end: "250 2.0.0 taken",
};

export async function startSmtpServer(host = "127.0.0.1"): Promise<SmtpServer> {
  const told = new Map<Step, Behaviour>();
  const lines = new Set<Socket>();
  const server: Pick<SmtpServer, "mails" | "heard"> = { mails: [], heard: [] };
  const net = createServer((socket) => {
    lines.add(socket);
    socket.on("error", () => undefined).on("close", () => lines.delete(socket));
    converse(socket, told, server);
  });
  await new Promise<void>((ready) => net.listen(0, host, ready));
  const { port } = net.address() as AddressInfo;
  return {
    ...server,
    url: `smtp://${host}:${port}`,
    port,
    answer: (step, how) => void (how === null ? told.delete(step) : told.set(step, how)),
    openLines: () => lines.size,
    close() {
      for (const line of lines) line.destroy();
      return new Promise((closed) => void net.close(() => closed()));
    },
  };
}

function converse(
  socket: Socket,
  told: Map<Step, Behaviour>,
  { mails, heard }: Pick<SmtpServer, "mails" | "heard">,
): void {
  let [envelope, body] = [{ from: "", to: [] as string[] }, null as string[] | null];
  const say = (step: Step): boolean => {
    const how = told.get(step) ?? USUAL[step];
    if (how === "death") socket.destroy();
    else if (how === "trickle") trickle(socket);
    else if (how !== "silence") socket.write(`${how}\r\n`);
    return /^[23]/.test(how);
  };
  const hear = (line: string): void => {
    if (body !== null) {
      // Half a mail is there by now.
      if (told.get("end") === "death") return void socket.destroy();
      if (line !== ".") return void body.push(line.replace(/^\./, ""));
      if (say("end")) mails.push(readMail(envelope, body));
      body = null;
      return;
    }
    heard.push(line);
    const word = line.slice(0, 4).toUpperCase();
    if (word === "QUIT") return void socket.end("221 bye\r\n");
    if (!(word in USUAL)) return void socket.write("502 5.5.1 not here\r\n");
    const taken = say(word as Step);
    if (word === "MAIL" && taken) envelope = { from: inAngles(line), to: [] };
    if (word === "RCPT" && taken) envelope.to.push(inAngles(line));
    if (word === "DATA" && taken) body = [];
  };
  let rest = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    const whole = (rest + chunk).split("\r\n");
    rest = whole.pop()!;
    whole.forEach(hear);
  });
  say("greeting");
}

// A server that always says something keeps every timeout of inactivity from ending the line.
function trickle(socket: Socket): void {
  const beat = setInterval(() => socket.write("2"), 300);
  socket.on("close", () => clearInterval(beat));
}

function inAngles(line: string): string {
  return /<(.*?)>/.exec(line)?.[1] ?? "";
}

function readMail(envelope: { from: string; to: string[] }, lines: string[]): TakenMail {
  const blank = lines.indexOf("");
  const head = lines
    .slice(0, blank)
    .join("\r\n")
    .replaceAll(/\r\n(?=[ \t])/g, "");
  const headers = new Map(
    head.split("\r\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), decodedWords(line.slice(colon + 1).trim())];
    }),
  );
  const body = lines.slice(blank + 1).join("\r\n");
  const text = decoded(body, headers.get("content-transfer-encoding") ?? "7bit");
  return { ...envelope, raw: lines.join("\r\n"), headers, text };
}

/** RFC 2045: quoted-printable and base64. */
function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return fromHexes(body.replaceAll("=\r\n", ""), "=");
  return body;
}

/** RFC 2047: "=?UTF-8?Q?C=C3=B3digo?="; blanks between two such words are none. */
function decodedWords(text: string): string {
  return text
    .replaceAll(/(\?=)\s+(?==\?)/g, "$1")
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_all, kind: string, word: string) =>
      kind.toLowerCase() === "b" ? decoded(word, "base64") : fromHexes(word.replaceAll("_", " "), "="),
    );
}

function fromHexes(text: string, mark: string): string {
  const bytes = text.replaceAll(new RegExp(`${mark}([0-9A-F]{2})`, "gi"), (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
