/**
 * The streams of families' open holds (server-sent events): /hold/live. They say that something has changed, never what: the
 * page is asked for again by whoever has the phone or the words.
 */
import type { ServerResponse } from "node:http";
import { eventOf, endSignedOut } from "./event-stream.server";
import { hasLeft } from "./exit.server";
import { OpenPages, type OpenPage } from "./open-pages.server";
import { ownHold, toldOf } from "./own-hold.server";

type HoldView = OpenPage & {
  /** With the cookies that open it. */
  request: Request;
  poolId: number;
  told: string;
};

export class HoldStreams extends OpenPages<HoldView> {
  constructor(beatMs = 10_000) {
    super({ beatMs, gapMs: 100, most: { pages: 2_000, ofOne: 8 } });
  }

  /** Answers one page, for as long as it is open and its hold theirs. */
  open(request: Request, line: ServerResponse): Promise<void> {
    return this.answer(line, async () => {
      const own = hasLeft(request) ? null : await ownHold(request);
      if (!own) return "signed-out";
      const { holdId, poolId } = own.hold;
      return { page: { line, whose: holdId, request, poolId, told: "" } };
    });
  }

  protected heard() {
    return {
      hold_changed: (notice: string) => {
        const poolId = Number(notice.split(":", 1)[0]);
        return this.pages().filter((view) => view.poolId === poolId);
      },
    };
  }

  /** A beat alone: each phone has a hold of its own, and there may be thousands. */
  protected override atBeat(): HoldView[] {
    for (const { line, told } of this.pages())
      if (told && !line.writableEnded) line.write(eventOf("beat", 1));
    return [];
  }

  protected telling() {
    return async (view: HoldView) => {
      const own = await ownHold(view.request);
      if (!own) return endSignedOut(view.line);
      const { poolId, state, until } = own.hold;
      const told = toldOf(own.hold);
      view.poolId = poolId;
      if (state === "held") this.readAt(view, until);
      view.line.write(told === view.told ? eventOf("beat", 1) : eventOf("news", told));
      view.told = told;
    };
  }
}
