/** A reading process whose reader does what the text says, to see what a broken or overwhelmed reader costs. */
import { writeFileSync } from 'node:fs';
import type { FileReading, SourceFile } from '#assessments';
import { serveReadings } from '../../electron/intake/reading-service.ts';

const deeds: Readonly<Record<string, (file: SourceFile) => unknown>> = {
  'hang': () => { for (;;); },
  'fill the memory': () => {
    const memory: unknown[] = [];
    for (;;) memory.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
  },
  'overflow the stack': (file) => readOddly(file),
  'die': () => process.kill(process.pid, 'SIGKILL'),
  'write': ({ path }) => { writeFileSync(path, 'written'); },
  'throw': () => { throw new Error('a bug in a reader'); },
  'say nonsense': () => [{ type: 'no.such.fact' }],
};

serveReadings(readOddly);

function readOddly(file: SourceFile): FileReading {
  const facts = deeds[file.text ?? '']?.(file) ?? [];
  return { path: file.path, importer: file.decoded === null ? `${file.text} in ${file.encoding}` : JSON.stringify(file.decoded), facts: facts as FileReading['facts'], diagnostics: [], fragments: [] };
}
