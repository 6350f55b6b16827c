/** Reading the few plain cookies of the seeker pages. */

/** As much of a request as they are read from. */
export type Asked = { url: string; headers: Pick<Headers, "get"> };

export function cookieOf(request: Asked, name: string): string | null {
  for (const pair of (request.headers.get("Cookie") ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}
