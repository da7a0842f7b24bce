/** What two threads that stage evidence together pass each other: pieces of files in shared memory, in the order given. */
import { chunkSize } from '../storage/chunk.ts';

const slots = 8;
/** Of each slot: what to do, how many bytes, whether an artefact ends here, then the digest. */
const wordsPerSlot = 3 + 8;
const words = { given: 0, done: 1, failed: 2, first: 3 } as const;
const digestBytes = 32;

/** What is to be done with a piece: kept, kept as the last one of an artefact, the artefact forgotten, everything told, closed. */
export const tasks = { piece: 1, last: 2, forget: 3, tell: 4, close: 5 } as const;
export type Task = (typeof tasks)[keyof typeof tasks];

export type RingMemory = { readonly control: SharedArrayBuffer; readonly bytes: SharedArrayBuffer };
export type Given = { readonly task: Task; readonly bytes: Buffer; readonly artefact: string };

/** Memory for one ring. */
export function ringMemory(): RingMemory {
  return { control: new SharedArrayBuffer((words.first + slots * wordsPerSlot) * 4), bytes: new SharedArrayBuffer(slots * chunkSize) };
}

/** The side that gives. `give` waits while the ring is full, `drain` until everything given was dealt with. */
export type RingGiver = { readonly give: (task: Task, bytes: Uint8Array, artefact?: string) => void; readonly drain: () => void; readonly failed: () => boolean };

export function ringGiver(memory: RingMemory): RingGiver {
  const control = new Int32Array(memory.control);
  const wait = (until: number): void => {
    for (let done = Atomics.load(control, words.done); done < until; done = Atomics.load(control, words.done)) Atomics.wait(control, words.done, done);
  };
  return {
    give: (task, bytes, artefact = '') => {
      const turn = Atomics.load(control, words.given);
      wait(turn - slots + 1);
      const slot = slotOf(memory, turn);
      slot.words[0] = task;
      slot.words[1] = bytes.length;
      slot.words[2] = artefact === '' ? 0 : 1;
      if (artefact !== '') slot.digest.write(artefact, 'hex');
      slot.bytes.set(bytes);
      Atomics.store(control, words.given, turn + 1);
      Atomics.notify(control, words.given);
    },
    drain: () => { wait(Atomics.load(control, words.given)); },
    failed: () => Atomics.load(control, words.failed) === 1,
  };
}

/** The side that takes: deals with what is given, one after the other, until `deal` answers false. The bytes are good until it returns. */
export function takeFromRing(memory: RingMemory, deal: (given: Given) => boolean, fail: (thrown: unknown) => void): void {
  const control = new Int32Array(memory.control);
  for (let turn = 0, open = true; open; turn += 1) {
    while (Atomics.load(control, words.given) <= turn) Atomics.wait(control, words.given, turn);
    const { words: [task = tasks.close, length = 0, named = 0], digest, bytes } = slotOf(memory, turn);
    try {
      open = deal({ task: task as Task, bytes: bytes.subarray(0, length), artefact: named === 0 ? '' : digest.toString('hex') });
    } catch (thrown) {
      fail(thrown);
      Atomics.store(control, words.failed, 1);
      open = task !== tasks.close;
    }
    Atomics.store(control, words.done, turn + 1);
    Atomics.notify(control, words.done);
  }
}

function slotOf({ control, bytes }: RingMemory, turn: number): { readonly words: Int32Array; readonly digest: Buffer; readonly bytes: Buffer } {
  const at = turn % slots;
  const start = (words.first + at * wordsPerSlot) * 4;
  return { words: new Int32Array(control, start, 3), digest: Buffer.from(control, start + 12, digestBytes), bytes: Buffer.from(bytes, at * chunkSize, chunkSize) };
}
