/** Taking a place along: send it, print it, and on paper the code that opens it again. */
import type { PublicPlace } from "~/domain/tonight";
import type { Language } from "~/text/language";
import { placeWords } from "~/text/place";

export type PrintedQr = { path: string; size: number };

type TakeAlongProps = { place: PublicPlace; qr: PrintedQr; language: Language };

// The light rim a reader needs around the code, in modules (ISO/IEC 18004).
const RIM = 4;

export function TakeAlong({ place, qr, language }: TakeAlongProps) {
  const words = placeWords[language];
  const whole = qr.size + 2 * RIM;
  return (
    <>
      {/* Shown by the small script alone; every browser has its own menu for both. */}
      <p className="actions" hidden data-take-along>
        <button type="button" data-share={`/places/${place.placeId}`} data-title={place.name}>
          {words.shareIt}
        </button>
        <button type="button" data-print>
          {words.printIt}
        </button>
      </p>
      <p className="small no-print">{words.share}</p>
      <div className="on-paper">
        <svg viewBox={`${-RIM} ${-RIM} ${whole} ${whole}`} role="img" aria-label={place.name}>
          <path d={qr.path} />
        </svg>
        <p>{words.print}</p>
      </div>
    </>
  );
}
