/** How the board's script is answered: saved, with the board as it is then; a question; or who must sign in. */
import { DatabaseAway } from "~/data/connection.server";
import type { Change, Outcome } from "./board-change.server";
import { boardNews, boardNow, type BoardNews } from "./board.server";
import { languageOf } from "./language.server";
import { requireOwnPage } from "./own-page.server";
import { findStaff, requirePlace } from "./staff.server";

export type BoardAnswer =
  | { kind: "saved"; version: number | null; board: BoardNews }
  | { kind: "asks"; sentence: string; yes: string; no: string; to: string; fields: Record<string, string> }
  | { kind: "unclear"; sentence: string }
  | { kind: "signed-out" }
  | { kind: "other-person" }
  | { kind: "away" };

/** A queue waits for whoever said it: under another person's name nothing is sent. */
export async function answerBoard(
  request: Request,
  placeId: string | undefined,
  save: (change: Change) => Promise<Outcome>,
): Promise<Response> {
  requireOwnPage(request);
  try {
    const staff = await findStaff(request);
    if (!staff) return answer({ kind: "signed-out" }, 401);
    const form = await request.formData();
    const by = form.get("by");
    // Another's waits, also where this person may not act at all.
    if (by !== null && by !== String(staff.personId)) return answer({ kind: "other-person" }, 409);
    const place = await requirePlace(staff, placeId);
    if (by === null) return answer({ kind: "other-person" }, 409);
    const [{ token }, language] = [staff, languageOf(request)];
    const outcome = await save({ token, place, form, language, now: new Date() });
    if (outcome.kind === "asks") return answer(told(outcome), outcome.status);
    const board = boardNews(await boardNow(token, place, new Date()), place, language);
    return answer({ kind: "saved", version: outcome.version, board }, 200);
  } catch (error) {
    if (error instanceof DatabaseAway) return answer({ kind: "away" }, 503);
    throw error;
  }
}

function told({ asks }: Extract<Outcome, { kind: "asks" }>): BoardAnswer {
  if (asks.kind === "unclear") return { kind: "unclear", sentence: asks.sentence };
  const { title, sentence, yes, no, to, fields } = asks;
  return { kind: "asks", sentence: `${title.replace(/[^.?]$/, "$&.")} ${sentence}`, yes, no, to, fields };
}

function answer(body: BoardAnswer, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
