/** A tile server on loopback that answers as it is told, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { crc32, deflateSync } from "node:zlib";

export type TileServer = {
  /** With {z}, {x} and {y}. */
  url: string;
  asked: { path: string; headers: IncomingMessage["headers"] }[];
  /** The most requests that were open at one time. */
  mostAtOnce(): number;
  answer(how: (request: IncomingMessage, response: ServerResponse) => void): void;
  close(): Promise<void>;
};

export async function startTileServer(): Promise<TileServer> {
  const asked: TileServer["asked"] = [];
  let open = 0;
  let most = 0;
  let answer = picture();
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    most = Math.max(most, ++open);
    response.on("close", () => open--);
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/{z}/{x}/{y}.png`,
    asked,
    mostAtOnce: () => most,
    answer: (how) => (answer = how),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export function picture(headers: Record<string, string> = {}, bytes = png(200)) {
  return (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { "content-type": "image/png", "content-length": bytes.length, ...headers });
    response.end(bytes);
  };
}

/** A whole 256 x 256 picture of one grey with a darker edge. */
export function png(grey: number): Buffer<ArrayBuffer> {
  const side = 256;
  const rows = Buffer.alloc(side * (side + 1), grey);
  for (let y = 0; y < side; y++) {
    rows[y * (side + 1)] = 0;
    rows[y * (side + 1) + 1] = grey - 40;
    if (y === 0) rows.fill(grey - 40, 1, side + 1);
  }
  const size = Buffer.from([0, 0, 1, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", size),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body) >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
