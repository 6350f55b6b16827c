/** A shared tablet that is locked: one taps one's name. */
import { namesOnScreen, type TabletScreen } from "~/domain/tablet";
import type { Language } from "~/text/language";
import { tabletWords } from "~/text/tablet";
import { StaffPage } from "~/ui/staff-page";

type LockScreenProps = { language: Language; tablet: TabletScreen; keepsForm: boolean };

export function LockScreen({ language, tablet, keepsForm }: LockScreenProps) {
  const words = tabletWords[language];
  const people = namesOnScreen(tablet.people);
  return (
    <StaffPage language={language} name={null}>
      <h1>{words.who}</h1>
      {keepsForm && (
        <p className="problem">
          <strong>{words.keptHint}</strong>
        </p>
      )}
      <p>{people.length > 0 ? words.whoHint(tablet.name, tablet.organization) : words.nobody}</p>
      <ul className="names">
        {people.map(({ personId, name, needsMail }) => (
          <li key={personId}>
            <a href={needsMail ? "/staff/sign-in" : `/staff/pin/${personId}`}>
              {name}
              {needsMail && <small>{words.byMail}</small>}
            </a>
          </li>
        ))}
      </ul>
      <p className="actions">
        <a href="/staff/sign-in">{people.length > 0 ? words.notHere : words.sendCode}</a>
      </p>
    </StaffPage>
  );
}
