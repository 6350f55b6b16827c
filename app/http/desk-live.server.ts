/**
 * The streams of open desks (server-sent events): /group/12/live. They say that something has changed, never what: the page
 * is asked for again by whoever may read it. Each reading asks that anew, so that a stream ends with its session.
 */
import type { ServerResponse } from "node:http";
import { deskOf } from "~/data/desk.server";
import { isSignedIn } from "~/data/people.server";
import { digestOf } from "./digest.server";
import { endSignedOut, eventOf } from "./event-stream.server";
import { OpenPages, type OpenPage } from "./open-pages.server";
import { sessionToken } from "./staff.server";

type Desk = OpenPage & {
  token: string;
  groupId: number;
  /** Those of its group that were last read; of another one it need not hear. */
  asks: ReadonlySet<string>;
  told: string;
  /** Changed since it was last told. */
  touched: Set<string>;
};

const MISSING = "There is no such desk of yours.";

export class DeskStreams extends OpenPages<Desk> {
  constructor(beatMs = 10_000) {
    super({ beatMs, gapMs: 200, most: { pages: 500, ofOne: 8 } });
  }

  /** Answers one desk, for as long as it is open and its person coordinates there. */
  open(request: Request, id: string, line: ServerResponse): Promise<void> {
    return this.answer(line, async () => {
      const token = sessionToken(request);
      if (!token || !(await isSignedIn(token))) return "signed-out";
      const groupId = /^\d{1,15}$/.test(id) ? Number(id) : null;
      if (groupId === null || !(await deskOf(token, groupId))) return { missing: MISSING };
      return {
        page: {
          line,
          whose: token,
          token,
          groupId,
          asks: new Set<string>(),
          told: "",
          touched: new Set<string>(),
        },
      };
    });
  }

  protected heard() {
    return { ask_changed: (askId: string) => this.#concerned(askId) };
  }

  /** One that nobody's desk has may be new at any of them. */
  #concerned(askId: string): Desk[] {
    const all = this.pages();
    const theirs = all.filter(({ asks }) => asks.has(askId));
    for (const desk of theirs) desk.touched.add(askId);
    return theirs.length > 0 ? theirs : all;
  }

  protected telling() {
    return async (desk: Desk) => {
      const { line, token, groupId } = desk;
      const lines = await deskOf(token, groupId);
      if (!lines) return endSignedOut(line);
      desk.asks = new Set(lines.map(({ askId }) => askId));
      const told = digestOf(lines);
      const touched = [...desk.touched].map((askId) => eventOf("touched", askId));
      desk.touched.clear();
      this.send(desk, eventOf(told === desk.told ? "beat" : "news", told), ...touched);
      desk.told = told;
    };
  }
}
