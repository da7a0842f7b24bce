import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { TakeInOptions } from '../../electron/intake/take-in.ts';
import { type TarEntry, pax, tarArchive } from '../builders/tar-archive.ts';
import { zipArchive } from '../builders/zip-archive.ts';
import { type Taken, fates, folderOf, sha256, take } from './taking.ts';

function takeOne(name: string, bytes: Uint8Array, options: Partial<TakeInOptions> = {}): Promise<Taken> {
  return take(join(folderOf({ [name]: bytes }), name), options);
}

/** What became of the members, packed or not, without the archive itself. */
async function membersOf(entries: readonly TarEntry[], options: Partial<TakeInOptions> = {}): Promise<Readonly<Record<string, string>>> {
  const plain = fates(await takeOne('a.tar', tarArchive(entries), options));
  const packed = fates(await takeOne('a.tar', gzipSync(tarArchive(entries)), options));
  expect(packed).toEqual(plain);
  return Object.fromEntries(Object.entries(plain).map(([path, what]) => [path.replace(/^a\.tar!\/(?=.)/, ''), what]));
}

const files: readonly TarEntry[] = [{ name: 'x/', type: '5' }, { name: 'x/y.yaml', data: 'kind: Service\n' }, { name: './z.json', data: '{}' }, { name: 'empty.txt' }];

test('a tar archive, plain or packed, is an artefact itself, and every member a file with a path of its own', async () => {
  const bytes = tarArchive(files);
  const packed = gzipSync(bytes);

  expect([(await takeOne('a.tar', bytes)).files, (await takeOne('a.tgz', packed)).files]).toEqual([['a.tar', 'application/x-tar', bytes] as const, ['a.tgz', 'application/gzip', packed] as const].map(([path, mediaType, content]) => [
    { path, artefact: sha256(content), size: content.length, mediaType, encoding: null },
    { path: `${path}!/x/y.yaml`, artefact: sha256('kind: Service\n'), size: 14, mediaType: 'application/yaml', encoding: 'utf-8' },
    { path: `${path}!/z.json`, artefact: sha256('{}'), size: 2, mediaType: 'application/json', encoding: 'utf-8' },
    { path: `${path}!/empty.txt`, artefact: sha256(''), size: 0, mediaType: 'text/plain', encoding: 'utf-8' },
  ]));
});

test('names that try to leave the archive are refused, long and other odd names are kept', async () => {
  const long = `${'deep/'.repeat(30)}${'n'.repeat(200)}.txt`;

  expect(await membersOf([
    { name: '../evil.txt', data: '1' }, { name: '/abs.txt', data: '2' }, { name: 'C:\\win.txt', data: '3' }, pax({ path: '../../pax.txt' }), { name: 'harmless', data: '4' },
    { name: '././@LongLink', type: 'L', data: `${long}\0` }, { name: 'cut', data: '5' }, pax({ path: `模型/${long}` }), { name: 'cut', data: '6' }, { name: 'CON', data: '7' }, { name: '\u202egnp.exe', data: '8' },
    { name: Uint8Array.from([0xc4, 0xa3, 0xd0, 0xcd]), data: '9' },
  ])).toEqual({
    '': '10 offered, 10 accounted for', 'a.tar': 'taken', '../evil.txt': 'unsafe-name', 'abs.txt': 'unsafe-name', 'C:/win.txt': 'unsafe-name', '../../pax.txt': 'unsafe-name',
    [long]: 'taken', [`模型/${long}`]: 'taken', 'CON': 'taken', '\u202egnp.exe': 'taken', '模型': 'taken',
  });
});

test('links, devices, pipes, sparse files and unknown kinds are refused', async () => {
  const kinds = ['1', '2', '3', '4', '6', '7', 'S', 'V'];

  expect(await membersOf([...kinds.map((type) => ({ name: `kind-${type}`, type, link: '/etc/passwd' })), pax({ 'GNU.sparse.major': '1' }), { name: 'sparse', data: 'x' }])).toEqual({
    '': '10 offered, 10 accounted for', 'a.tar': 'taken', 'kind-1': 'link', 'kind-2': 'link', 'kind-3': 'special-file', 'kind-4': 'special-file', 'kind-6': 'special-file', 'kind-7': 'taken',
    'kind-S': 'unread-format', 'kind-V': 'unread-format', 'sparse': 'unread-format',
  });
});

