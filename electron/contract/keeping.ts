/** What the API tells of backups, damage and purging. */
import type { SourceHandle } from './handles.ts';
import type { Problem } from './replies.ts';

/** A rolling backup of an assessment, issued by the list it stands in. */
export type BackupHandle = string;

/** `verified`: it was opened and checked whole by itself; one of a file that has faults itself is kept, but never in the place of a verified one. */
export type BackupRow = { readonly backup: BackupHandle; readonly at: string; readonly bytes: number; readonly events: number; readonly verified: boolean };

export type BackupsView = {
  /** For people to read. */
  readonly folder: string;
  /** Newest first. */
  readonly rows: readonly BackupRow[];
  /** When "save a copy" was last delivered. */
  readonly lastCopyAt: string | null;
  /** Whether there are changes that no copy outside this laptop has, and it is time for one. */
  readonly copyDue: boolean;
  /** Why the last backup could not be made; null where it could. */
  readonly problem: Problem | null;
};

/** What can still be read of a damaged file. `file` is good for repair; the counts of what is lost are null where nobody can tell. */
export type DamageView = {
  readonly file: SourceHandle; readonly name: string; readonly organisation: string; readonly project: string;
  readonly events: number; readonly lostEvents: number | null; readonly artefacts: number; readonly lostArtefacts: number | null;
  readonly faults: readonly { readonly kind: string; readonly where: string; readonly zh: string; readonly en: string }[];
  readonly repairable: boolean;
  readonly backups: readonly BackupRow[];
};

/** What a purge removed. The sentence says where the bytes may still be: in copies handed out. */
export type PurgeReport = { readonly files: number; readonly artefacts: number; readonly backups: number; readonly zh: string; readonly en: string };

export type Verification = { readonly ok: boolean; readonly events: number; readonly artefacts: number; readonly firstFault: { readonly kind: string; readonly where: string; readonly zh: string; readonly en: string } | null };
