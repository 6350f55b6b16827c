/** The form in which a host says what their room is, whom it takes and who lives there. */
import type { ReactNode } from "react";
import { PETS } from "~/domain/party";
import { ROOM_KINDS, type TypedRoom } from "~/domain/room";
import { formWords } from "~/text/form";
import type { Language } from "~/text/language";
import { roomTexts, type RoomTexts } from "~/text/room";
import { Field } from "~/ui/field";

export type RoomFormProps = {
  language: Language;
  formKey: string;
  typed: TypedRoom;
  problems: (keyof RoomTexts["problems"])[];
  /** The group's coordinators, but for the host. */
  coordinators: { personId: number; name: string }[];
  /** Null: it is offered for the first time. */
  now: { roomId: string; address: string | null; hasArea: boolean } | null;
};

export function RoomForm(props: RoomFormProps) {
  const { language, formKey, typed, problems, now } = props;
  const words = roomTexts[language];
  return (
    <form method="post" autoComplete="off" className="edit">
      <input type="hidden" name="key" value={formKey} />
      {problems.length > 0 && (
        <p className="problem" role="status">
          <strong>{words.again}</strong>
        </p>
      )}
      <Choices
        name="kind"
        label={words.kind}
        chosen={typed.kind}
        problem={problems.includes("kind") && words.problems.kind}
        choices={ROOM_KINDS.map((kind) => [kind, words.kinds[kind]])}
      />
      <WhereItIs {...props} />
      <TypedField {...props} name="mostAdults" inputMode="numeric" />
      <TypedField {...props} name="mostChildren" hint={words.childrenHint} inputMode="numeric" />
      <TypedField {...props} name="mostNights" hint={words.nightsHint} inputMode="numeric" />
      <Ticks
        name="pets"
        label={words.pets}
        chosen={typed.pets}
        choices={PETS.map((pet) => [pet, formWords[language].pets[pet]])}
      />
      <YesNo {...props} name="stepFree" />
      <YesNo {...props} name="smoking" />
      <Lives {...props} />
      <div className={problems.includes("notes") ? "field mend" : "field"}>
        <label htmlFor="notes">{words.notes}</label>
        {problems.includes("notes") && <strong className="problem">{words.problems.notes}</strong>}
        <textarea id="notes" name="notes" rows={3} defaultValue={typed.notes} />
      </div>
      <button className="main">{now ? words.save : words.send}</button>
    </form>
  );
}

function WhereItIs(props: RoomFormProps) {
  const { language, typed, now } = props;
  const words = roomTexts[language];
  return (
    <>
      {now && <input type="hidden" name="room" value={now.roomId} />}
      {now?.address && <p>{words.addressNow(now.address)}</p>}
      <TypedField {...props} name="address" hint={now ? words.addressKept : words.addressHint} />
      <Field name="corner" label={words.corner} hint={words.cornerHint} value={typed.corner} />
      {now && <p className="hint">{now.hasArea ? words.areaKnown : words.areaUnknown}</p>}
    </>
  );
}

function Lives(props: RoomFormProps) {
  const { language, typed, coordinators } = props;
  const words = roomTexts[language];
  return (
    <>
      <h2>{words.livesTitle}</h2>
      <p className="hint">{words.livesHint}</p>
      <TypedField {...props} name="livesAdults" inputMode="numeric" />
      <TypedField {...props} name="livesChildAges" hint={words.livesChildHint} />
      <TypedField {...props} name="livesAnimals" />
      {coordinators.length > 0 && (
        <Ticks
          name="livesWith"
          label={words.livesWith}
          hint={words.livesWithHint}
          chosen={typed.livesWith}
          choices={coordinators.map(({ personId, name }) => [String(personId), name])}
        />
      )}
    </>
  );
}

type TypedFieldProps = RoomFormProps & {
  name:
    | "address"
    | "mostAdults"
    | "mostChildren"
    | "mostNights"
    | "livesAdults"
    | "livesChildAges"
    | "livesAnimals";
  hint?: string;
  inputMode?: "numeric";
};

function TypedField({ language, typed, problems, name, hint, inputMode }: TypedFieldProps) {
  const words = roomTexts[language];
  return (
    <Field
      name={name}
      label={words[name]}
      hint={hint}
      value={typed[name]}
      problem={problems.includes(name) ? words.problems[name] : null}
      inputMode={inputMode}
    />
  );
}

function YesNo({ language, typed, problems, name }: RoomFormProps & { name: "stepFree" | "smoking" }) {
  const words = roomTexts[language];
  const choices: [string, string][] = [
    ["yes", words.yes],
    ["no", words.no],
  ];
  if (name === "stepFree") choices.push(["unknown", words.notSure]);
  const problem = name === "smoking" && problems.includes("smoking") && words.problems.smoking;
  return <Choices name={name} label={words[name]} chosen={typed[name]} choices={choices} problem={problem} />;
}

type ChoicesProps = {
  name: string;
  label: string;
  chosen: string;
  choices: [value: string, label: ReactNode][];
  problem?: string | false;
};

function Choices({ name, label, chosen, choices, problem }: ChoicesProps) {
  return (
    <fieldset className={problem ? "mend" : undefined}>
      <legend>{label}</legend>
      {problem && <strong className="problem">{problem}</strong>}
      {choices.map(([value, said]) => (
        <label key={value} className="tick">
          <input type="radio" name={name} value={value} defaultChecked={chosen === value} />
          {said}
        </label>
      ))}
    </fieldset>
  );
}

type TicksProps = Omit<ChoicesProps, "chosen" | "problem"> & { chosen: string[]; hint?: string };

export function Ticks({ name, label, hint, chosen, choices }: TicksProps) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {hint && <span className="hint">{hint}</span>}
      {choices.map(([value, said]) => (
        <label key={value} className="tick">
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          {said}
        </label>
      ))}
    </fieldset>
  );
}
