import { expect, test } from "vitest";
import { stopLabel } from "~/domain/where/stop-label";

test.each([
  ["GRAND @ OLIVE NB", "Grand & Olive"],
  ["KINGSHIGHWAY @  LINDELL NB", "Kingshighway & Lindell"],
  ["ARSENAL @ 13TH STREET WB", "Arsenal & 13th Street"],
  ["ST. LOUIS MILLS @ TAUSSIG SB", "St. Louis Mills & Taussig"],
  ["7th & Minnesota EB", "7th & Minnesota"],
  ["Broad & 13th 0", "Broad & 13th"],
  ["Market & Miller Pk 0-1", "Market & Miller Pk"],
  ["Hardy School-1", "Hardy School"],
  ["GLENWOOD + VINE", "Glenwood & Vine"],
  ["Muir Rd and Center Ave", "Muir Rd & Center Ave"],
  ["Main & 1", "Main & 1"],
  ["Platform 1", "Platform 1"],
  ["KCKCC", "KCKCC"],
  ["47th & State MetroCenter", "47th & State MetroCenter"],
  ["NB", "NB"],
  ["", ""],
])("%j is written %j", (name, label) => {
  expect(stopLabel(name)).toBe(label);
});
