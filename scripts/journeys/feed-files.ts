/** Feeds read from their files, or a sentence with what is wrong in them, and where. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { filesOf } from "~/data/feeds/zip.server";
import type { Fault, Feed } from "~/transit/gtfs/feed";
import { readFeed } from "~/transit/gtfs/read-feed";
import { Refusal } from "../postgres/refusal";

/** `name` is the file's, as it is said. */
export type FeedFile = { name: string; feed: Feed; warnings: Fault[] };

const MOST_BYTES = 512 * 2 ** 20;

export async function readFeedFile(file: string): Promise<FeedFile> {
  const name = path.basename(file);
  const unzipped = await filesOf(await bytesOf(file));
  const read = unzipped.kind === "files" ? readFeed(unzipped.files) : unzipped;
  if (read.kind === "feed") return { name, feed: read.feed, warnings: read.warnings };
  return refuse(name, read.faults);
}

export async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new Refusal(`There is no file ${file}.`);
  if (!found.isFile()) throw new Refusal(`${file} is a folder: a feed is a zip of its files.`);
  if (found.size > MOST_BYTES)
    throw new Refusal(`${file} is larger than 512 MB: a feed of one region is not.`);
  return readFile(file);
}

export function refuse(name: string, faults: Fault[]): never {
  throw new Refusal(`${name} cannot be used:\n${faults.map((fault) => `  ${saidFault(fault)}`).join("\n")}`);
}

export function saidFault({ file, line, column, reason }: Fault): string {
  const where = [file, line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(", ");
  return where ? `${where}: ${reason}` : reason;
}
