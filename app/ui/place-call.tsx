/** A place's number, to be tapped; where none is known, whom else to ask. More to do stands beside it. */
import type { ReactNode } from "react";
import type { Language } from "~/text/language";
import { placeWords } from "~/text/place";
import { dial } from "~/text/say";
import { Dialled } from "~/ui/dialled";

type PlaceCallProps = { phone: string | null; language: Language; children?: ReactNode };

export function PlaceCall({ phone, language, children }: PlaceCallProps) {
  const words = placeWords[language];
  return (
    <>
      {!phone && (
        <p>
          <Dialled words={words.noPhone} phone={null} />
        </p>
      )}
      {(phone || children) && (
        <p className="actions">
          {phone && (
            <a className="call" href={dial(phone)}>
              {words.call(phone)}
            </a>
          )}
          {children}
        </p>
      )}
    </>
  );
}
