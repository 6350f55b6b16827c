/** A field for some sentences, with its label, why it is asked, and what is wrong with what was typed. */

type LongFieldProps = { name: string; label: string; hint: string; value: string; problem?: string | null };

export function LongField({ name, label, hint, value, problem }: LongFieldProps) {
  const described = problem ? `${name}-hint ${name}-problem` : `${name}-hint`;
  return (
    <div className={problem ? "field mend" : "field"}>
      <label htmlFor={name}>{label}</label>
      <span id={`${name}-hint`} className="hint">
        {hint}
      </span>
      {problem && (
        <strong id={`${name}-problem`} className="problem">
          {problem}
        </strong>
      )}
      <textarea
        id={name}
        name={name}
        rows={4}
        defaultValue={value}
        aria-describedby={described}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}
