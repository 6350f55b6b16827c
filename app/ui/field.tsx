/** A field with its label, why it is asked, and what is wrong with what was typed. */

type FieldProps = {
  name: string;
  value: string;
  label: string;
  hint?: string;
  problem?: string | null;
} & Pick<
  JSX.IntrinsicElements["input"],
  "autoComplete" | "autoFocus" | "enterKeyHint" | "inputMode" | "required" | "type"
>;

export function Field({ name, value, problem, label, hint, ...more }: FieldProps) {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  return (
    <div className={problem ? "field mend" : "field"}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <span id={`${name}-hint`} className="hint">
          {hint}
        </span>
      )}
      {problem && (
        <strong id={`${name}-problem`} className="problem">
          {problem}
        </strong>
      )}
      <input
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
        {...more}
      />
    </div>
  );
}
