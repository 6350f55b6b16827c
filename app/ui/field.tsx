/** A field with its label, why it is asked, and what is wrong with what was typed. */

type FieldProps = {
  name: string;
  /** Where several forms of a page have a field of that name. */
  id?: string;
  value: string;
  label: string;
  hint?: string;
  problem?: string | null;
} & Pick<
  JSX.IntrinsicElements["input"],
  "autoComplete" | "autoFocus" | "enterKeyHint" | "inputMode" | "required" | "type"
>;

export function Field({ name, id = name, value, problem, label, hint, ...more }: FieldProps) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className={problem ? "field mend" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {problem && (
        <strong id={`${id}-problem`} className="problem">
          {problem}
        </strong>
      )}
      <input
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
        {...more}
      />
    </div>
  );
}
