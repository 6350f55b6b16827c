/** One tap on the page of drives and rounds: a form of one button. */
import type { ReactNode } from "react";
import type { DriveChange } from "~/domain/drive";
import type { Language } from "~/text/language";

/** What every part of the page is drawn with. */
export type DrivePart = {
  language: Language;
  at: string;
  formKey: string;
  isCoordinator: boolean;
  /** What was typed for a need, and is no number. */
  toMend: { need: number; n: string } | null;
};

type DriveTapProps = {
  part: DrivePart;
  change: DriveChange;
  of: Record<string, string | number>;
  children: ReactNode;
};

export function DriveTap({ part: { at, formKey }, change, of, children }: DriveTapProps) {
  return (
    <form method="post" action={`${at}/${change}`}>
      <input type="hidden" name="key" value={formKey} />
      {Object.entries(of).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="actions">
        <button>{children}</button>
      </p>
    </form>
  );
}
