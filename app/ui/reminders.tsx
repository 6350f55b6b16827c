/** Whether staff are reminded of a decision that is due: one button. */
import type { Language } from "~/text/language";
import { reminderWords } from "~/text/reminder";
import { StaffPage } from "~/ui/staff-page";

type RemindersProps = {
  language: Language;
  name: string;
  wanted: boolean;
  formKey: string;
  /** The form that came was an old one. */
  isOld: boolean;
};

export function Reminders({ language, name, wanted, formKey, isOld }: RemindersProps) {
  const words = reminderWords[language];
  return (
    <StaffPage language={language} name={name}>
      <h1>{words.title}</h1>
      {isOld && (
        <p className="caution" role="alert">
          {words.old}
        </p>
      )}
      <p>{words.about}</p>
      <p>
        <strong>{wanted ? words.on : words.off}</strong>
      </p>
      <form method="post" action="/staff/reminders">
        <input type="hidden" name="key" value={formKey} />
        <button className="main" name="wanted" value={wanted ? "no" : "yes"}>
          {wanted ? words.turnOff : words.turnOn}
        </button>
      </form>
      <p>
        <a href="/staff">{words.back}</a>
      </p>
    </StaffPage>
  );
}
