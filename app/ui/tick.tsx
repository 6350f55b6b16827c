/** One of several choices, as large as a thumb, with what it means where that has to be said. */

type TickProps = {
  name: string;
  value: string;
  label: string;
  hint?: string;
  ticked: boolean;
  type?: "checkbox" | "radio";
};

export function Tick({ name, value, label, hint, ticked, type = "checkbox" }: TickProps) {
  return (
    <label className="tick">
      <input type={type} name={name} value={value} defaultChecked={ticked} />
      {hint ? (
        <span>
          {label} <small>{hint}</small>
        </span>
      ) : (
        label
      )}
    </label>
  );
}
