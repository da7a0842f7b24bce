import { appendFileSync, chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArtefactSink } from '../../electron/intake/contents.ts';
import type { EarlierFile } from '../../electron/intake/evidence-paths.ts';
import { zipArchive } from '../builders/zip-archive.ts';
import { fates, folderOf, makePipe, onWindows, pathsOf, sha256, take, temporaryFolder } from './taking.ts';

test('every file of a folder is taken under its path, with its hash, size, kind and encoding', async () => {
  const folder = folderOf({ 'deploy/app.yaml': 'kind: Deployment\n', 'README.md': '# 说明\n', 'empty.txt': '', 'model.bin': new Uint8Array([1, 0, 2, 0xff]) });

  const taken = await take(folder);

  expect(taken).toEqual({
    offered: 4, duplicates: 0, changed: [], gone: [], refusals: [], warnings: [], label: 'evidence',
    files: [
      { path: 'README.md', artefact: sha256('# 说明\n'), size: 9, mediaType: 'text/markdown', encoding: 'utf-8' },
      { path: 'deploy/app.yaml', artefact: sha256('kind: Deployment\n'), size: 17, mediaType: 'application/yaml', encoding: 'utf-8' },
      { path: 'empty.txt', artefact: sha256(''), size: 0, mediaType: 'text/plain', encoding: 'utf-8' },
      { path: 'model.bin', artefact: sha256(new Uint8Array([1, 0, 2, 0xff])), size: 4, mediaType: 'application/octet-stream', encoding: null },
    ],
    staged: [sha256('# 说明\n'), sha256('kind: Deployment\n'), sha256(''), sha256(new Uint8Array([1, 0, 2, 0xff]))],
  });
});

test.skipIf(onWindows)('what is no regular file is refused with its reason, and the sum is that of what was offered', async () => {
  const folder = folderOf({ 'a.txt': 'a', 'inner/b.txt': 'b', 'huge.bin': '' });
  const outside = folderOf({ 'secret.txt': 'secret' }, 'outside');
  truncateSync(join(folder, 'huge.bin'), 2 ** 40);
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync('/dev/zero', join(folder, 'zero'));
  symlinkSync(outside, join(folder, 'linked-folder'));
  symlinkSync('..', join(folder, 'inner/loop'));
  symlinkSync('nowhere', join(folder, 'dangling'));
  linkSync(join(folder, 'a.txt'), join(folder, 'hard-link.txt'));
  makePipe(join(folder, 'pipe'));

  expect(fates(await take(folder))).toEqual({
    '': '10 offered, 10 accounted for',
    'a.txt': 'taken', 'hard-link.txt': 'taken', 'inner/b.txt': 'taken',
    'dangling': 'link', 'inner/loop': 'link', 'link.txt': 'link', 'linked-folder': 'link', 'zero': 'link',
    'huge.bin': 'too-large', 'pipe': 'special-file',
  });
});

test.skipIf(onWindows || process.getuid?.() === 0)('what may not be read is refused, and its neighbours are taken', async () => {
  const folder = folderOf({ 'closed.txt': 'x', 'open.txt': 'y', 'locked/inside.txt': 'z' });
  chmodSync(join(folder, 'closed.txt'), 0);
  chmodSync(join(folder, 'locked'), 0);

  const taken = await take(folder);
  chmodSync(join(folder, 'locked'), 0o700);

  expect(fates(taken)).toEqual({ '': '3 offered, 3 accounted for', 'closed.txt': 'unreadable', 'locked': 'unreadable', 'open.txt': 'taken' });
});

test.skipIf(onWindows)('odd names are kept as text', async () => {
  const names = ['CON', 'NUL.txt', 'a:ads', 'trailing. ', 'dots..', 'a\\..\\b.txt', '\u202egnp.exe', '\u001b]0;x\u0007.txt', 'A.txt', 'a.txt', 'Best Trade [%]', '-rf', 'n'.repeat(250), '\u00c5.txt', 'A\u030a.txt'];
  const folder = folderOf(Object.fromEntries(names.map((name) => [name, name])));

  const taken = await take(folder);

  expect(taken.files.map(({ path, artefact }) => [path, artefact])).toEqual(names.map((name) => [name, sha256(name)]).sort((a, b) => (a[0]! < b[0]! ? -1 : 1)));
});

