/** Staff's word for tonight: open, not tonight, or not decided yet. */
import type { Language } from "~/text/language";
import type { Clock } from "~/text/say";
import { staffWords } from "~/text/staff";

export type TonightSaid = { key: string; night: string; said: { open: boolean; at: Date } | null };

type TonightSwitchProps = { language: Language; placeId: number; tonight: TonightSaid; clock: Clock };

export function TonightSwitch({ language, placeId, tonight, clock }: TonightSwitchProps) {
  const words = staffWords[language];
  const { said } = tonight;
  const state = said === null ? "none" : said.open ? "open" : "closed";
  const choices = [
    ["open", words.openTonight],
    ["closed", words.notTonight],
    ["none", words.notDecided],
  ] as const;
  return (
    <section className="tonight" aria-labelledby="tonight">
      <h2 id="tonight">{words.tonight}</h2>
      <form method="post" action={`/staff/places/${placeId}/tonight`} className="choices">
        <input type="hidden" name="key" value={tonight.key} />
        <input type="hidden" name="night" value={tonight.night} />
        {choices.map(([value, label]) => (
          <button key={value} name="open" value={value} aria-pressed={state === value}>
            {label}
          </button>
        ))}
      </form>
      <p className="saved">
        {words.tonightIs[state]} {said && words.saidAt(clock.departs(said.at.getTime() / 1000))}
      </p>
    </section>
  );
}
