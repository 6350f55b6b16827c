/** After an ask is over: the way to help the next one. The link carries nothing of the ask. */
import type { Language } from "~/text/language";
import { payForwardWords } from "~/text/pay-forward";

type PayForwardProps = { language: Language; group: string; groupId: number | null };

export function PayForward({ language, group, groupId }: PayForwardProps) {
  if (groupId === null) return null;
  const words = payForwardWords[language];
  return (
    <div>
      <p className="onward">
        {words.ever} <a href={`/group/${groupId}/join`}>{words.join(group)}</a>
      </p>
      <p className="small">{words.hint}</p>
    </div>
  );
}
