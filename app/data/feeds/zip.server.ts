/** Opens a GTFS zip: only the files the engine knows, and nothing that could hurt the server. */
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { checksum } from "~/data/feeds/checksum.server";
import type { Fault } from "~/transit/gtfs/feed";

export type Unzipped =
  { kind: "files"; files: Map<string, Uint8Array> } | { kind: "refused"; faults: [Fault, ...Fault[]] };

const KNOWN = new Set([
  "agency.txt",
  "stops.txt",
  "routes.txt",
  "trips.txt",
  "stop_times.txt",
  "calendar.txt",
  "calendar_dates.txt",
  "shapes.txt",
  "frequencies.txt",
  "transfers.txt",
  "pathways.txt",
  "levels.txt",
  "feed_info.txt",
]);

const MOST_ENTRIES = 1_000;
// Twenty times the feed of a metropolis of five thousand stops.
const MOST_BYTES = 512 * 2 ** 20;
// Timetables shrink to a tenth, very even ones to a thirtieth; bombs to a thousandth.
const MOST_RATIO = 100;
const RATIO_COUNTS_FROM_BYTES = 2 ** 20;

// What may be done about a zip that came damaged.
const AGAIN = "download it again, or ask for it anew";

const STORED = 0;
const DEFLATED = 8;

const inflate = promisify(inflateRaw);

class Refused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.reason);
  }
}

/** Everything is judged by what the zip says of itself before a byte is unpacked, and held to it while unpacking. */
export async function filesOf(bytes: Uint8Array): Promise<Unzipped> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer).catch(() =>
      refuse("", `not a zip file, or only a part of one: ${AGAIN}`),
    );
    const entries = await entriesOf(zip);
    const places = await placesOf(zip, entries, buffer.length);
    refuseOverlaps(places);
    const wanted = wantedOf(places);
    const unpacked = await Promise.all(wanted.map((place) => unpack(place, buffer)));
    return { kind: "files", files: new Map(unpacked) };
  } catch (error) {
    if (error instanceof Refused) return { kind: "refused", faults: [error.fault] };
    throw error;
  }
}

/** Where an entry lies in the zip: its header, its data and its end. */
type Place = { entry: Entry; start: number; data: number; end: number };

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) refuse("", `the zip holds ${zip.entryCount} files; a feed has a dozen`);
  const entries: Entry[] = [];
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      judge(entry, total);
      entries.push(entry);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    // yauzl names a path that leads out of the folder (.., /, a drive letter) after a colon.
    const path = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(
      (error as Error).message,
    )?.[1];
    refuse(shown(path ?? ""), path ? "leads out of the zip" : `the zip's list of files is broken: ${AGAIN}`);
  }
  return entries;
}

function judge(entry: Entry, total: number): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  const name = shown(fileName);
  // The upper half of the attributes holds a Unix file's kind: 0xA000 is a symbolic link.
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000)
    refuse(name, "a symbolic link has no place in a feed");
  if (entry.isEncrypted()) refuse(name, "the file is encrypted");
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    refuse(name, `compression method ${entry.compressionMethod} is not read here; use deflate`);
  if (uncompressedSize > RATIO_COUNTS_FROM_BYTES && uncompressedSize > MOST_RATIO * compressedSize)
    refuse(
      name,
      `unpacks to ${inMegabytes(uncompressedSize)} from ${compressedSize} bytes: no timetable does that`,
    );
  if (total > MOST_BYTES) refuse(name, `the files unpack to more than ${inMegabytes(MOST_BYTES)}`);
}

async function placesOf(zip: ZipFile, entries: Entry[], length: number): Promise<Place[]> {
  const places: Place[] = [];
  for (const entry of entries) {
    const header = await zip
      .readLocalFileHeaderPromise(entry, { minimal: true })
      .catch(() => refuse(shown(entry.fileName), `cannot be found in the zip: ${AGAIN}`));
    const data = header.fileDataStart;
    const end = data + entry.compressedSize;
    if (end > length) refuse(shown(entry.fileName), "the zip ends in the middle of this file");
    places.push({ entry, start: entry.relativeOffsetOfLocalHeader, data, end });
  }
  return places;
}

function refuseOverlaps(places: Place[]): void {
  const inOrder = places.toSorted((a, b) => a.start - b.start);
  inOrder.forEach(({ entry, start }, i) => {
    if (i > 0 && start < inOrder[i - 1]!.end)
      refuse(shown(entry.fileName), `overlaps ${shown(inOrder[i - 1]!.entry.fileName)} in the zip`);
  });
}

function wantedOf(places: Place[]): Place[] {
  const wanted = places.filter(({ entry }) => KNOWN.has(entry.fileName));
  const twice = wanted.find(
    ({ entry }, i) => wanted.findIndex((other) => other.entry.fileName === entry.fileName) < i,
  );
  if (twice) refuse(twice.entry.fileName, "the zip holds this file twice");
  if (wanted.length > 0) return wanted;
  const inside = places.find(({ entry }) => KNOWN.has(entry.fileName.split("/").at(-1)!));
  if (!inside) refuse("", "there is no GTFS file in the zip (agency.txt, stops.txt, ...)");
  const folder = shown(inside.entry.fileName.split("/").slice(0, -1).join("/"));
  return refuse("", `the feed lies in the folder "${folder}"; zip the files themselves, not their folder`);
}

async function unpack({ entry, data, end }: Place, zip: Buffer): Promise<[string, Uint8Array]> {
  const { fileName, uncompressedSize, compressionMethod } = entry;
  const packed = zip.subarray(data, end);
  let bytes: Buffer = packed;
  if (compressionMethod === DEFLATED) {
    // One chunk of just the size it should have; a byte more is refused by zlib before it is kept.
    const options = {
      maxOutputLength: Math.max(uncompressedSize, 1),
      chunkSize: Math.max(uncompressedSize + 1, 64),
    };
    bytes = await inflate(packed, options).catch((error: NodeJS.ErrnoException) =>
      refuse(
        fileName,
        error.code === "ERR_BUFFER_TOO_LARGE"
          ? `unpacks to more than the ${uncompressedSize} bytes the zip says: ${AGAIN}`
          : `is damaged and cannot be unpacked: ${AGAIN}`,
      ),
    );
  }
  if (bytes.length !== uncompressedSize)
    refuse(fileName, `unpacks to ${bytes.length} bytes where the zip says ${uncompressedSize}: ${AGAIN}`);
  if (checksum(bytes) !== entry.crc32) refuse(fileName, `is damaged, its checksum does not match: ${AGAIN}`);
  return [fileName, bytes];
}

function refuse(file: string, reason: string): never {
  throw new Refused({ file, line: null, column: null, reason });
}

// A name comes from a stranger: short, and without anything a terminal would obey.
function shown(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, "?").slice(0, 80);
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
