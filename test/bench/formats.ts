/**
 * What every importer makes of a folder of real files: files it claims, of these how many give facts (or fragments of a
 * set), how many only a diagnostic, facts, and time; with counts beside every percentage. Refused and unread files are
 * told by kind. Run: node test/bench/formats.ts <folder>
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type FileReading, completeFacts, importers, readEvidence } from '#assessments';
import { stagedBytes } from '../../electron/handlers/staged-bytes.ts';
import { decodeContent } from '../../electron/intake/decode/decode.ts';
import type { Entry } from '../../electron/intake/ledger.ts';
import { takeIn } from '../../electron/intake/take-in.ts';
import { createStaging, stagedReader } from '../../electron/storage/staging.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('give a folder');
const work = mkdtempSync(join(tmpdir(), 'formats-'));
process.once('exit', () => { rmSync(work, { recursive: true, force: true }); });

const staging = createStaging(join(work, 'staging'));
const taken = await takeIn([{ path: resolve(folder) }], { staging, known: () => false, takenPaths: new Map(), progress: () => undefined, signal: new AbortController().signal });
staging.finish();
const staged = stagedBytes(staging.path);
const stored = stagedReader();
const read: { readonly reading: FileReading; readonly ms: number }[] = [];
for (const entry of taken.files) read.push(await timed(entry));
stored.rest();
staged.discard();
print();

async function timed(entry: Entry): Promise<{ readonly reading: FileReading; readonly ms: number }> {
  const place = staged.find(entry.artefact);
  const bytes = place === undefined ? new Uint8Array() : stored.read(place, false);
  const start = performance.now();
  const { encoding, text, decoded } = await decodeContent(bytes, entry.mediaType);
  const reading = text === null && decoded === null
    ? { path: entry.path, importer: null, facts: [], fragments: [], diagnostics: [] }
    : readEvidence({ ...entry, encoding, text, decoded });
  return { reading, ms: performance.now() - start };
}

function print(): void {
  const row = (...cells: readonly (string | number)[]): void => { console.log(cells.map((cell, index) => (index === 0 ? String(cell).padEnd(22) : String(cell).padStart(14))).join('')); };
  row('importer', 'claimed', 'give facts', 'share', 'only told', 'facts', 'fragments', 'seconds');
  const claimed = (id: string | null) => read.filter(({ reading }) => reading.importer === id);
  let [all, giving] = [0, 0];
  for (const id of importers.map((importer) => importer.id).filter((one) => claimed(one).length > 0)) {
    const files = claimed(id);
    const give = files.filter(({ reading }) => reading.facts.length + reading.fragments.length > 0).length;
    [all, giving] = [all + files.length, giving + give];
    const told = files.filter(({ reading }) => reading.facts.length + reading.fragments.length === 0 && reading.diagnostics.length > 0).length;
    row(id, files.length, give, `${(100 * give / files.length).toFixed(1)} %`, told, sum(files, ({ reading }) => reading.facts.length), sum(files, ({ reading }) => reading.fragments.length), (sum(files, ({ ms }) => ms) / 1000).toFixed(2));
  }
  row('all claimed', all, giving, `${(100 * giving / Math.max(1, all)).toFixed(1)} %`);
  const rest = claimed(null);
  console.log(`files ${taken.files.length}, refused ${taken.refusals.length}, duplicates ${taken.duplicates}, claimed by none ${rest.length} (${(sum(rest, ({ ms }) => ms) / 1000).toFixed(2)} s)`);
  console.log(`diagnostics by kind: ${JSON.stringify(Object.fromEntries([...Map.groupBy(read.flatMap(({ reading }) => reading.diagnostics), ({ kind }) => kind)].map(([kind, list]) => [kind, list.length])))}`);
  const start = performance.now();
  const { facts } = completeFacts(read.map(({ reading }) => reading));
  console.log(`facts with sets and contradictions ${facts.length}, put together in ${((performance.now() - start) / 1000).toFixed(2)} s; largest memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
