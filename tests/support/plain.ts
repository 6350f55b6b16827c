/** Spaces that hold a number and its unit together, as the plain ones a test is written with. */
export function plainly<T>(value: T): T {
  if (typeof value === "string") return value.replaceAll("\u00a0", " ") as T;
  if (typeof value === "function") return ((...args: unknown[]) => plainly(value(...args))) as T;
  if (Array.isArray(value)) return value.map(plainly) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainly(part)])) as T;
}
