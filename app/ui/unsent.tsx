/** Where the small script says that something is not sent yet; without it nothing is said here. */
import { askFormWords } from "~/text/ask-form";
import type { Language } from "~/text/language";

export function Unsent({ language }: { language: Language }) {
  const { sending, away } = askFormWords[language].unsent;
  return <p className="caution unsent" role="status" data-sending={sending} data-away={away} />;
}
