import type { Diagnostic } from '#assessments';
import type { IntakeReport, Saved } from '#contract';

export type IntakeOutcome = {
  readonly intake: string;
  readonly taken: { readonly offered: number; readonly files: readonly { readonly size: number }[]; readonly duplicates: number; readonly refusals: IntakeReport['refusals']; readonly changed: readonly string[]; readonly gone: readonly string[]; readonly label: string };
  readonly rows: readonly { readonly importer: string | null; readonly facts: readonly unknown[]; readonly diagnostics: readonly Diagnostic[] }[];
  readonly saved: Saved & { readonly batch: string };
};

/** The result page of an import: what was offered is what was taken, was there already, or was refused; of what was taken some files are newer versions. */
export function intakeReport({ intake, taken, rows, saved }: IntakeOutcome): IntakeReport {
  const read = rows.filter(({ importer }) => importer !== null).length;
  return {
    ...saved, intake, label: taken.label,
    offered: taken.offered, taken: taken.files.length, duplicates: taken.duplicates, refused: taken.refusals.length, refusals: taken.refusals,
    changed: taken.changed, gone: taken.gone,
    bytes: taken.files.reduce((sum, { size }) => sum + size, 0),
    read, unrecognised: rows.length - read,
    diagnosed: rows.filter(({ diagnostics }) => diagnostics.length > 0).length,
    facts: rows.reduce((sum, { facts }) => sum + facts.length, 0),
  };
}
