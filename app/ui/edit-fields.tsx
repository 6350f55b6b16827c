/** Fields of a form that edits a place, each with what was typed and what is wrong with it. */
import { createContext, useContext, type ReactNode } from "react";
import { Field } from "~/ui/field";

type Form = { typed: Record<string, string>; problems: Record<string, string> };

/** What was typed in the form around a field, and the sentences about it, both by the field's name. */
export const EditForm = createContext<Form>({ typed: {}, problems: {} });

type InputProps = {
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "time" | "date" | "url" | "tel";
};

export function Input({ name, label, hint, type = "text" }: InputProps) {
  const { typed, problems } = useContext(EditForm);
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      type={type}
      value={typed[name] ?? ""}
      problem={problems[name]}
    />
  );
}

export function NumberInput({ name, label }: { name: string; label: string }) {
  const { typed, problems } = useContext(EditForm);
  return (
    <Field name={name} label={label} value={typed[name] ?? ""} problem={problems[name]} inputMode="numeric" />
  );
}

export function Area({
  name,
  label,
  hint,
  lang,
}: {
  name: string;
  label: string;
  hint?: string;
  lang?: string;
}) {
  const { typed } = useContext(EditForm);
  return (
    <Around name={name} label={label} hint={hint}>
      <textarea
        id={name}
        name={name}
        rows={4}
        lang={lang}
        defaultValue={typed[name] ?? ""}
        {...useDescribed(name, hint)}
      />
    </Around>
  );
}

type ChoiceProps = { name: string; label: string; choices: [value: string, words: string][] };

export function Choice({ name, label, choices }: ChoiceProps) {
  const { typed } = useContext(EditForm);
  return (
    <Around name={name} label={label}>
      <select id={name} name={name} defaultValue={typed[name] ?? ""} {...useDescribed(name)}>
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Around>
  );
}

export function Tick({ name, children, lang }: { name: string; children: ReactNode; lang?: string }) {
  const { typed } = useContext(EditForm);
  return (
    <label className="tick" lang={lang}>
      <input
        type="checkbox"
        id={name}
        name={name}
        defaultChecked={Boolean(typed[name])}
        {...useDescribed(name)}
      />
      {children}
    </label>
  );
}

/** What is wrong, where it stands for several fields at once. */
export function Problem({ name }: { name: string }) {
  const problem = useContext(EditForm).problems[name];
  return problem ? (
    <strong id={`${name}-problem`} className="problem">
      {problem}
    </strong>
  ) : null;
}

function Around({
  name,
  label,
  hint,
  children,
}: {
  name: string;
  label: string;
  hint?: string;
  children: ReactNode;
}) {
  const { problems } = useContext(EditForm);
  return (
    <div className={problems[name] ? "field mend" : "field"}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <span id={`${name}-hint`} className="hint">
          {hint}
        </span>
      )}
      <Problem name={name} />
      {children}
    </div>
  );
}

function useDescribed(name: string, hint?: string) {
  const { problems } = useContext(EditForm);
  const described = [hint && `${name}-hint`, problems[name] && `${name}-problem`].filter(Boolean).join(" ");
  return { "aria-describedby": described || undefined, "aria-invalid": problems[name] ? true : undefined };
}

/** How many rows of a name there are; one more is shown, empty. */
export function rowsOf(typed: Record<string, string>, name: string): number {
  const numbers = Object.keys(typed)
    .filter((field) => typed[field] && field.startsWith(`${name}-`))
    .map((field) => Number(field.split("-")[1]) + 1);
  return Math.max(0, ...numbers.filter(Number.isInteger));
}
