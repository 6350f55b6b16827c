/** The slip of an arrival, taken back from the board: the count goes back with its hold, never without it. */
import { afterWords } from "~/text/inbox-after";
import type { Language } from "~/text/language";

export type ArrivedHold = { holdId: string; key: string };

type NotInProps = { placeId: number; hold: ArrivedHold; language: Language };

export function NotIn({ placeId, hold, language }: NotInProps) {
  return (
    <form method="post" action={`/staff/places/${placeId}/holds/not-in`}>
      <input type="hidden" name="key" value={hold.key} />
      <input type="hidden" name="hold" value={hold.holdId} />
      <button>{afterWords[language].takeBack}</button>
    </form>
  );
}