test.skipIf(onWindows)('a name in GBK, as Chinese archives leave it on Linux, is read and shown', async () => {
  const folder = folderOf({});
  const sub = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xd6, 0xa4, 0xbe, 0xdd])]);
  mkdirSync(sub);
  writeFileSync(Buffer.concat([sub, Buffer.from('/a.txt')]), 'a');

  expect(fates(await take(folder))).toEqual({ '': '1 offered, 1 accounted for', '证据/a.txt': 'taken' });
});

test('folders below the allowed depth and files beyond the allowed number are refused in one line each', async () => {
  const deep = folderOf({ 'a/b/c/d.txt': 'd', 'a/e.txt': 'e' });
  const many = folderOf({ '1': '1', '2': '2', '3': '3' });

  expect([fates(await take(deep, { limits: { folderDepth: 2 } })), fates(await take(many, { limits: { files: 2 } }))]).toEqual([
    { '': '2 offered, 2 accounted for', 'a/b/c': 'too-deep', 'a/e.txt': 'taken' },
    { '': '3 offered, 3 accounted for', '1': 'taken', '2': 'taken', '3': 'too-large' },
  ]);
});

test('a source that is gone is refused', async () => {
  expect(fates(await take(join(temporaryFolder(), 'gone.yaml')))).toEqual({ '': '1 offered, 1 accounted for', 'gone.yaml': 'unreadable' });
});

test('large files are streamed with the same result', async () => {
  const text = '这是一行文字\n'.repeat(4000);
  const folder = folderOf({ 'log.txt': text, 'tail.txt': `${'x'.repeat(400_000)}\u0000`, 'chinese.csv': Buffer.concat(Array.from({ length: 30_000 }, () => Buffer.from([0xb9, 0xa4, 0x2c, 0x31, 0x0a]))) });

  const taken = await take(folder, { limits: { wholeBytes: 1000 } });

  expect(taken.files.map(({ path, artefact, encoding, mediaType }) => ({ path, artefact, encoding, mediaType }))).toEqual([
    { path: 'chinese.csv', artefact: taken.files[0]?.artefact, encoding: 'gb18030', mediaType: 'text/csv' },
    { path: 'log.txt', artefact: sha256(text), encoding: 'utf-8', mediaType: 'text/plain' },
    { path: 'tail.txt', artefact: sha256(`${'x'.repeat(400_000)}\u0000`), encoding: null, mediaType: 'application/octet-stream' },
  ]);
  expect(new Set(taken.staged)).toEqual(new Set(taken.files.map(({ artefact }) => artefact)));
});

test('the same bytes at two places are two files and one artefact', async () => {
  const taken = await take(folderOf({ 'a.txt': 'same', 'b.txt': 'same' }));

  expect([taken.files.map(({ path }) => path), taken.staged]).toEqual([['a.txt', 'b.txt'], [sha256('same')]]);
});

test('the same folder a second time holds only duplicates, archives included, and stages nothing', async () => {
  const folder = folderOf({ 'a.txt': 'a', 'sub/b.zip': zipArchive([{ name: 'c.txt', data: 'c' }, { name: '../d', data: 'd' }]) });
  const first = await take(folder);

  const second = await take(folder, { takenPaths: pathsOf(first), known: (artefact) => first.staged.includes(artefact) });

  expect(second).toEqual({ offered: 4, files: [], duplicates: 3, changed: [], gone: [], refusals: first.refusals, warnings: [], label: 'evidence', staged: [] });
});

test('one file offered twice in one go is a duplicate', async () => {
  const folder = folderOf({ 'a.txt': 'a', 'sub/b.txt': 'b' });

  const taken = await take([folder, join(folder, 'sub')]);

  expect([taken.offered, taken.files.map(({ path }) => path), taken.duplicates]).toEqual([3, ['evidence/a.txt', 'evidence/sub/b.txt'], 1]);
});

/** Files that another intake brought. */
function others(files: Readonly<Record<string, string>>): ReadonlyMap<string, EarlierFile> {
  return new Map(Object.entries(files).map(([path, content]) => [path, { artefact: sha256(content), label: 'another' }]));
}

