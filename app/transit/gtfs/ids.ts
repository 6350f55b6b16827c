/**
 * Ids of one table and their indices, found by their bytes: reading half a million stop times makes no string.
 * Open addressing with linear probing; at most half of the slots are taken, so a probe ends soon.
 */

const FIRST_SLOTS = 1024;

export class Ids {
  #slots = new Int32Array(FIRST_SLOTS).fill(-1);
  #hashes = new Int32Array(FIRST_SLOTS / 2);
  #starts = new Int32Array(FIRST_SLOTS / 2 + 1);
  #bytes = new Uint8Array(16 * FIRST_SLOTS);
  count = 0;

  /** The index of the id in bytes[start, end), or -1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    const hash = hashOf(bytes, start, end);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const index = this.#slots[slot]!;
      if (index < 0) return -1;
      if (this.#hashes[index] === hash && this.#equals(index, bytes, start, end)) return index;
    }
  }

  /** The new id's index, counted from 0, or -1 where the id was there before. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (this.find(bytes, start, end) >= 0) return -1;
    if (2 * (this.count + 1) > this.#slots.length) this.#grow();
    const index = this.count++;
    const from = this.#starts[index]!;
    const needed = from + end - start;
    if (needed > this.#bytes.length)
      this.#bytes = enlarged(this.#bytes, Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.set(bytes.subarray(start, end), from);
    this.#starts[index + 1] = needed;
    this.#hashes[index] = hashOf(bytes, start, end);
    this.#place(index);
    return index;
  }

  /** All ids as text, by index. */
  texts(): string[] {
    const decoder = new TextDecoder();
    return Array.from({ length: this.count }, (_, index) =>
      decoder.decode(this.#bytes.subarray(this.#starts[index], this.#starts[index + 1])),
    );
  }

  #equals(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[index]!;
    if (this.#starts[index + 1]! - from !== end - start) return false;
    for (let i = start, j = from; i < end; i++, j++) if (bytes[i] !== this.#bytes[j]) return false;
    return true;
  }

  #place(index: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hashes[index]! & mask;
    while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = index;
  }

  #grow(): void {
    const slots = 2 * this.#slots.length;
    this.#hashes = enlarged(this.#hashes, slots / 2);
    this.#starts = enlarged(this.#starts, slots / 2 + 1);
    this.#slots = new Int32Array(slots).fill(-1);
    for (let index = 0; index < this.count; index++) this.#place(index);
  }
}

// FNV-1a, with its high bits folded in: ids differ mostly in their last digits.
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function enlarged<T extends Int32Array | Uint8Array>(array: T, length: number): T {
  const larger = (array instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length)) as T;
  larger.set(array);
  return larger;
}
