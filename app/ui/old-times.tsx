/** Which bus companies' times have ended, said once a page: a way we do not know may still run. */
import type { OldTimes } from "~/domain/journey";
import { oldTimesSentences } from "~/text/caution-short";
import { Dialled } from "~/ui/dialled";
import type { Telling } from "~/ui/telling";

type OldTimesProps = { oldTimes: readonly OldTimes[]; telling: Telling };

export function OldTimesSaid({ oldTimes, telling: { language, busPhone } }: OldTimesProps) {
  const said = oldTimesSentences(oldTimes, language, busPhone);
  return said.length > 0 ? (
    <p>
      <Dialled words={said.join(" ")} phone={busPhone} />
    </p>
  ) : null;
}