test('of several members with one name none is taken', async () => {
  expect(await membersOf([{ name: 'a', data: '1' }, { name: 'A', data: '2' }, { name: 'b', data: '3' }])).toEqual({ '': '4 offered, 4 accounted for', 'a.tar': 'taken', 'a': 'ambiguous', 'A': 'ambiguous', 'b': 'taken' });
});

test('what unpacks to more than allowed is refused', async () => {
  const members = [{ name: 'big.txt', data: 'x'.repeat(3000) }, { name: 'a.txt', data: 'x'.repeat(900) }, { name: 'b.txt', data: 'x'.repeat(900) }];

  expect([
    await membersOf(members, { limits: { entryBytes: 2000 } }), await membersOf(members, { limits: { archiveEntries: 2 } }),
    fates(await takeOne('a.tgz', gzipSync(tarArchive([{ name: 'zeros', data: Buffer.alloc(3_000_000) }])), { limits: { archiveBytes: 1_000_000 } })),
    fates(await takeOne('log.txt.gz', gzipSync('0'.repeat(100_000)), { limits: { archiveBytes: 50_000 } })), fates(await takeOne('log.gz', gzipSync('0'.repeat(100_000)), { limits: { entryBytes: 50_000 } })),
  ]).toEqual([
    { '': '4 offered, 4 accounted for', 'a.tar': 'taken', 'big.txt': 'archive-bomb', 'a.txt': 'taken', 'b.txt': 'taken' },
    { '': '4 offered, 4 accounted for', 'a.tar': 'taken', 'big.txt': 'taken', 'a.txt': 'taken', 'a.tar!/': 'archive-bomb' },
    { '': '3 offered, 3 accounted for', 'a.tgz': 'taken', 'a.tgz!/zeros': 'archive-bomb', 'a.tgz!/': 'archive-bomb' },
    { '': '2 offered, 2 accounted for', 'log.txt.gz': 'taken', 'log.txt.gz!/log.txt': 'archive-bomb' },
    { '': '2 offered, 2 accounted for', 'log.gz': 'taken', 'log.gz!/log': 'archive-bomb' },
  ]);
});

test('a packed file that is no archive has one member, named like it', async () => {
  const taken = await take(folderOf({ 'run.json.gz': gzipSync('{"a": 1}'), 'two.GZ': Buffer.concat([gzipSync('one '), gzipSync('two')]), 'odd': gzipSync('x'), 'bad.gz': Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), '.git/objects/pack.gz': gzipSync('y') }));

  expect([fates(taken), taken.files.find(({ path }) => path === 'two.GZ!/two')?.artefact]).toEqual([{
    '': '9 offered, 9 accounted for', '.git/objects/pack.gz': 'taken', 'bad.gz': 'taken', 'bad.gz!/': 'archive-damaged', 'odd': 'taken', 'odd!/odd': 'taken',
    'run.json.gz': 'taken', 'run.json.gz!/run.json': 'taken', 'two.GZ': 'taken', 'two.GZ!/two': 'taken',
  }, sha256('one two')]);
});

test('an archive that was cut off is kept, and so is what it still holds whole', async () => {
  const whole = tarArchive([{ name: 'a.txt', data: 'a'.repeat(600) }, { name: 'b.txt', data: 'b'.repeat(600) }]);
  const between = whole.subarray(0, 1536);
  const inside = whole.subarray(0, 2300);
  const packed = gzipSync(Buffer.concat([whole.subarray(0, 1536), tarArchive([{ name: 'noise', data: Buffer.from(Array.from({ length: 9000 }, (_, index) => index * 7919 % 251)) }])]));
  const without = { '': '3 offered, 3 accounted for', 'a.tar': 'taken', 'a.tar!/a.txt': 'taken', 'a.tar!/': 'archive-damaged' };

  expect(await Promise.all([between, inside, tarArchive([{ name: 'a.txt', data: 'a' }], { end: 0 })].map(async (bytes) => fates(await takeOne('a.tar', bytes))))).toEqual([
    without, { ...without, '': '4 offered, 4 accounted for', 'a.tar!/b.txt': 'archive-damaged' }, without,
  ]);
  expect(fates(await takeOne('a.tar', packed.subarray(0, packed.length - 100)))).toMatchObject({ 'a.tar!/a.txt': 'taken', 'a.tar!/noise': 'archive-damaged', 'a.tar!/': 'archive-damaged' });
});

