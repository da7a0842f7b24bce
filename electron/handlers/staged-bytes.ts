import { rmSync } from 'node:fs';
import { unpackChunk } from '../storage/chunk.ts';
import { readStaging, type StagedArtefact } from '../storage/staging.ts';

export type StagedBytes = { readonly read: (artefact: string) => Uint8Array | undefined; readonly discard: () => void };

/** The artefacts of a finished staging file, to be read before they are adopted; `discard` removes the file. */
export function stagedBytes(path: string): StagedBytes {
  const staging = readStaging(path);
  const byHash = new Map(staging.artefacts.map((artefact): [string, StagedArtefact] => [artefact.artefact, artefact]));
  return {
    read: (artefact) => {
      const found = byHash.get(artefact);
      return found === undefined ? undefined : Buffer.concat(found.chunks.map((chunk) => unpackChunk({ ...chunk, bytes: staging.read(chunk) })));
    },
    discard: () => {
      staging.close();
      rmSync(path, { force: true });
    },
  };
}
