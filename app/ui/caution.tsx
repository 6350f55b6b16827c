/** What must be minded before setting out, with a bar beside it; nothing where there is nothing. */
import { Dialled } from "~/ui/dialled";

export function Caution({ words, phone }: { words: string | null; phone: string | null }) {
  return words ? (
    <p className="caution">
      <Dialled words={words} phone={phone} />
    </p>
  ) : null;
}
