import { expect, onTestFinished, test } from 'vitest';
import { type ReadingAlong, readAlong } from '../../electron/intake/read-along.ts';
import type { FileToRead } from '../../electron/intake/reader.ts';
import { sha256 } from './taking.ts';

const oddReader = new URL('./odd-reader-process.ts', import.meta.url);

/** A file that tells how often its bytes were asked for. */
function fileOf(path: string, text = path): FileToRead & { readonly asked: () => number } {
  const bytes = Buffer.from(text);
  let asked = 0;
  return { entry: { path, artefact: sha256(bytes), size: bytes.length, mediaType: 'text/plain', encoding: 'utf-8' }, bytes: () => { asked += 1; return bytes; }, asked: () => asked };
}

function reading(options: Partial<Parameters<typeof readAlong>[0]> = {}): ReadingAlong {
  const along = readAlong({ signal: new AbortController().signal, entry: oddReader, ...options });
  onTestFinished(along.close);
  return along;
}

test('files are read as they come, each once, and told in the order asked for', async () => {
  const along = reading();
  const files = Array.from({ length: 500 }, (_, index) => fileOf(`${index}.txt`));
  for (let from = 0; from < 400; from += 100) along.add(files.slice(from, from + 100));

  const readings = await along.finish(files, () => undefined);

  expect([readings.map(({ path, importer }) => [path, importer]), new Set(files.map(({ asked }) => asked()))]).toEqual([files.map(({ entry }) => [entry.path, `${entry.path} in utf-8`]), new Set([1])]);
});

test('a repository is read at the end, when all its files are there', async () => {
  const along = reading();
  const files = ['HEAD', 'packed-refs', 'config'].map((name) => fileOf(`repo/.git/${name}`, name === 'HEAD' ? 'ref: refs/heads/main\n' : '# x\n'));
  for (const file of files) along.add([file]);

  const [head, ...others] = await along.finish(files, () => undefined);

  expect([JSON.parse(head?.importer ?? ''), others.map(({ importer }) => importer)]).toMatchObject([{ kind: 'git', head: 'main' }, ['git', 'git']]);
});

test('a file that breaks the reader costs one diagnostic here too', async () => {
  const along = reading();
  const files = ['first', 'die', 'last'].map((text) => fileOf(`${text}.txt`, text));
  along.add(files);

  expect((await along.finish(files, () => undefined)).map(({ importer, diagnostics }) => importer ?? diagnostics[0]?.kind)).toEqual(['first in utf-8', 'too-much-memory', 'last in utf-8']);
});

test('what fails on the way fails for whoever waits at the end', async () => {
  const cancel = new AbortController();
  const along = reading({ signal: cancel.signal });
  const gone = reading({ entry: new URL('file:///there/is/none.ts') });
  for (const one of [along, gone]) one.add([fileOf('a')]);
  cancel.abort(new Error('enough'));

  await expect(along.finish([fileOf('a')], () => undefined)).rejects.toThrow('enough');
  await expect(gone.finish([fileOf('a')], () => undefined)).rejects.toThrow('did not start');
});
