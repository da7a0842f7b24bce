import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';
import { chunkSize } from '../storage/chunk.ts';
import type { StagedChunk } from '../storage/staging.ts';
import { childEntry } from './child-entry.ts';
import type { ArtefactSink } from './contents.ts';
import { ringGiver, ringMemory, tasks } from './staging-ring.ts';
import type { FromThread, ThreadStart } from './staging-thread.ts';

/** A staging file that another thread packs and writes, while this one reads and hashes the next file. */
export type StagingAside = ArtefactSink & {
  /** Runs this, at one of the next calls, when everything given so far is in the staging file and known to `chunksOf`. In the order of the calls. */
  readonly whenWritten: (run: () => void) => void;
  /** Where the chunks of an artefact lie that is written; null where it was not put. */
  readonly chunksOf: (artefact: string) => readonly StagedChunk[] | null;
  /** Waits until all is written, runs what waits for it, and closes the file. */
  readonly finish: () => void;
};

/** A new, empty staging file. Errors of the file system (ENOSPC, EROFS, EEXIST …) are thrown by whichever call comes after. */
export function stageAside(path: string): StagingAside {
  const ring = ringMemory();
  const giver = ringGiver(ring);
  const { port1: port, port2 } = new MessageChannel();
  const start: ThreadStart = { path, ring, port: port2 };
  new Worker(childEntry('staging-thread'), { workerData: start, transferList: [port2] }).unref();
  const put = new Set<string>();
  const written = new Map<string, readonly StagedChunk[]>();
  const waiting: (() => void)[] = [];

  const hear = (): void => {
    for (let heard = receiveMessageOnPort(port); heard !== undefined; heard = receiveMessageOnPort(port)) {
      const message = heard.message as FromThread;
      if (message.kind === 'failed') throw Object.assign(new Error(message.message), message.code === '' ? {} : { code: message.code });
      for (const [artefact, chunks] of message.artefacts) written.set(artefact, chunks);
      waiting.shift()?.();
    }
  };
  const give = (...given: Parameters<typeof giver.give>): void => {
    if (giver.failed()) hear();
    giver.give(...given);
  };
  const end = (bytes: Uint8Array, artefact: string): void => {
    give(tasks.last, bytes, artefact);
    put.add(artefact);
  };
  return {
    has: (artefact) => put.has(artefact),
    put: (artefact, bytes) => {
      if (put.has(artefact)) return;
      end(inPieces(bytes, (piece) => { give(tasks.piece, piece); }), artefact);
    },
    begin: () => ({
      write: (bytes) => { give(tasks.piece, inPieces(bytes, (piece) => { give(tasks.piece, piece); })); },
      end: (artefact) => { end(nothing, artefact); },
      cancel: () => { give(tasks.forget, nothing); },
    }),
    whenWritten: (run) => {
      waiting.push(run);
      give(tasks.tell, nothing);
      hear();
    },
    chunksOf: (artefact) => written.get(artefact) ?? null,
    finish: () => {
      give(tasks.close, nothing);
      giver.drain();
      hear();
      port.close();
    },
  };
}

const nothing = new Uint8Array(0);

/** Hands over pieces that fit a slot; gives the last one, which may be empty. */
function inPieces(bytes: Uint8Array, hand: (piece: Uint8Array) => void): Uint8Array {
  let from = 0;
  for (; bytes.length - from > chunkSize; from += chunkSize) hand(bytes.subarray(from, from + chunkSize));
  return bytes.subarray(from);
}
