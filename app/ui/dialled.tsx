/** A sentence whose phone numbers can be tapped. */
import { Fragment } from "react";
import { dial } from "~/text/say";

type DialledProps = { words: string; phone: string | null };

export function Dialled({ words, phone }: DialledProps) {
  const numbers = ["2-1-1", ...(phone ? [phone] : [])];
  return numbers.reduce(apart, [words]).map((part, at) =>
    numbers.includes(part) ? (
      <a key={at} className="dial" href={dial(part)}>
        {part}
      </a>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}

/** Every number a part of its own. */
function apart(parts: string[], number: string): string[] {
  return parts.flatMap((part) =>
    part.split(number).flatMap((piece, at) => (at > 0 ? [number, piece] : piece)),
  );
}
