import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { anna, rating } from './journal.ts';
import type { Original } from './mutations.ts';
import { aStore, anIntake, open, packFiles, sha256, smallPack, someBytes } from './stores.ts';

export const contents = { 'deploy.yaml': someBytes('text', 60_000), 'model.bin': someBytes('random', 1_500_000), 'note.txt': Buffer.from('灰度发布') };
export const hashes = Object.values(contents).map(sha256);

/** A closed file with a pack, an intake of three artefacts and as many ratings, and the ids of its events. */
export async function aFullFile(ratings = 40): Promise<{ readonly path: string; readonly events: readonly string[] }> {
  const store = aStore();
  store.pinPack(packFiles, smallPack, { author: anna });
  const { staging, draft } = anIntake(store, contents);
  await store.adopt(staging, [draft], { author: anna });
  for (let count = 0; count < ratings; count += 1) store.append([rating('P', `2.2.3-L1-${count}`, `理由 ${count} ${'长'.repeat(count * 20)}`)], { author: anna });
  store.close();
  return { path: store.path, events: store.events().map(({ id }) => id) };
}

export function change(path: string, how: (bytes: Buffer) => Buffer | undefined): void {
  const bytes = readFileSync(path);
  writeFileSync(path, how(bytes) ?? bytes);
}

/** A file whose program was killed: much of it is in the file, the rest in the log beside it. */
export async function aKilledFile(): Promise<Original> {
  const { path } = await aFullFile(25);
  const store = open(path);
  for (let count = 0; count < 12; count += 1) store.append([rating('F', `2.2.3-L2-${count}`, `后来 ${count}`)], { author: anna });
  const hashes = store.events().map(({ hash }) => hash);
  const [kept, log] = [`${path}.kept`, `${path}.kept-log`];
  copyFileSync(path, kept);
  copyFileSync(`${path}-wal`, log);
  store.close();
  return { path: kept, log, hashes, artefacts: Object.values(contents).map(sha256) };
}
