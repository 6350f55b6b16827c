/** A page that is open and asks for itself anew (`?live=1`): nobody has tapped anything, and nobody has chosen anything. */
export function isWatching({ method, url }: Pick<Request, "method" | "url">): boolean {
  return method === "GET" && new URL(url).searchParams.has("live");
}
