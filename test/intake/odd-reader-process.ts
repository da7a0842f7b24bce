/** A reading process whose reader does what the text says, to see what a broken or overwhelmed reader costs. */
import type { FileReading, SourceFile } from '#assessments';
import { serveReadings } from '../../electron/intake/reading-service.ts';

serveReadings(readOddly);

function readOddly({ path, text, encoding }: SourceFile): FileReading {
  switch (text?.trim()) {
    case 'hang': for (;;) if (path === '') break; break;
    case 'fill the memory': fill([]); break;
    case 'overflow the stack': readOddly({ path, text, encoding, artefact: '', size: 0, mediaType: '' }); break;
    case 'die': process.kill(process.pid, 'SIGKILL'); break;
    case 'throw': throw new Error('a bug in a reader');
    case 'say nonsense': return { path, importer: null, facts: [{ type: 'no.such.fact' }], diagnostics: [] } as unknown as FileReading;
    default:
  }
  return { path, importer: `${text} in ${encoding}`, facts: [], diagnostics: [] };
}

function fill(memory: unknown[]): void {
  for (;;) memory.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
}
