/** What a host said that was not saved: why, what they typed, and the way back. */
import { hostMatchWords, type HostMatchRefusal } from "~/text/host-match";
import type { Language } from "~/text/language";
import { Tell } from "~/ui/host-match";
import { StaffPage } from "~/ui/staff-page";

type HostMatchRefusedProps = {
  language: Language;
  name: string | null;
  groupId: number;
  formKey: string;
  why: HostMatchRefusal;
  words: string;
  matchId: string | null;
};

export function HostMatchRefused({ language, name, groupId, formKey, ...said }: HostMatchRefusedProps) {
  const words = hostMatchWords[language];
  const { why, matchId } = said;
  return (
    <StaffPage language={language} name={name}>
      <h1>{words.notSaved}</h1>
      <p className="problem" role="status">
        <strong>{words.refused[why]}</strong>
      </p>
      {matchId && why === "out-of-range" && (
        <Tell match={{ matchId }} typed={said.words} {...{ language, groupId, formKey }} />
      )}
      <p>
        <a className="main" href={`/group/${groupId}/rooms/mine`}>
          {words.back}
        </a>
      </p>
    </StaffPage>
  );
}
