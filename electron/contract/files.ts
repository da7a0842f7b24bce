/** What the API tells of evidence files and of taking them in. */
import type { Author, Bilingual, Diagnostic, DiagnosticKind, EffectiveDays, FactFamily, FactType, RecordMapping } from '#assessments';
import type { Saved } from './rating.ts';

export type EvidenceRow = {
  readonly intake: string; readonly path: string; readonly artefact: string; readonly size: number; readonly mediaType: string; readonly encoding: string | null;
  readonly importer: string | null; readonly facts: number;
  /** Its contents were purged: only its name, size and hash are left. */
  readonly purged: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Requirements whose suggestion cites a fact of this file, and those it was linked to by hand. */
  readonly requirements: readonly string[];
  /** The days its content speaks of, as somebody described it or as its facts say; null where it says none. */
  readonly effective: EffectiveDays | null;
  /** None of those days lies in the assessment period. */
  readonly expired: boolean;
};
/** A table of a file, its first rows, and how it could be read. */
export type TableOffer = { readonly sheet: string | null; readonly headings: readonly string[]; readonly sample: readonly (readonly string[])[]; readonly mapping: RecordMapping; readonly from: 'current' | 'remembered' | 'headings' };
export type EvidenceView = {
  readonly intakes: readonly { readonly id: string; readonly label: string; readonly at: string; readonly author: Author; readonly files: number; readonly bytes: number }[];
  readonly files: readonly EvidenceRow[];
  readonly facts: readonly { readonly type: FactType; readonly family: FactFamily; readonly count: number }[];
  /** What the importers that read the files are called, by their ids. */
  readonly importers: Readonly<Record<string, Bilingual>>;
};

/** The result page of an import: offered = taken + duplicates + refused, always. `taken` holds new files and the changed ones. */
export type IntakeReport = Saved & {
  readonly intake: string; readonly label: string; readonly batch: string;
  readonly offered: number; readonly taken: number; readonly duplicates: number; readonly refused: number;
  readonly bytes: number;
  /** Where the same folder was imported before: files that took the place of older versions, and paths that were not offered again (and stay). */
  readonly changed: readonly string[]; readonly gone: readonly string[];
  readonly refusals: readonly { readonly path: string; readonly kind: DiagnosticKind; readonly zh: string; readonly en: string }[];
  readonly read: number; readonly unrecognised: number; readonly diagnosed: number; readonly facts: number;
};
