import { strToU8, zipSync, type Zippable } from "fflate";
import { describe, expect, test } from "vitest";
import { filesOf } from "~/data/feeds/zip.server";

const texts = {
  "agency.txt": strToU8("agency_name\nTown\n"),
  "stops.txt": strToU8("stop_id\n" + "stop\n".repeat(500)),
};
const zipped = (files: Zippable = texts) => Uint8Array.from(zipSync(files));

async function refusal(bytes: Uint8Array): Promise<string> {
  const opened = await filesOf(bytes);
  return opened.kind === "files"
    ? "opened"
    : opened.faults.map(({ file, reason }) => `${file}: ${reason}`).join();
}

/** Where the first central directory entry named so begins. */
function directoryEntry(bytes: Uint8Array, name: string): number {
  const view = Buffer.from(bytes.buffer);
  for (
    let at = view.indexOf("PK\x01\x02", 0, "latin1");
    at >= 0;
    at = view.indexOf("PK\x01\x02", at + 1, "latin1")
  )
    if (view.toString("latin1", at + 46, at + 46 + view.readUInt16LE(at + 28)) === name) return at;
  throw new Error(`${name} is not in the zip`);
}

function patched(bytes: Uint8Array, name: string, patch: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice();
  patch(new DataView(copy.buffer), directoryEntry(copy, name));
  return copy;
}

test("gives the files of a feed, deflated or stored, byte for byte", async () => {
  const opened = await filesOf(
    zipped({ "agency.txt": texts["agency.txt"], "stops.txt": [texts["stops.txt"], { level: 0 }] }),
  );
  expect(
    opened.kind === "files" &&
      [...opened.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
  ).toEqual(Object.entries(texts).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
});

test("gives an empty file as empty", async () => {
  const opened = await filesOf(zipped({ ...texts, "shapes.txt": new Uint8Array() }));
  expect(opened.kind === "files" && opened.files.get("shapes.txt")).toHaveLength(0);
});

test("leaves out what is no part of GTFS, at the top or below", async () => {
  const opened = await filesOf(
    zipped({ ...texts, "notes.pdf": strToU8("x"), __MACOSX: { "stops.txt": strToU8("y") } }),
  );
  expect(opened.kind === "files" && [...opened.files.keys()]).toEqual(["agency.txt", "stops.txt"]);
});

test("reads bytes that lie in the middle of a larger buffer", async () => {
  const zip = zipped();
  const larger = new Uint8Array(zip.length + 100);
  larger.set(zip, 50);
  expect(await refusal(larger.subarray(50, 50 + zip.length))).toBe("opened");
});

describe("refuses, with file and reason:", () => {
  test("a feed inside a folder", async () => {
    expect(await refusal(zipped({ gtfs: texts }))).toBe(
      ': the feed lies in the folder "gtfs"; zip the files themselves, not their folder',
    );
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["text", strToU8("stop_id,stop_name\n1,A\n")],
    ["noise", Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7919) >> 3)],
    ["a truncated zip", zipped().subarray(0, 100)],
    ["a zip without its last byte", zipped().subarray(0, -1)],
    ["a zip without its first bytes", zipped().subarray(10)],
  ])("%s", async (_, bytes) => {
    expect(await refusal(bytes)).not.toBe("opened");
  });

  test("a zip without a GTFS file", async () => {
    expect(await refusal(zipped({ "a.txt": strToU8("x") }))).toMatch(/there is no GTFS file/);
  });

  test.each(["../stops.txt", "/stops.txt", "a/../../stops.txt", "C:/stops.txt"])(
    "a path that leads out: %s",
    async (path) => {
      expect(await refusal(zipped({ ...texts, [path]: strToU8("x") }))).toBe(`${path}: leads out of the zip`);
    },
  );

  test("a symbolic link", async () => {
    const link = zipped({
      ...texts,
      "trips.txt": [strToU8("/etc/passwd"), { os: 3, attrs: 0o120777 << 16 }],
    });
    expect(await refusal(link)).toBe("trips.txt: a symbolic link has no place in a feed");
  });

  test("overlapping entries", async () => {
    const zip = zipped();
    const first = new DataView(zip.buffer).getUint32(directoryEntry(zip, "agency.txt") + 42, true);
    const overlapping = patched(zip, "stops.txt", (view, at) => view.setUint32(at + 42, first, true));
    expect(await refusal(overlapping)).toMatch(/overlaps/);
  });

  test("a file that is there twice", async () => {
    const zip = zipped({ "stops.txt": strToU8("a"), "stopt.txt": strToU8("b") });
    const twice = patched(zip, "stopt.txt", (view, at) => view.setUint8(at + 46 + 4, "s".charCodeAt(0)));
    expect(await refusal(twice)).toMatch(/twice|cannot be found|no GTFS|overlaps/);
  });

  test("an encrypted file", async () => {
    const locked = patched(zipped(), "stops.txt", (view, at) => view.setUint16(at + 8, 1, true));
    expect(await refusal(locked)).toBe("stops.txt: the file is encrypted");
  });

  test("a way of packing that is not known", async () => {
    const odd = patched(zipped(), "stops.txt", (view, at) => view.setUint16(at + 10, 12, true));
    expect(await refusal(odd)).toMatch(/stops.txt: compression method 12/);
  });

  test("a file whose bytes are damaged", async () => {
    const damaged = patched(zipped(), "stops.txt", (view, at) => view.setUint32(at + 16, 7, true));
    expect(await refusal(damaged)).toBe(
      "stops.txt: is damaged, its checksum does not match: download it again, or ask for it anew",
    );
  });

  test.each([2504, 2506, 100])("a file that says it has %d bytes and has 2,508", async (bytes) => {
    const lying = patched(zipped(), "stops.txt", (view, at) => view.setUint32(at + 24, bytes, true));
    expect(await refusal(lying)).toMatch(/^stops.txt: unpacks to .*: download it again/);
  });

  test("whatever byte of it is damaged, in our own words", async () => {
    const zip = zipped();
    for (let at = 0; at < zip.length; at++) {
      const damaged = zip.slice();
      damaged[at]! ^= 0xff;
      expect(await refusal(damaged)).not.toMatch(/[Bb]uffer|central directory|local file header|Error|zlib/);
    }
  });

  test("more files than a feed can have", async () => {
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`f${i}.txt`, new Uint8Array()]));
    expect(await refusal(zipped(many))).toMatch(/holds 1500 files/);
  });
});

