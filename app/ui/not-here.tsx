/** Managing is nobody's by PIN, and not of who manages nothing: what to do instead. */
import type { Language } from "~/text/language";
import { tabletWords } from "~/text/tablet";
import { StaffPage } from "~/ui/staff-page";

export function NotHere({ language, name, byPin }: { language: Language; name: string; byPin: boolean }) {
  const words = tabletWords[language];
  return (
    <StaffPage language={language} name={name}>
      <h1>{byPin ? words.byMailFirst : words.notManager}</h1>
      <a className="main" href={byPin ? "/staff/sign-in" : "/staff"}>
        {byPin ? words.sendCode : words.home}
      </a>
    </StaffPage>
  );
}
