/** What is asked before a count is taken: whether a large change is right, or what to do where it has moved on. */
import type { BoardPool } from "~/domain/board";
import { freeUnits } from "~/domain/pool";
import type { StaffPlace } from "~/domain/staff";
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";
import { poolName } from "~/ui/board";
import { StaffPage } from "~/ui/staff-page";

/** The address of the question, come to without one. */
export function NothingAsked({ language, back }: { language: Language; back: string }) {
  const words = staffWords[language];
  return (
    <StaffPage language={language} name={null}>
      <h1>{words.oldForm}</h1>
      <a className="main" href={back}>
        {words.no}
      </a>
    </StaffPage>
  );
}

type Wanted = { occupied?: number; outOfService?: number };

export type CountQuestionProps = {
  language: Language;
  name: string;
  place: StaffPlace;
  pool: Omit<BoardPool, "said"> & { key: string };
  asks: ({ kind: "sure" | "moved" } & Wanted) | { kind: "unclear"; typed: string | null };
};

export function CountQuestion({ language, name, place, pool, asks }: CountQuestionProps) {
  const words = staffWords[language];
  const back = `/staff/places/${place.placeId}`;
  const what = poolName(pool, language);
  if (asks.kind === "unclear") {
    return (
      <StaffPage language={language} name={name}>
        <h1>{what}</h1>
        <p className="problem">{asks.typed === null ? words.oldForm : words.unclear(asks.typed)}</p>
        <a className="main" href={back}>
          {words.no}
        </a>
      </StaffPage>
    );
  }
  const { occupied = pool.occupied, outOfService } = asks;
  const free = words.freeThen(
    freeUnits({ ...pool, occupied, outOfService: outOfService ?? pool.outOfService }),
  );
  const isSure = asks.kind === "sure";
  return (
    <StaffPage language={language} name={name}>
      <h1>{isSure ? words.askTitle : words.movedTitle}</h1>
      <p>{isSure ? words.ask(what, free) : words.moved(what, pool.occupied, String(occupied))}</p>
      <form method="post" action={`${back}/count`}>
        <input type="hidden" name="key" value={pool.key} />
        <input type="hidden" name="pool" value={pool.poolId} />
        <input type="hidden" name="version" value={pool.version} />
        <input type="hidden" name="sure" value="1" />
        {outOfService !== undefined && <input type="hidden" name="outOfService" value={outOfService} />}
        <button className="main" name="occupied" value={occupied}>
          {isSure ? words.yes : words.saveMine(String(occupied))}
        </button>
      </form>
      <p className="actions">
        <a href={back}>{isSure ? words.no : words.keepTheirs}</a>
      </p>
    </StaffPage>
  );
}