describe("bombs are refused within a second and 64 MB:", () => {
  const megabyte = new Uint8Array(2 ** 20).fill(65);
  const bomb = zipped({
    ...texts,
    "stop_times.txt": Buffer.concat(Array.from({ length: 100 }, () => megabyte)),
  });

  async function cheaply(bytes: Uint8Array): Promise<string> {
    const [before, memory] = [performance.now(), process.memoryUsage().rss];
    const said = await refusal(bytes);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(64 * 2 ** 20);
    return said;
  }

  test("one that says what it is", async () => {
    expect(await cheaply(bomb)).toMatch(/^stop_times.txt: unpacks to 100 MB from \d+ bytes/);
  });

  test("one that says it is small", async () => {
    const lying = patched(bomb, "stop_times.txt", (view, at) => view.setUint32(at + 24, 500_000, true));
    expect(await cheaply(lying)).toMatch(/^stop_times.txt: unpacks to more than the 500000 bytes/);
  });

  test("one that says it is larger than any feed", async () => {
    const huge = patched(zipped(), "stops.txt", (view, at) => view.setUint32(at + 24, 0xfffffff0, true));
    expect(await cheaply(huge)).toMatch(/^stops.txt: unpacks to 4096 MB/);
  });

  test("a field of ten million characters", async () => {
    const field = zipped({ ...texts, "routes.txt": strToU8(`route_id\n"${"x".repeat(10_000_000)}"\n`) });
    expect(await cheaply(field)).toMatch(/^routes.txt: unpacks to 10 MB/);
  });
});

test("no single changed byte makes it throw or hang", async () => {
  const zip = zipped();
  for (let at = 0; at < zip.length; at += 3) {
    const changed = zip.slice();
    changed[at]! ^= 0xff;
    const opened = await filesOf(changed);
    if (opened.kind === "refused") expect(opened.faults[0].reason).not.toBe("");
  }
});
