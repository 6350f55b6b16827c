/** What the server writes down about itself: one JSON line each, without anything a person typed. */
import pino from "pino";
import pretty from "pino-pretty";

const RELEASE_LEVEL = process.env.VITEST ? "silent" : "info";

export const log = pino(
  {
    level: process.env.LOG_LEVEL || RELEASE_LEVEL,
    base: { pid: process.pid },
    serializers: { err: writtenError },
  },
  process.stdout.isTTY ? pretty({ colorize: true, ignore: "pid", translateTime: "SYS:HH:MM:ss" }) : undefined,
);

type WrittenError = { type: string; code?: string; message: string; stack: string };

/** An error's kind, words and place; never its other fields: PostgreSQL's hold the values of the row. */
export function writtenError(error: unknown): WrittenError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an Error", stack: "" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const message = withoutQuotedValues(error.message, code);
  const stack = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
  return { type: error.name, ...(code && { code }), message, stack };
}

// PostgreSQL's class 22 is "data exception": it quotes the value it could not read.
function withoutQuotedValues(message: string, code: string | undefined): string {
  return code !== undefined && /^22...$/.test(code) ? message.replaceAll(/"[^"]*"/g, '"..."') : message;
}