test('of a packed archive whose checksum does not hold no member is taken', async () => {
  const packed = gzipSync(tarArchive([{ name: 'a.txt', data: 'a'.repeat(600_000) }, { name: 'b.txt', data: 'b' }]));
  packed.writeUInt8(packed.readUInt8(packed.length - 8) ^ 1, packed.length - 8);

  expect(fates(await takeOne('a.tgz', packed))).toEqual({ '': '3 offered, 3 accounted for', 'a.tgz': 'taken', 'a.tgz!/a.txt': 'archive-damaged', 'a.tgz!/': 'archive-damaged' });
});

test('a header that lies ends the archive there', async () => {
  const lies: readonly TarEntry[] = [{ name: 'x', checksum: 1 }, { name: 'x', size: 'zzzzzzzzzzz\0' }, { name: 'x', magic: 'other' }, { name: 'x', type: 'x', size: 5_000_000 }, { name: 'x', size: 100_000_000 }];

  const told = await Promise.all(lies.map(async (lie) => fates(await takeOne('a.tar', tarArchive([{ name: 'a.txt', data: 'a' }, lie])))));

  expect(told.map((fate) => [fate['a.tar!/a.txt'], fate['a.tar!/x'] ?? 'not there', fate['a.tar!/']])).toEqual([
    ['taken', 'not there', 'archive-damaged'], ['taken', 'not there', 'archive-damaged'], ['taken', 'not there', 'archive-damaged'], ['taken', 'not there', 'archive-damaged'], ['taken', 'archive-damaged', 'archive-damaged'],
  ]);
});

test('archives in archives are opened, whichever kind they are, and what they unpack to counts for the outer one', async () => {
  const inner = tarArchive([{ name: 'deep.txt', data: 'deep '.repeat(1000) }]);
  const bytes = zipArchive([{ name: 'in.tar.gz', data: gzipSync(tarArchive([{ name: 'in.tar', data: inner }, { name: 'note.gz', data: gzipSync('note') }])) }]);
  const paths = ['a.zip', 'a.zip!/in.tar.gz', 'a.zip!/in.tar.gz!/in.tar', 'a.zip!/in.tar.gz!/in.tar!/deep.txt', 'a.zip!/in.tar.gz!/note.gz', 'a.zip!/in.tar.gz!/note.gz!/note'];

  const whole = await takeOne('a.zip', bytes);
  const streamed = await takeOne('a.zip', bytes, { limits: { wholeBytes: 60 } });

  expect([whole.files.map(({ path }) => path), streamed.files, whole.refusals]).toEqual([paths, whole.files, []]);
  expect(fates(await takeOne('a.zip', bytes, { limits: { archiveBytes: 10_000 } }))).toMatchObject({ 'a.zip!/in.tar.gz!/in.tar': 'taken', 'a.zip!/in.tar.gz!/in.tar!/deep.txt': 'archive-bomb' });
});

test('an image of a container is kept whole', async () => {
  const taken = await takeOne('image.tar', tarArchive([{ name: 'oci-layout', data: '{}' }, { name: 'blobs/sha256/x', data: 'x' }]));

  expect(taken.files.map(({ path, mediaType }) => [path, mediaType])).toEqual([['image.tar', 'application/vnd.oci.image.layout']]);
});

test('an archive cut or changed at any byte never throws, and the sum is always right', async () => {
  const whole = tarArchive([{ name: 'a.txt', data: 'a'.repeat(50) }, pax({ path: 'b' }), { name: 'c', data: 'c' }]);
  const packed = gzipSync(whole);
  const broken = [whole, packed].flatMap((bytes) => Array.from({ length: Math.min(bytes.length, 2600) }, (_, at) => [bytes.subarray(0, at), Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte)))]).flat().filter((_bytes, index) => bytes === packed || index % 7 === 0));

  const taken = await take(folderOf(Object.fromEntries(broken.map((bytes, index) => [`${index}.bin`, bytes]))));

  expect(taken.files.length + taken.duplicates + taken.refusals.length).toBe(taken.offered);
  expect(taken.files.filter(({ path }) => !path.includes('!'))).toHaveLength(broken.length);
});
