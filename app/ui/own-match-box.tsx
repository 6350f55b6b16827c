/** A family's room on the page of its ask: how it stands, and one tap to it. Where it is stands on no page that opens by itself. */
import type { OwnMatch } from "~/domain/match";
import type { Language } from "~/text/language";
import { ownLongerWords } from "~/text/own-longer";
import { ownMatchWords } from "~/text/own-match";

type OwnMatchBoxProps = { matches: OwnMatch[]; language: Language };

export function OwnMatchBox({ matches, language }: OwnMatchBoxProps) {
  const words = ownMatchWords[language];
  return matches.map((match) => (
    <section key={match.matchId} className="box" aria-label={ownMatchTitle(match, language)}>
      <p>
        <strong>{ownMatchTitle(match, language)}.</strong> {nextWords(match, language)}
      </p>
      <a className="main" href="/ask/room">
        {match.isAddressOpen ? words.where : words.see}
      </a>
    </section>
  ));
}

export function ownMatchTitle({ state }: OwnMatch, language: Language): string {
  const words = ownMatchWords[language];
  switch (state) {
    case "proposed":
      return words.proposed;
    case "agreed":
      return words.agreed;
    case "under-way":
      return words.underWay;
    case "done":
    case "ended-early":
      return words.over;
    default:
      return words.notThis;
  }
}

function nextWords(
  { state, saidYes, wantsOut, checkIn, longerUntil, saidYesLonger }: OwnMatch,
  language: Language,
): string | null {
  const words = ownMatchWords[language];
  switch (state) {
    case "proposed":
      return saidYes ? words.waitsForHost : words.look;
    case "agreed":
    case "under-way":
      if (wantsOut) return words.wantsOut;
      if (checkIn) return words.asked[checkIn];
      return longerUntil && !saidYesLonger ? ownLongerWords[language].title : null;
    case "done":
    case "ended-early":
      return words.thanks;
    default:
      return words.lookOn;
  }
}
