// What time it is for the server, as well as an open board can know.
const CLOCK_SET_MS = 60_000;

// Phones' clocks are wrong, and are set right; the difference to the server's is what counts. Of two the larger is nearer
// to the truth, for news is never old by less than nothing.
let ahead = -Infinity;
export function setClock(now) {
  const fresh = now * 1000 - Date.now();
  if (fresh > ahead || fresh < ahead - CLOCK_SET_MS) ahead = fresh;
}

export const said = () => String(Math.floor((Date.now() + ahead) / 1000));
