/** The board: every pool of a place with its big number, one tap to say that it is still right, and tonight's switch. */
import type { BoardPool } from "~/domain/board";
import type { StaffPlace } from "~/domain/staff";
import type { RowNews } from "~/text/board";
import { boardWords } from "~/text/board-words";
import type { Language } from "~/text/language";
import { noteTexts } from "~/text/note";
import type { Clock } from "~/text/say";
import { staffWords, type StaffWords } from "~/text/staff";
import { AtDoor, type AtDoorProps } from "~/ui/at-door";
import { PoolRow } from "~/ui/board-pool";
import { InboxLink, type OpenHolds } from "~/ui/inbox-link";
import { Refresh } from "~/ui/live";
import { StaffPage } from "~/ui/staff-page";
import { TonightSwitch, type TonightSaid } from "~/ui/tonight-switch";

export type BoardProps = {
  language: Language;
  name: string;
  personId: number;
  place: StaffPlace;
  pools: (Omit<BoardPool, "said" | "counted"> & { key: string })[];
  tonight: TonightSaid;
  door: AtDoorProps["door"];
  open: OpenHolds;
  /** What open boards are told: this one begins with it. */
  news: { rows: RowNews[]; note: string };
  /** As it is typed: "8 am". */
  usualEnd: string;
  now: Date;
  clock: Clock;
};

export function Board(board: BoardProps) {
  const { language, name, place, pools, tonight, news, clock } = board;
  const base = `/staff/places/${place.placeId}`;
  const words = staffWords[language];
  return (
    <StaffPage language={language} name={name}>
      <h1>{place.name}</h1>
      {place.address && <p className="small">{place.address}</p>}
      <div
        data-board={base}
        data-person={board.personId}
        data-lang={language}
        data-news={JSON.stringify(news)}
        data-words={JSON.stringify(boardWords[language].script)}
      >
        <p className="unsent" role="status" />
        <InboxLink language={language} placeId={place.placeId} open={board.open} />
        <TonightSwitch language={language} placeId={place.placeId} tonight={tonight} clock={clock} />
        <AtDoor {...board} />
        {pools.map((pool, index) => (
          <PoolRow key={pool.poolId} pool={pool} news={news.rows[index]!} board={board} />
        ))}
        <section className="tonight" aria-labelledby="note">
          <h2 id="note">{noteTexts[language].title}</h2>
          <p data-part="note">{news.note}</p>
          <p>
            <a href={`${base}/note`}>{noteTexts[language].change}</a>
          </p>
        </section>
      </div>
      <Refresh language={language} />
      <Links base={base} isManager={place.isManager} words={words} />
      <script type="module" src="/board.js" />
    </StaffPage>
  );
}

function Links({ base, isManager, words }: { base: string; isManager: boolean; words: StaffWords }) {
  return (
    <>
      <p>
        <a href={`${base}/log`}>{words.log}</a>
      </p>
      {isManager && (
        <p>
          <a href={`${base}/edit`}>{words.edit}</a>
        </p>
      )}
    </>
  );
}
