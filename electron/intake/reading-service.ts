import type { FileReading, SourceFile } from '#assessments';
import { decodeText } from './decode/decode.ts';
import type { FromReader, ToReader } from './messages.ts';
import { type Reason, diagnostic } from './sentences.ts';

/**
 * Answers, as a child process, every file it is given with what `read` reads out of it, one after the other in the
 * order given. An answer has left this process before the next file is begun, so the parent always knows which file
 * is in work when the process dies.
 */
export function serveReadings(read: (file: SourceFile) => FileReading): void {
  const waiting: ToReader[] = [];
  let working = false;
  const work = async (): Promise<void> => {
    working = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await say({ kind: 'read', reading: readOne(read, next) });
    working = false;
  };
  process.on('message', (message: ToReader) => {
    waiting.push(message);
    if (!working) void work();
  });
  process.on('disconnect', () => { process.exit(); });
  void say({ kind: 'ready' });
}

function readOne(read: (file: SourceFile) => FileReading, { path, artefact, mediaType, bytes }: ToReader): FileReading {
  try {
    const decoded = decodeText(bytes);
    if (decoded === null) return saying(path, 'notText');
    return read({ path, artefact, size: bytes.length, mediaType, encoding: decoded.encoding, text: decoded.text, decoded: null });
  } catch (thrown) {
    return saying(path, thrown instanceof RangeError ? 'readerTooDeep' : 'readerFailed');
  }
}

function saying(path: string, reason: Reason): FileReading {
  return { path, importer: null, facts: [], diagnostics: [diagnostic(path, reason)], fragments: [] };
}

function say(message: FromReader): Promise<void> {
  return new Promise((resolve) => { process.send?.(message, undefined, undefined, () => { resolve(); }); });
}
