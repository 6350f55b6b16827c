/** A PIN on a shared tablet: typed to open it, and chosen once. Plain forms; the small script puts large digits beside them. */
import { firstName } from "~/domain/tablet";
import type { Language } from "~/text/language";
import { tabletWords } from "~/text/tablet";
import { Field } from "~/ui/field";
import { StaffPage } from "~/ui/staff-page";

export type PinProblem =
  { kind: "wrong-pin"; left: number } | { kind: "not-digits" | "needs-mail" | "resting" };

type TypePinProps = {
  language: Language;
  person: { personId: number; name: string };
  problem: PinProblem | null;
};

export function TypePin({ language, person, problem }: TypePinProps) {
  const words = tabletWords[language];
  const isOver = problem?.kind === "needs-mail" || problem?.kind === "resting";
  const said = problem?.kind === "wrong-pin" ? words.wrongPin(problem.left) : problem && words.notDigits;
  return (
    <StaffPage language={language} name={null}>
      <h1>{words.hello(firstName(person.name))}</h1>
      {isOver ? (
        <p className="problem" role="status">
          <strong>{problem?.kind === "resting" ? words.resting : words.needsMail}</strong>
        </p>
      ) : (
        <form method="post" action={`/staff/pin/${person.personId}`} autoComplete="off">
          <PinField language={language} label={words.pin} problem={said} />
          <button className="main">{words.open}</button>
        </form>
      )}
      {isOver && (
        <a className="main" href="/staff/sign-in">
          {words.sendCode}
        </a>
      )}
      <p className="actions">
        <a href="/staff">{words.back}</a>
        {!isOver && <a href="/staff/sign-in">{words.forgot}</a>}
      </p>
      <script type="module" src="/pin.js" />
    </StaffPage>
  );
}

type MissedProps = { language: Language; name: string; missed: number };

/** Somebody tried to be them: who it was nobody knows, but they hear of it. */
export function MissedPins({ language, name, missed }: MissedProps) {
  const words = tabletWords[language];
  return (
    <StaffPage language={language} name={name}>
      <h1>{words.hello(firstName(name))}</h1>
      <p role="status">
        <strong>{words.missed(missed)}</strong> {words.missedHint}
      </p>
      <a className="main" href="/staff">
        {words.goOn}
      </a>
    </StaffPage>
  );
}

export type ChoosingProblem = "not-digits" | "too-easy" | "otherwise" | "not-a-member";

type ChoosePinProps = {
  language: Language;
  name: string;
  tablet: string;
  formKey: string;
  problem: ChoosingProblem | null;
};

export function ChoosePin({ language, name, tablet, formKey, problem }: ChoosePinProps) {
  const words = tabletWords[language];
  const sentences: Record<ChoosingProblem, string> = {
    "not-digits": words.notDigits,
    "too-easy": words.tooEasy,
    otherwise: words.otherwise,
    "not-a-member": words.notAMember,
  };
  return (
    <StaffPage language={language} name={name}>
      <h1>{words.chooseTitle}</h1>
      <p>{words.chooseHint(tablet)}</p>
      <form method="post" action="/staff/pin" autoComplete="off">
        <input type="hidden" name="key" value={formKey} />
        <PinField language={language} label={words.newPin} problem={problem && sentences[problem]} />
        <button className="main">{words.saveThePin}</button>
      </form>
      <p className="actions">
        <a href="/staff">{words.notNow}</a>
      </p>
      <script type="module" src="/pin.js" />
    </StaffPage>
  );
}

/** No password field: a browser would offer to keep it for whoever comes next. The style sheet hides what is typed. */
function PinField({
  language,
  label,
  problem,
}: {
  language: Language;
  label: string;
  problem: string | null;
}) {
  return (
    <>
      <div className="pin">
        <Field
          name="pin"
          label={label}
          value=""
          problem={problem}
          inputMode="numeric"
          autoComplete="off"
          enterKeyHint="go"
          autoFocus
          required
        />
      </div>
      <div className="pad">
        {["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"].map((digit) => (
          <button key={digit} type="button" value={digit}>
            {digit}
          </button>
        ))}
        <button type="button" value="">
          {tabletWords[language].takeBack}
        </button>
      </div>
    </>
  );
}
