import type { SourceFile } from '../file.ts';
import type { Fragment, Json } from '../fragment.ts';
import type { Place } from '../place.ts';
import { isReleaseFolder, folderOf } from '../release-of-path.ts';

/** The kinds of records in a release folder, in the order in which a bundle names them. */
export const releaseRecordKinds = ['approval', 'evaluation', 'risk', 'monitoring-plan', 'model-card', 'sbom', 'code', 'run', 'other'] as const;
export type ReleaseRecordKind = (typeof releaseRecordKinds)[number];

/** What a record says that the bundle of its folder repeats. */
type ReleaseRecord = {
  readonly commit?: string | null;
  readonly repository?: string | null;
  readonly run?: string | null;
  readonly model?: string | null;
  readonly modelVersion?: string | null;
  readonly route?: string | null;
  readonly createdAt?: string | null;
  readonly placeholders?: number;
};

/**
 * The fragment that makes a file a record of the release whose folder it lies in; none where that folder is no release
 * folder. Whichever importer reads a record (a model card, a bill of materials) adds this to its reading.
 */
export function releaseRecord(file: SourceFile, kind: ReleaseRecordKind, place: Place, said: ReleaseRecord = {}): readonly Fragment[] {
  if (!isReleaseFolder(file.path)) return [];
  const value: Json = { ...given(said), content: file.artefact };
  return [{ set: 'release-folder', key: folderOf(file.path), part: kind, name: file.path, value, place }];
}

function given(said: ReleaseRecord): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined));
}
