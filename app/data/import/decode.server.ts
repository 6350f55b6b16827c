/** Bytes from somebody's spreadsheet, as text, and in which encoding they came. */

export type Decoded =
  { kind: "text"; text: string; notes: string[] } | { kind: "refused"; line: number | null; reason: string };

export const LARGEST_PLACES_FILE_BYTES = 16 * 1024 * 1024;

export function decode(bytes: Uint8Array): Decoded {
  if (bytes.byteLength === 0) return refused("the file is empty");
  if (bytes.byteLength > LARGEST_PLACES_FILE_BYTES) return refused("the file is larger than 16 MB");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]))
    return refused("this is a spreadsheet or zip file: save it as CSV (UTF-8) first");
  const text = readAs(bytes);
  const end = text.text.indexOf("\0");
  if (end < 0) return { kind: "text", ...text };
  const line = text.text.slice(0, end).split(/\r\n|\r|\n/).length;
  return refused("holds a byte that is not text (NUL): save the file as CSV (UTF-8) anew", line);
}

function refused(reason: string, line: number | null = null): Decoded {
  return { kind: "refused", line, reason };
}

function readAs(bytes: Uint8Array): { text: string; notes: string[] } {
  if (startsWith(bytes, [0xff, 0xfe])) {
    return { text: new TextDecoder("utf-16le").decode(bytes), notes: ["Read as UTF-16."] };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const line = lineOfFirstForeignByte(bytes);
    return {
      text: fromWindows1252(bytes),
      notes: [`Not UTF-8 (line ${line}): read as Windows-1252. Check accents and dashes.`],
    };
  }
}

// What Windows put where ISO 8859-1 has control characters, 0x80 to 0x9f. Node's own decoder (20.20) leaves them out.
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function fromWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin.replaceAll(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!);
}

// Every Windows-1252 letter is a byte of 0x80 or above, so the first one is where UTF-8 was left or a little before.
function lineOfFirstForeignByte(bytes: Uint8Array): number {
  let line = 1;
  for (const byte of bytes) {
    if (byte >= 0x80) return line;
    if (byte === 0x0a) line++;
  }
  return line;
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
