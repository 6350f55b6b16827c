/** Staff's word for tonight: open, not tonight, or not decided yet. */
import type { Language } from "~/text/language";
import type { Clock } from "~/text/say";
import { staffWords } from "~/text/staff";
import { tonightSaid } from "~/text/tonight-said";

export type TonightSaid = { key: string; night: string; said: { open: boolean; at: Date } | null };

type TonightSwitchProps = { language: Language; placeId: number; tonight: TonightSaid; clock: Clock };

export function TonightSwitch({ language, placeId, tonight, clock }: TonightSwitchProps) {
  const words = staffWords[language];
  const said = tonightSaid(tonight.said, language, clock);
  const choices = [
    ["open", words.openTonight],
    ["closed", words.notTonight],
    ["none", words.notDecided],
  ] as const;
  return (
    <section className="tonight" aria-labelledby="tonight" data-row="tonight">
      <h2 id="tonight">{words.tonight}</h2>
      <form method="post" action={`/staff/places/${placeId}/tonight`} className="choices" data-send>
        <input type="hidden" name="key" value={tonight.key} />
        <input type="hidden" name="night" value={tonight.night} />
        {choices.map(([value, label]) => (
          <button key={value} name="open" value={value} aria-pressed={said.state === value}>
            {label}
          </button>
        ))}
      </form>
      <p className="saved" data-part="said">
        {said.words}
      </p>
      <p className="unsent" role="status" />
    </section>
  );
}
