/** One pool on the board. What is empty or hidden is there for the small script, which fills it as things change. */
import type { ReactNode } from "react";
import { poolName, type RowNews } from "~/text/board";
import { boardWords } from "~/text/board-words";
import { staffWords } from "~/text/staff";
import type { BoardProps } from "~/ui/board";

type RowProps = {
  pool: BoardProps["pools"][number];
  news: RowNews;
  board: Pick<BoardProps, "language" | "place" | "clock" | "usualEnd" | "now">;
};

export function PoolRow(row: RowProps) {
  const { pool, news, board } = row;
  const words = staffWords[board.language];
  const what = poolName(pool, board.language);
  return (
    <section className="pool" aria-labelledby={`pool-${pool.poolId}`} data-row={pool.poolId}>
      <h2 id={`pool-${pool.poolId}`}>{what}</h2>
      <RowForm row={row} to="count" hidden={!news.isCounted}>
        <FreeNumber row={row} what={what} />
        <p className="problem" data-part="over" hidden={news.over === ""}>
          {news.over}
        </p>
        <p className="small" data-part="parts">
          {news.parts}
        </p>
        <button className="main" name="sure" value="1">
          {words.stillRight}
        </button>
        <button name="occupied" value={news.full} disabled={news.left <= 0} data-part="full">
          {words.full}
        </button>
      </RowForm>
      <p className="saved" role="status" data-part="saved">
        {news.saved}
      </p>
      <p className="unsent" role="status" />
      <Undo row={row} />
      <Exact row={row} />
      <Extra row={row} />
    </section>
  );
}

/** What the public reads, between one less of it and one more. */
function FreeNumber({ row: { news, board }, what }: { row: RowProps; what: string }) {
  const words = staffWords[board.language];
  return (
    <p className="number">
      <button name="occupied" value={news.occupied + 1} aria-label={words.oneLess(what)} data-part="less">
        −
      </button>
      <b>
        <span data-part="free">{news.free}</span> <small data-part="freeWords">{news.freeWords}</small>
      </b>
      <button
        name="occupied"
        value={Math.max(0, news.occupied - 1)}
        disabled={news.occupied === 0}
        aria-label={words.oneMore(what)}
        data-part="more"
      >
        +
      </button>
    </p>
  );
}

function Undo({ row }: { row: RowProps }) {
  const { undo } = row.news;
  return (
    <RowForm row={row} to={undo?.to ?? "count"} hidden={undo === null} className="undo">
      <input type="hidden" name="sure" value="1" />
      {Object.entries(undo?.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button>{undo?.words}</button>
    </RowForm>
  );
}

function Exact({ row }: { row: RowProps }) {
  const { news, board } = row;
  const words = staffWords[board.language];
  return (
    <details open={!news.isCounted}>
      <summary>{words.exact}</summary>
      <RowForm row={row} to="count" className="exact">
        <p className="small" data-part="changed" hidden />
        <div className="two">
          <Number
            name="occupied"
            label={words.takenField}
            row={row}
            value={news.isCounted ? news.occupied : ""}
          />
          <Number name="outOfService" label={words.outOfServiceField} row={row} value={news.outOfService} />
        </div>
        <button>{words.save}</button>
      </RowForm>
    </details>
  );
}

function Extra({ row }: { row: RowProps }) {
  const { pool, news, board } = row;
  const words = boardWords[board.language];
  const { extra } = pool;
  const end = extra ? board.clock.hour(extra.until) : board.usualEnd;
  return (
    <details hidden={!news.isCounted}>
      <summary>{words.extraTitle}</summary>
      <RowForm row={row} to="extra">
        <input type="hidden" name="made" value={Math.floor(board.now.getTime() / 1000)} />
        <p className="small">{words.extraHint}</p>
        <div className="two">
          <Number name="extra" label={words.extraField} row={row} value={extra?.units ?? ""} />
          <div className="field">
            <label htmlFor={`until-${pool.poolId}`}>{words.untilField}</label>
            <input id={`until-${pool.poolId}`} name="until" defaultValue={end} required />
          </div>
        </div>
        <button>{words.extraSave}</button>
      </RowForm>
      <RowForm row={row} to="extra" className="no-extra" hidden={extra === null}>
        <button name="extra" value="0">
          {words.extraNone}
        </button>
      </RowForm>
    </details>
  );
}

type NumberProps = { name: string; label: string; row: RowProps; value: number | "" };

function Number({ name, label, row: { pool }, value }: NumberProps) {
  const id = `${name}-${pool.poolId}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        defaultValue={value}
        inputMode="numeric"
        required={name !== "outOfService"}
      />
    </div>
  );
}

type RowFormProps = {
  row: RowProps;
  to: "count" | "extra" | "holds/not-in";
  hidden?: boolean;
  className?: string;
  children: ReactNode;
};

/** Sent twice it counts once: the key is the same. The version says what the page showed. */
function RowForm({ row: { pool, news, board }, to, children, ...more }: RowFormProps) {
  return (
    <form method="post" action={`/staff/places/${board.place.placeId}/${to}`} data-send {...more}>
      <input type="hidden" name="key" value={pool.key} />
      <input type="hidden" name="pool" value={pool.poolId} />
      <input type="hidden" name="version" value={news.version} />
      <input type="hidden" name="saw" value={news.saw} />
      {children}
    </form>
  );
}
