/** What may change while a page is open: each count, with what it takes to let its age grow, and the opening. */
import { letInFrom, type Opening } from "~/domain/hours/opening";
import type { Count } from "~/domain/pool";
import type { Option } from "~/domain/tonight";
import { countLine, countPattern, countWords } from "~/text/count";
import { openingSentence } from "~/text/opening";
import type { Telling } from "~/ui/telling";

/** `opening` where the counts are weighed for when somebody who asked would be let in. */
type CountsProps = { counts: Count[]; telling: Telling; opening: Opening | null };

export function Counts({ counts, telling: { language, now, from }, opening }: CountsProps) {
  const then = opening ? letInFrom(opening, from) : now;
  const several = new Set(counts.map(({ household }) => household)).size > 1;
  return counts.map((count) => {
    const { poolId, worth } = count;
    const { free, rest } = countLine(count, language);
    const whom = several ? ` ${countWords[language].households[count.household]}` : undefined;
    // The small script writes into both elements.
    return (
      <p
        key={poolId}
        className="count"
        data-count={poolId}
        data-at={worth.kind === "unknown" ? undefined : now - worth.minutes * 60}
        data-then={then > now ? then : undefined}
        data-said={countPattern(count, language).said}
        data-whom={whom}
      >
        <b>{free ? `${free}${whom ?? ""}` : ""}</b>
        <span>{free ? `, ${rest}` : rest}</span>
      </p>
    );
  });
}

/** "8 extra mats tonight, until 8 am", on the page of the place. */
export function Extras({ counts, telling: { language, clock } }: Omit<CountsProps, "opening">) {
  const words = countWords[language];
  return counts.map(
    ({ poolId, unit, extra }) =>
      extra && <p key={poolId}>{words.extra(extra.units, words.units[unit], clock.until(extra.until))}</p>,
  );
}

/** Changes by itself only for who asked about now: for another hour it would be another sentence. */
export function OpeningLine({
  option,
  telling,
}: {
  option: Pick<Option, "opening" | "place">;
  telling: Telling;
}) {
  const isNow = telling.from === telling.now;
  return (
    <p data-opening={isNow ? option.place.placeId : undefined}>{openingSentence(option.opening, telling)}</p>
  );
}
