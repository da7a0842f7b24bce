/**
 * What an application does that has an assessment open and takes a folder in, in a process of its own so that its
 * memory and its answering can be measured. Prints one line of JSON: a `Held`.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { stdout } from 'node:process';
import { randomUUID } from 'node:crypto';
import type { FileReading } from '#assessments';
import type { TakenIn } from '../../../electron/intake/ledger.ts';
import { readAlong } from '../../../electron/intake/read-along.ts';
import type { FileToRead } from '../../../electron/intake/reader.ts';
import { startIntake } from '../../../electron/intake/start-intake.ts';
import { stagingPath } from '../../../electron/storage/staging.ts';
import { createAssessment } from '../../../electron/storage/store.ts';
import { verdictsOf } from './verdicts.ts';

/** What is said of every path; megabytes that the process grew by at most; its longest silence and the time it took, in milliseconds. */
export type Held = { readonly verdicts: Readonly<Record<string, string>>; readonly offered: number; readonly accounted: number; readonly grown: number; readonly silence: number; readonly took: number };

const [folder = '', assessment = ''] = process.argv.slice(2);
const signal = new AbortController().signal;
const author = { id: '01890000-0000-7000-8000-000000000001', name: 'tester', role: 'tester' };
const newId = (): string => randomUUID();

const store = createAssessment(assessment, { surroundings: { now: () => new Date(), newId, device: 'test' } });
const before = process.memoryUsage.rss();
let most = before;
const watching = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()); }, 20);
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const start = performance.now();

const { taken, readings } = await takeAndRead();

const held: Held = {
  verdicts: verdictsOf(taken, readings), offered: taken.offered, accounted: taken.files.length + taken.duplicates + taken.refusals.length,
  grown: Math.round((Math.max(most, process.memoryUsage.rss()) - before) / 1e6), silence: Math.round(delay.max / 1e6), took: Math.round(performance.now() - start),
};
clearInterval(watching);
store.close();
stdout.write(`${JSON.stringify(held)}\n`);

async function takeAndRead(): Promise<{ readonly taken: TakenIn; readonly readings: readonly FileReading[] }> {
  const intake = newId();
  const staging = stagingPath(assessment, intake);
  const reading = readAlong({ signal });
  const files: FileToRead[] = [];
  const taken = await startIntake([{ path: folder }], {
    stagingPath: staging, known: store.artefactHashes(), takenPaths: new Map(), progress: () => undefined, signal,
    taken: (some) => {
      const toRead = some.map(({ entry, place }) => ({ entry, bytes: () => place ?? store.readArtefact(entry.artefact) }));
      files.push(...toRead);
      reading.add(toRead);
    },
  });
  const readings = await reading.finish(files, () => undefined);
  reading.close();
  await store.adopt({ path: staging }, [{ type: 'evidence.added', payload: { intake, label: taken.label, files: taken.files } }], { author });
  store.saveReadings(readings.map((reading) => ({ ...reading, intake })));
  return { taken, readings };
}
