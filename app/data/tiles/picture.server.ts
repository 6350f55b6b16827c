/** Is this a whole picture? A cut-off one, kept for a week, would be a hole in the map for a week. */
import { createHash } from "node:crypto";

const ENDS: Record<string, (bytes: Buffer) => boolean> = {
  "image/png": (bytes) =>
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) && bytes.subarray(-8, -4).toString("latin1") === "IEND",
  "image/jpeg": (bytes) => startsWith(bytes, [0xff, 0xd8]) && bytes.readUInt16BE(bytes.length - 2) === 0xffd9,
  "image/webp": (bytes) =>
    bytes.toString("latin1", 0, 4) === "RIFF" &&
    bytes.toString("latin1", 8, 12) === "WEBP" &&
    // RIFF's size leaves out its first eight bytes.
    bytes.readUInt32LE(4) + 8 <= bytes.length,
};

// The smallest valid PNG has 67 bytes.
const SMALLEST = 20;

export function isWholePicture(bytes: Uint8Array, type: string): boolean {
  const whole = ENDS[type];
  return (
    whole !== undefined &&
    bytes.length >= SMALLEST &&
    whole(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  );
}

export function etagOf(bytes: Uint8Array): string {
  return `"${createHash("sha256").update(bytes).digest("hex").slice(0, 20)}"`;
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
