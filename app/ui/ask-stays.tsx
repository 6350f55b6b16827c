/** From an ask to the nights that are paid for its family. */
import { staysWords } from "~/text/stays";
import type { AskPart } from "~/ui/ask-page";

export function AskStays({ part: { language, base, ask } }: { part: AskPart }) {
  const words = staysWords[language];
  return (
    <p>
      <a href={`${base}/stay`}>{ask.closedAt === null ? words.plan : words.planLink}</a>
    </p>
  );
}
