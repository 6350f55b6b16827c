/** Numbers by chance that are the same every time: one seed, one sequence (Mulberry32). */
export type Seeded = { next: () => number; upTo: (n: number) => number };

export function seeded(seed: number): Seeded {
  let state = Math.imul(seed, 0x9e3779b1) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, upTo: (n) => Math.floor(next() * n) };
}
