/** A worker that wants all memory there is. */
const kept: string[][] = [];
for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => `${kept.length} and ${i}`));