test('a path taken by other bytes gets the name of its source in front, then a number', async () => {
  const second = await take(folderOf({ 'a.yaml': '2', 'same.yaml': 's' }, 'run'), { takenPaths: others({ 'a.yaml': '1', 'same.yaml': 's' }) });
  const third = await take(folderOf({ 'a.yaml': '3' }, 'run'), { takenPaths: others({ 'a.yaml': '1', 'run/a.yaml': '2' }) });
  const single = await take(join(folderOf({ 'a.yaml': '4' }), 'a.yaml'), { takenPaths: others({ 'a.yaml': '1' }) });
  const archive = await take(join(folderOf({ 'a.zip': zipArchive([{ name: 'x', data: '1' }]) }), 'a.zip'), { takenPaths: others({ 'a.zip': 'other', 'a.zip!/x': '0' }) });

  expect([second, third, single, archive].map((taken) => ({ files: taken.files.map(({ path }) => path), duplicates: taken.duplicates, changed: taken.changed }))).toEqual([
    { files: ['run/a.yaml'], duplicates: 1, changed: [] },
    { files: ['run (2)/a.yaml'], duplicates: 0, changed: [] },
    { files: ['a (2).yaml'], duplicates: 0, changed: [] },
    { files: ['a (2).zip', 'a (2).zip!/x'], duplicates: 0, changed: [] },
  ]);
});

test('a newer export of the same folder tells what is new, changed and gone; what changed keeps its path', async () => {
  const zip = (version: string): Buffer => zipArchive([{ name: 'kept', data: 'k' }, { name: 'new', data: version }, ...(version === '1' ? [{ name: 'dropped', data: 'd' }] : [])]);
  const first = await take(folderOf({ 'same.yaml': 's', 'a.yaml': '1', 'gone.yaml': 'g', 'b.zip': zip('1') }, 'run'));
  const second = await take(folderOf({ 'same.yaml': 's', 'a.yaml': '2', 'fresh.yaml': 'f', 'b.zip': zip('2') }, 'run'), { takenPaths: pathsOf(first) });

  expect([fates(second)[''], second.duplicates, second.files.map(({ path }) => path), second.changed, second.gone]).toEqual([
    '6 offered, 6 accounted for', 2, ['a.yaml', 'b.zip', 'b.zip!/new', 'fresh.yaml'], ['a.yaml', 'b.zip', 'b.zip!/new'], ['b.zip!/dropped', 'gone.yaml'],
  ]);
});

test('a newer version is found under the path its older one got, which may have the name of the source in front', async () => {
  const earlier = new Map([...others({ 'a.yaml': '0' }), ['run/a.yaml', { artefact: sha256('1'), label: 'run' }]]);

  const taken = await take(folderOf({ 'a.yaml': '2' }, 'run'), { takenPaths: earlier });

  expect([taken.files.map(({ path }) => path), taken.changed]).toEqual([['run/a.yaml'], ['run/a.yaml']]);
});

test('a folder that is only called the same is another one', async () => {
  const first = await take(folderOf({ 'a.yaml': '1', 'b.yaml': 'b', 'c.yaml': 'c' }, 'data'));
  const second = await take(folderOf({ 'a.yaml': '2', 'd.yaml': 'd', 'e.yaml': 'e' }, 'data'), { takenPaths: pathsOf(first) });

  expect([second.files.map(({ path }) => path), second.changed, second.gone]).toEqual([['data/a.yaml', 'd.yaml', 'e.yaml'], [], []]);
});

test('what may still be there is not called gone', async () => {
  const inner = zipArchive([{ name: 'x', data: 'x' }, { name: 'y', data: 'y' }]);
  const first = await take(folderOf({ 'a.yaml': 'a', 'b.yaml': 'b', 'sub/c.yaml': 'c', 'z.zip': inner }, 'run'));
  const folder = folderOf({ 'a.yaml': 'a', 'b.yaml': 'b', 'z.zip': inner.subarray(0, -5) }, 'run');
  symlinkSync('/', join(folder, 'sub'));

  const again = await take(folder, { takenPaths: pathsOf(first) });
  const cut = await take(folder, { takenPaths: pathsOf(first), limits: { files: 2 } });

  expect([again.changed, again.gone, again.refusals.map(({ path }) => path), cut.gone]).toEqual([['z.zip'], [], ['sub', 'z.zip!/'], []]);
});

