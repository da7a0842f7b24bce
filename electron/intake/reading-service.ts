import type { FileReading, SourceFile } from '#assessments';
import { decodeContent, decodeRepository } from './decode/decode.ts';
import { type StagedReader, stagedReader } from '../storage/staging.ts';
import type { FromReader, GivenFile, ToReader } from './messages.ts';
import { openParent } from './parent.ts';
import { type Reason, diagnostic } from './sentences.ts';

/** Few enough that little has to be read again after a file that brought the process down. */
const inOneAnswer = 64;
/** The longest an answer waits for others, in milliseconds; each one wakes the parent. */
const patience = 20;

/**
 * Answers, as a child process, every file it is given with what `read` reads out of it, one after the other in the
 * order given; several answers go out together. A file that is to be read `alone` has its answer out before the next
 * file is begun, so that the parent knows which file is in work when the process dies.
 */
export function serveReadings(read: (file: SourceFile) => FileReading): void {
  const waiting: GivenFile[] = [];
  const staged = stagedReader();
  const parent = openParent<ToReader, FromReader>();
  let working = false;
  const work = async (): Promise<void> => {
    working = true;
    let readings: FileReading[] = [];
    let last = performance.now();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      readings.push(await readOne(read, next, staged));
      if (!next.alone && waiting.length > 0 && readings.length < inOneAnswer && performance.now() - last < patience) continue;
      // Nobody can remove a file that is open, on some systems.
      if (waiting.length === 0) staged.rest();
      await parent.say({ kind: 'read', readings });
      readings = [];
      last = performance.now();
    }
    working = false;
  };
  parent.hear((message) => {
    waiting.push(...message.files);
    if (!working) void work();
  });
  void parent.say({ kind: 'ready' });
}

async function readOne(read: (file: SourceFile) => FileReading, { path, artefact, mediaType, bytes: given, beside, mapping }: GivenFile, staged: StagedReader): Promise<FileReading> {
  try {
    const bytesOf = (one: GivenFile['bytes'], kept: boolean): Uint8Array => (one instanceof Uint8Array ? one : staged.read(one, kept));
    const bytes = bytesOf(given, beside !== null);
    const { encoding, text, decoded, told } = beside === null ? await decodeContent(bytes, mediaType) : decodeRepository(bytes, beside.map(({ name, bytes: own }) => [name, () => bytesOf(own, true)]));
    if (text === null && decoded === null) return saying(path, told);
    const reading = read({ path, artefact, size: bytes.length, mediaType, encoding, text, decoded, ...(mapping === null ? {} : { mapping }) });
    return { ...reading, diagnostics: [...told.map((reason) => diagnostic(path, reason)), ...reading.diagnostics] };
  } catch (thrown) {
    return saying(path, [thrown instanceof RangeError ? 'readerTooDeep' : 'readerFailed']);
  }
}

function saying(path: string, told: readonly Reason[]): FileReading {
  return { path, importer: null, facts: [], diagnostics: told.map((reason) => diagnostic(path, reason)), fragments: [] };
}
