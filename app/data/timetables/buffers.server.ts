/** What of a value may change hands between threads without being copied. */

/** The buffers of all typed arrays in plain objects, arrays and maps. */
export function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    // A shared pool belongs to others too.
    if (value.buffer instanceof ArrayBuffer && !Buffer.isBuffer(value)) found.add(value.buffer);
  } else if (Array.isArray(value) || value instanceof Map) {
    for (const each of value.values()) if (typeof each === "object") buffersOf(each, found);
  } else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) if (typeof each === "object") buffersOf(each, found);
  }
  return found;
}