test('the order in which sources are given does not matter', async () => {
  const sources = [folderOf({ 'x.txt': '1' }, 'data'), folderOf({ 'x.txt': '2' }, 'data'), join(folderOf({ 'note.txt': '3' }), 'note.txt'), join(folderOf({ 'note.txt': '4' }), 'note.txt')];

  const given = await take(sources);
  const turned = await take(sources.toReversed());

  expect(turned).toEqual(given);
  expect([given.files.map(({ path }) => path), given.label]).toEqual([['data/x.txt', 'data (2)/x.txt', 'note.txt', 'note (2).txt'], 'data, data (2), note.txt +1']);
});

test('a chosen link is followed, because a person named it', async () => {
  const folder = folderOf({ 'a.txt': 'a' });
  const link = join(temporaryFolder(), 'shortcut');
  symlinkSync(folder, link);

  expect([fates(await take(link)), (await take(link)).label]).toEqual([{ '': '1 offered, 1 accounted for', 'a.txt': 'taken' }, 'shortcut']);
});

test('a file that keeps changing while it is read is refused and leaves nothing staged', async () => {
  const folder = folderOf({ 'growing.log': 'x'.repeat(2_000_000), 'quiet.log': 'q' });

  const taken = await take(folder, {
    limits: { wholeBytes: 1000 },
    // A streamed file is asked for nothing while it is read, so the change comes in with its first staged piece.
    staging: changingStaging(() => { appendFileSync(join(folder, 'growing.log'), 'more'); }),
  });

  expect(fates(taken)).toEqual({ '': '2 offered, 2 accounted for', 'growing.log': 'unreadable', 'quiet.log': 'taken' });
});

test('a file that changed once is read again', async () => {
  const folder = folderOf({ 'growing.log': 'x'.repeat(2_000_000) });
  let changes = 0;

  const taken = await take(folder, {
    limits: { wholeBytes: 1000 },
    staging: changingStaging(() => { if ((changes += 1) === 1) appendFileSync(join(folder, 'growing.log'), 'more'); }, () => undefined),
  });

  expect(taken.files.map(({ artefact }) => artefact)).toEqual([sha256(`${'x'.repeat(2_000_000)}more`)]);
});

test('a large archive that changes after it was kept is not opened', async () => {
  const folder = folderOf({ 'a.zip': zipArchive([{ name: 'x.txt', data: 'x'.repeat(5000), stored: true }]) });

  const taken = await take(folder, { limits: { wholeBytes: 1000 }, staging: changingStaging(() => undefined, () => { appendFileSync(join(folder, 'a.zip'), 'more'); }) });

  expect(fates(taken)).toEqual({ '': '2 offered, 2 accounted for', 'a.zip': 'taken', 'a.zip!/': 'unreadable' });
});

/** Changes what is read while it is written, and once it is kept. */
function changingStaging(change: () => void, kept: () => void = () => { throw new Error('a changed file must not be kept'); }): ArtefactSink {
  return {
    has: () => false,
    put: () => undefined,
    begin: () => ({ write: change, end: kept, cancel: () => undefined }),
  };
}

test('cancelling rejects at once', async () => {
  const folder = folderOf(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}`, `${index}`])));
  const cancel = new AbortController();

  const taking = take(folder, { signal: cancel.signal, progress: ({ phase }) => { if (phase === 'storing') cancel.abort(new Error('enough')); } });

  await expect(taking).rejects.toThrow('enough');
});

test('progress knows the total after listing and ends at it', async () => {
  const folder = folderOf({ 'a.txt': '12345', 'b.zip': zipArchive([{ name: 'c', data: 'c' }]) });
  const told: unknown[] = [];

  await take(folder, { progress: ({ phase, done, total, bytesDone, bytesTotal }) => { told.push([phase, done, total, bytesDone === bytesTotal]); } });

  expect([told[0], told[1], told.at(-1)]).toEqual([['listing', 0, null, false], ['storing', 0, 2, false], ['storing', 3, 3, true]]);
});
