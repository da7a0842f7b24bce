import { rmSync } from 'node:fs';
import { readStaging, type StagedPlace } from '../storage/staging.ts';

export type StagedBytes = { readonly find: (artefact: string) => StagedPlace | undefined; readonly discard: () => void };

/** Where the artefacts of a finished staging file lie, to be read before they are adopted; `discard` removes the file. */
export function stagedBytes(path: string): StagedBytes {
  const staging = readStaging(path);
  staging.close();
  const places = new Map(staging.artefacts.map(({ artefact, chunks }): [string, StagedPlace] => [artefact, { path, chunks }]));
  return {
    find: (artefact) => places.get(artefact),
    discard: () => { rmSync(path, { force: true }); },
  };
}
