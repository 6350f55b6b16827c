/**
 * The streams of families' own open pages (server-sent events): /hold/live and /alert/live. They say that something has changed,
 * never what: the page is asked for again by whoever has the phone or the words.
 */
import type { ServerResponse } from "node:http";
import { alertTold, openedAlert } from "./alert.server";
import { endSignedOut, eventOf } from "./event-stream.server";
import { hasLeft } from "./exit.server";
import { OpenPages, type OpenPage } from "./open-pages.server";
import { holdTold, ownHold } from "./own-hold.server";

/** As it was just read. */
type Own = {
  id: string;
  /** Whose holds' changes may be its own: those of a pool, of any, or of none. */
  pool: number | "any" | null;
  /** When it changes by itself, of which there is no notice. */
  endsAt: Date | null;
  told: string;
};

export type OwnSees = "hold" | "alert";

type OwnView = OpenPage & {
  sees: OwnSees;
  /** With the cookies that open it. */
  request: Request;
  pool: Own["pool"];
  told: string;
};

const READ: Record<OwnSees, (request: Request) => Promise<Own | null>> = {
  async hold(request) {
    const own = await ownHold(request);
    if (!own) return null;
    const { holdId, poolId, state, until } = own.hold;
    return { id: holdId, pool: poolId, endsAt: state === "held" ? until : null, told: holdTold(own.hold) };
  },
  async alert(request) {
    const alert = await openedAlert(request);
    if (!alert) return null;
    const { alertId, offer, state, until } = alert;
    const endsAt = offer?.until ?? (state === "ended" ? null : until);
    return { id: alertId, pool: offer ? "any" : null, endsAt, told: alertTold(alert) };
  },
};

export class OwnStreams extends OpenPages<OwnView> {
  constructor(beatMs = 10_000) {
    super({ beatMs, gapMs: 100, most: { pages: 2_000, ofOne: 8 } });
  }

  /** Answers one page, for as long as it is open and theirs. */
  open(request: Request, sees: OwnSees, line: ServerResponse): Promise<void> {
    return this.answer(line, async () => {
      const own = hasLeft(request) ? null : await READ[sees](request);
      if (!own) return "signed-out";
      return { page: { line, whose: own.id, sees, request, pool: own.pool, told: "" } };
    });
  }

  protected heard() {
    return {
      hold_changed: (notice: string) => {
        const poolId = Number(notice.split(":", 1)[0]);
        return this.pages().filter(({ pool }) => pool === poolId || pool === "any");
      },
      alert_changed: (alertId: string) => this.pages().filter(({ whose }) => whose === alertId),
    };
  }

  /** A beat alone, where all is well: each phone has a page of its own to be read, and there may be thousands. */
  protected override atBeat(): OwnView[] {
    if (this.isWell) for (const view of this.pages()) if (view.told) this.send(view, eventOf("beat", 1));
    return [];
  }

  protected telling() {
    return async (view: OwnView) => {
      const own = await READ[view.sees](view.request);
      if (!own) return endSignedOut(view.line);
      view.pool = own.pool;
      if (own.endsAt) this.readAt(view, own.endsAt);
      this.send(view, own.told === view.told ? eventOf("beat", 1) : eventOf("news", own.told));
      view.told = own.told;
    };
  }
}
