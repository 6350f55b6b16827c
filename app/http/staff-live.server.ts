/**
 * The streams of a place's open pages (server-sent events), for who is signed in and may act for the place; each reading asks
 * that anew, so that a stream ends with its session. The board's, /staff/places/12/live?lang=en, tells exact numbers; the
 * inbox's, /staff/places/12/holds/live, that something has changed: the page is asked for again.
 */
import type { ServerResponse } from "node:http";
import { isSignedIn, staffPlaces } from "~/data/people.server";
import type { StaffPlace } from "~/domain/staff";
import type { Language } from "~/text/language";
import { boardNews, boardNow, type BoardNow } from "./board.server";
import { endSignedOut, eventOf } from "./event-stream.server";
import { languageOf } from "./language.server";
import { OpenPages, type OpenPage } from "./open-pages.server";
import { sessionToken } from "./staff.server";

export type StaffSees = "board" | "inbox";

type StaffView = OpenPage & {
  sees: StaffSees;
  token: string;
  place: StaffPlace;
  language: Language;
  pools: ReadonlySet<number>;
  told: string;
};

const MISSING = "There is no such place of yours.";

export class StaffStreams extends OpenPages<StaffView> {
  constructor(beatMs = 10_000) {
    // Desks, not phones of the public.
    super({ beatMs, gapMs: 100, most: { pages: 500, ofOne: 8 } });
  }

  /** Answers one page, for as long as it is open and its person signed in. */
  open(request: Request, placeId: string, sees: StaffSees, line: ServerResponse): Promise<void> {
    return this.answer(line, async () => {
      const token = sessionToken(request);
      // A page that is open uses nobody's tablet.
      if (!token || !(await isSignedIn(token))) return "signed-out";
      const [place] = /^\d{1,15}$/.test(placeId) ? await staffPlaces(token, Number(placeId)) : [];
      if (!place) return { missing: MISSING };
      const language = languageOf(request);
      return {
        page: { line, whose: token, sees, token, place, language, pools: new Set<number>(), told: "" },
      };
    });
  }

  protected heard() {
    const idIn = (notice: string) => Number(notice.split(":", 1)[0]);
    const ofPool = (notice: string) => this.pages().filter(({ pools }) => pools.has(idIn(notice)));
    const ofPlace = (notice: string) => this.pages().filter(({ place }) => place.placeId === idIn(notice));
    return { pool_changed: ofPool, hold_changed: ofPool, opening_changed: ofPlace };
  }

  /** However many watch a place, it is read once. */
  protected telling() {
    const boards = new Map<number, BoardNow>();
    return async (view: StaffView) => {
      const { line, token, place } = view;
      const board = boards.get(place.placeId) ?? (await boardNow(token, place, new Date()));
      // Asked afterwards: what was read in the name of a session that is over is nobody's board.
      const [still] = await staffPlaces(token, place.placeId);
      if (!still) return endSignedOut(line);
      boards.set(place.placeId, board);
      view.pools = new Set(board.pools.map(({ poolId }) => poolId));
      const { event, told, data } = view.sees === "inbox" ? inboxEvent(board) : boardEvent(board, view);
      this.send(
        view,
        told === view.told ? eventOf("beat", board.now.getTime() / 1000) : eventOf(event, data),
      );
      view.told = told;
    };
  }
}

/** `told`: what makes it another one than before. */
type Told = { event: string; told: string; data: string };

function inboxEvent({ inbox }: BoardNow): Told {
  return { event: "news", told: inbox, data: inbox };
}

function boardEvent(board: BoardNow, { place, language }: StaffView): Told {
  const news = boardNews(board, place, language);
  const rows = news.rows.map((row) => ({ ...row, undo: null }));
  return {
    event: "board",
    told: JSON.stringify({ ...news, now: 0, rows }),
    data: JSON.stringify(news),
  };
}
