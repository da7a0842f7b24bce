import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { importFrom, newAssessment, openTestApi, valueOf, type TestApi } from '../builders/api.ts';
import { repositoryBuilder } from '../builders/repository.ts';

function write(folder: string, files: Iterable<readonly [string, string | Uint8Array]>): void {
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, '.git', name)), { recursive: true });
    writeFileSync(join(folder, '.git', name), content);
  }
}

async function commits(api: TestApi, assessment: string): Promise<readonly (number | string | null)[]> {
  const { facts } = valueOf(await api.call('readFacts', { assessment, only: { type: null, file: null, subject: null, search: '' }, from: 0, count: 50 }));
  return facts.flatMap((row) => JSON.stringify(row).match(/"commits":(\d+)/)?.slice(1) ?? []);
}

test('a repository that grew is told anew though its HEAD is the same, and taking that back tells the old state', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const folder = join(api.folder, 'scorer');
  const builder = repositoryBuilder();
  const first = builder.commit({ files: { 'a.py': '1' } });
  write(folder, [['HEAD', 'ref: refs/heads/main\n'], ['refs/heads/main', first], ...builder.loose()]);

  await importFrom(api, assessment, folder);
  const before = await commits(api, assessment);
  const second = builder.commit({ files: { 'a.py': '2' }, parents: [first] });
  write(folder, [['refs/heads/main', second], ...builder.loose()]);
  await importFrom(api, assessment, folder);
  const after = await commits(api, assessment);
  valueOf(await api.call('undo', { assessment }));
  const undone = await commits(api, assessment);
  rmSync(folder, { recursive: true });

  expect([before, after, undone]).toEqual([['1'], ['2'], ['1']]);
  const { files } = valueOf(await api.call('readEvidence', { assessment }));
  expect(files.map(({ importer }) => importer)).toEqual(files.map(() => 'git'));
});
