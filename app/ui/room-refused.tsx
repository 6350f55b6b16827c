/** What follows a step that was not saved: why, and the way back. */
import type { Language } from "~/text/language";
import { vettingRefused, type RoomRefusal } from "~/text/vetting-refused";
import { StaffPage } from "~/ui/staff-page";

type RoomRefusedProps = { language: Language; name: string | null; back: string; refused: RoomRefusal };

export function RoomRefused({ language, name, back, refused }: RoomRefusedProps) {
  const words = vettingRefused[language];
  return (
    <StaffPage language={language} name={name}>
      <h1>{words.notSaved}</h1>
      <p className="problem" role="status">
        <strong>{words.refused[refused]}</strong>
      </p>
      <a className="main" href={refused === "signed-out" ? "/staff/sign-in" : back}>
        {words.back}
      </a>
    </StaffPage>
  );
}
