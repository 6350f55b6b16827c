/** A field for several lines, with its label, why it is asked, and what has to be looked at again. */

type WordsFieldProps = {
  name: string;
  value: string;
  label: string;
  hint?: string;
  problem?: string | null;
  rows?: number;
};

export function WordsField({ name, value, label, hint, problem, rows = 4 }: WordsFieldProps) {
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
      <textarea
        id={name}
        name={name}
        rows={rows}
        autoComplete="off"
        defaultValue={value}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}
