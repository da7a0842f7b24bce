/** The thread that packs and writes what another one reads and hashes. */
import { type MessagePort, workerData } from 'node:worker_threads';
import { codeOf } from '../storage/problems.ts';
import { type StagedChunk, type Staging, type StagedWriter, createStaging } from '../storage/staging.ts';
import { type Given, type RingMemory, takeFromRing, tasks } from './staging-ring.ts';

/** What the thread tells: where the chunks of artefacts lie that were written since it told last; or why it failed. */
export type FromThread =
  | { readonly kind: 'written'; readonly artefacts: readonly (readonly [artefact: string, chunks: readonly StagedChunk[]])[] }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };
export type ThreadStart = { readonly path: string; readonly ring: RingMemory; readonly port: MessagePort };

const { path, ring, port } = workerData as ThreadStart;
const tell = (message: FromThread): void => { port.postMessage(message); };
let staging: Staging | null = null;
let writer: StagedWriter | null = null;
let written: string[] = [];

takeFromRing(ring, deal, (thrown) => { tell({ kind: 'failed', code: codeOf(thrown), message: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown) }); });
port.close();

/** False once everything is done. */
function deal({ task, bytes, artefact }: Given): boolean {
  staging ??= createStaging(path);
  if (task === tasks.piece) {
    writer ??= staging.begin();
    writer.write(bytes);
  }
  if (task === tasks.last) endArtefact(staging, bytes, artefact);
  if (task === tasks.forget) {
    writer?.cancel();
    writer = null;
  }
  if (task === tasks.tell) tellWritten(staging);
  if (task === tasks.close) staging.finish();
  return task !== tasks.close;
}

/** Most artefacts come in one piece. */
function endArtefact({ put }: Staging, bytes: Uint8Array, artefact: string): void {
  if (writer === null) put(artefact, bytes);
  else {
    writer.write(bytes);
    writer.end(artefact);
  }
  writer = null;
  written.push(artefact);
}

function tellWritten({ chunksOf }: Staging): void {
  tell({ kind: 'written', artefacts: written.map((one) => [one, chunksOf(one) ?? []]) });
  written = [];
}
