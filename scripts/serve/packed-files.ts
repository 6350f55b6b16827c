/** Files of the build, sent as the build packed them where the browser takes brotli. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { RequestHandler } from "express";
import express from "express";

type Keeping = { maxAge: string; immutable?: boolean };

export function packedFiles(folder: string, { maxAge, immutable = false }: Keeping): RequestHandler {
  const files = express.static(folder, { maxAge, immutable, index: false, redirect: false });
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const name = decoded(request.path);
    // A page's name has no dot: the disk is not asked for it.
    if (name === undefined || !name.includes(".") || name.endsWith(".br")) return next();
    // Only names that the build made: never a path that leads out of the folder.
    const packed = path.join(folder, `${name}.br`);
    if (!packed.startsWith(folder + path.sep) || !existsSync(packed)) return files(request, response, next);
    response.vary("Accept-Encoding");
    if (request.acceptsEncodings("br") !== "br") return files(request, response, next);
    response.set("Content-Encoding", "br").type(path.extname(name));
    request.url = request.url.replace(/(\?|$)/, ".br$1");
    return files(request, response, next);
  };
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
