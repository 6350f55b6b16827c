/** The board: every pool of a place with its big number, one tap to say that it is still right, and tonight's switch. */
import type { ReactNode } from "react";
import { takenWhenFull, type BoardPool, type Statement } from "~/domain/board";
import { freeUnits } from "~/domain/pool";
import type { StaffPlace } from "~/domain/staff";
import { countWords } from "~/text/count";
import type { Language } from "~/text/language";
import type { Clock } from "~/text/say";
import { staffWords } from "~/text/staff";
import { AtDoor, type AtDoorProps } from "~/ui/at-door";
import { InboxLink, type OpenHolds } from "~/ui/inbox-link";
import { Refresh } from "~/ui/live";
import { NotIn, type ArrivedHold } from "~/ui/not-in";
import { StaffPage } from "~/ui/staff-page";
import { TonightSwitch, type TonightSaid } from "~/ui/tonight-switch";

export type BoardRow = BoardPool & {
  key: string;
  undo: Statement | null;
  /** The hold whose arrival made the count that can be taken back. */
  notIn: ArrivedHold | null;
};

export type BoardProps = {
  language: Language;
  name: string;
  place: StaffPlace;
  pools: BoardRow[];
  tonight: TonightSaid;
  door: AtDoorProps["door"];
  open: OpenHolds;
  now: Date;
  clock: Clock;
};

export function Board(board: BoardProps) {
  const { language, name, place, pools, tonight, clock } = board;
  const words = staffWords[language];
  return (
    <StaffPage language={language} name={name}>
      <h1>{place.name}</h1>
      {place.address && <p className="small">{place.address}</p>}
      <InboxLink language={language} placeId={place.placeId} open={board.open} />
      <TonightSwitch language={language} placeId={place.placeId} tonight={tonight} clock={clock} />
      <AtDoor {...board} />
      {pools.map((pool) => (
        <Pool key={pool.poolId} pool={pool} place={place} language={language} clock={clock} />
      ))}
      <Refresh language={language} />
      <p>
        <a href={`/staff/places/${place.placeId}/log`}>{words.log}</a>
      </p>
      {place.isManager && (
        <p>
          <a href={`/staff/places/${place.placeId}/edit`}>{words.edit}</a>
        </p>
      )}
    </StaffPage>
  );
}

/** "Rooms for families", as the public reads it. */
export function poolName(
  { household, unit }: Pick<BoardPool, "household" | "unit">,
  language: Language,
): string {
  const [, many] = countWords[language].units[unit];
  return `${many.charAt(0).toUpperCase()}${many.slice(1)} ${countWords[language].households[household]}`;
}

type PoolProps = { pool: BoardRow; place: StaffPlace; language: Language; clock: Clock };

function Pool({ pool, place, language, clock }: PoolProps) {
  const words = staffWords[language];
  const { occupied, outOfService, held, capacity } = pool;
  const free = freeUnits(pool);
  const what = poolName(pool, language);
  const parts = [
    words.taken(occupied, capacity),
    ...(held > 0 ? [words.held(held)] : []),
    ...(outOfService > 0 ? [words.outOfService(outOfService)] : []),
  ];
  return (
    <section className="pool" aria-labelledby={`pool-${pool.poolId}`}>
      <h2 id={`pool-${pool.poolId}`}>{what}</h2>
      {isCounted(pool) && (
        <CountForm pool={pool} place={place}>
          <FreeNumber pool={pool} what={what} language={language} />
          {free < 0 && (
            <p className="problem">
              <strong>{words.over(-free)}.</strong> {words.overHint}
            </p>
          )}
          <p className="small">{parts.join(", ")}.</p>
          <button className="main" name="sure" value="1">
            {words.stillRight}
          </button>
          <button name="occupied" value={takenWhenFull(pool)} disabled={free <= 0}>
            {words.full}
          </button>
        </CountForm>
      )}
      <Saved pool={pool} place={place} language={language} clock={clock} />
      <Exact pool={pool} place={place} language={language} />
    </section>
  );
}

/** Before the first count nothing can be still right: the numbers it begins with are nobody's. */
function isCounted({ said }: BoardRow): boolean {
  return said.length > 0;
}

/** What the public reads, between one less of it and one more. */
function FreeNumber({ pool, what, language }: { pool: BoardRow; what: string; language: Language }) {
  const words = staffWords[language];
  const { occupied } = pool;
  const free = freeUnits(pool);
  return (
    <p className="number">
      <button name="occupied" value={occupied + 1} aria-label={words.oneLess(what)}>
        −
      </button>
      <b>
        {Math.max(0, free)} <small>{words.free(free)}</small>
      </b>
      <button
        name="occupied"
        value={Math.max(0, occupied - 1)}
        disabled={occupied === 0}
        aria-label={words.oneMore(what)}
      >
        +
      </button>
    </p>
  );
}

function Saved({ pool, place, language, clock }: PoolProps) {
  const words = staffWords[language];
  const [last] = pool.said;
  return (
    <>
      <p className="saved" role="status">
        {last ? words.saved(clock.departs(last.at.getTime() / 1000), last.who) : words.never}
      </p>
      {pool.notIn && <NotIn placeId={place.placeId} hold={pool.notIn} language={language} />}
      {pool.undo && (
        <CountForm pool={pool} place={place}>
          <input type="hidden" name="sure" value="1" />
          <input type="hidden" name="outOfService" value={pool.undo.outOfService} />
          <button name="occupied" value={pool.undo.occupied}>
            {words.undo(pool.undo.occupied)}
          </button>
        </CountForm>
      )}
    </>
  );
}

function Exact({ pool, place, language }: Omit<PoolProps, "clock">) {
  const words = staffWords[language];
  const [taken, broken] = [`taken-${pool.poolId}`, `broken-${pool.poolId}`];
  return (
    <details open={!isCounted(pool)}>
      <summary>{words.exact}</summary>
      <CountForm pool={pool} place={place}>
        <div className="two">
          <div className="field">
            <label htmlFor={taken}>{words.takenField}</label>
            <input
              id={taken}
              name="occupied"
              defaultValue={isCounted(pool) ? pool.occupied : ""}
              inputMode="numeric"
              required
            />
          </div>
          <div className="field">
            <label htmlFor={broken}>{words.outOfServiceField}</label>
            <input id={broken} name="outOfService" defaultValue={pool.outOfService} inputMode="numeric" />
          </div>
        </div>
        <button>{words.save}</button>
      </CountForm>
    </details>
  );
}

type CountFormProps = { pool: BoardRow; place: StaffPlace; children: ReactNode };

/** Sent twice it counts once: the key is the same. The version says what the page showed. */
function CountForm({ pool, place, children }: CountFormProps) {
  return (
    <form method="post" action={`/staff/places/${place.placeId}/count`}>
      <input type="hidden" name="key" value={pool.key} />
      <input type="hidden" name="pool" value={pool.poolId} />
      <input type="hidden" name="version" value={pool.version} />
      {children}
    </form>
  );
}
