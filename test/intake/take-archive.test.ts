import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ZipMember, zipArchive } from '../builders/zip-archive.ts';
import type { TakeInOptions } from '../../electron/intake/take-in.ts';
import { type Taken, fates, folderOf, sha256, take } from './taking.ts';

function takeZip(bytes: Uint8Array, options: Partial<TakeInOptions> = {}): Promise<Taken> {
  return take(join(folderOf({ 'a.zip': bytes }), 'a.zip'), options);
}

/** What became of the members, without the archive itself. */
async function membersOf(members: readonly ZipMember[], options: Partial<TakeInOptions> = {}): Promise<Readonly<Record<string, string>>> {
  const fate = fates(await takeZip(zipArchive(members), options));
  return Object.fromEntries(Object.entries(fate).map(([path, what]) => [path.replace('a.zip!/', ''), what]));
}

test('an archive is an artefact itself, and every member a file with a path of its own', async () => {
  const bytes = zipArchive([{ name: 'x/', data: '' }, { name: 'x/y.yaml', data: 'kind: Service\n' }, { name: './z.json', data: '{}', stored: true }, { name: 'win\\b.txt', data: 'b' }]);

  const taken = await takeZip(bytes);

  expect(taken.files).toEqual([
    { path: 'a.zip', artefact: sha256(bytes), size: bytes.length, mediaType: 'application/zip', encoding: null },
    { path: 'a.zip!/x/y.yaml', artefact: sha256('kind: Service\n'), size: 14, mediaType: 'application/yaml', encoding: 'utf-8' },
    { path: 'a.zip!/z.json', artefact: sha256('{}'), size: 2, mediaType: 'application/json', encoding: 'utf-8' },
    { path: 'a.zip!/win/b.txt', artefact: sha256('b'), size: 1, mediaType: 'text/plain', encoding: 'utf-8' },
  ]);
  expect([taken.offered, taken.duplicates, taken.refusals, taken.staged.length]).toEqual([4, 0, [], 4]);
});

test('names that try to leave the archive are refused, other odd names are kept', async () => {
  const escaping = ['../evil.txt', '/abs.txt', 'C:\\win.txt', 'a\\..\\..\\b.txt', 'a/../../b.txt', '\\\\host\\share', 'a\u0000b.txt', '/', 'x:ads'];
  const odd = ['CON', 'NUL.txt', 'a/COM1.log', 'trail. ', 'dot.', 'a/\u202egnp.exe', '\u001b]0;pwn\u0007.txt', 'l'.repeat(300), 'COM¹.txt', '__MACOSX/._a', '.git/config', '..x', 'a..b/c'];

  const fate = await membersOf([...escaping, ...odd].map((name) => ({ name, data: 'hi' })));

  const count = escaping.length + odd.length + 1;
  expect(fate).toEqual({
    '': `${count} offered, ${count} accounted for`, 'a.zip': 'taken',
    'evil.txt': undefined, ...Object.fromEntries(odd.map((name) => [name, 'taken'])),
    '../evil.txt': 'unsafe-name', 'abs.txt': 'unsafe-name', 'C:/win.txt': 'unsafe-name', 'a/../../b.txt': 'unsafe-name', 'host/share': 'unsafe-name', 'a\u0000b.txt': 'unsafe-name', '/': 'unsafe-name', 'x:ads': 'unsafe-name',
  });
});

test('names nested too deep or too long are refused', async () => {
  expect(await membersOf([{ name: `${'d/'.repeat(200)}f`, data: 'x' }, { name: 'n'.repeat(5000), data: 'y' }])).toEqual({
    '': '3 offered, 3 accounted for', 'a.zip': 'taken', [`${'d/'.repeat(200)}f`]: 'too-deep', ['n'.repeat(5000)]: 'unsafe-name',
  });
});

test('names are read as UTF-8 where they are, as GBK where a Chinese Windows wrote them, else as the format says', async () => {
  const gbk = Uint8Array.from([0xc4, 0xa3, 0xd0, 0xcd, 0x2f, 0xb2, 0xbf, 0xca, 0xf0, 0x2e, 0x79, 0x61, 0x6d, 0x6c]);

  expect(await membersOf([{ name: gbk, data: '1', flags: 0 }, { name: '说明.md', data: '2', flags: 0 }, { name: '部署.md', data: '3' }, { name: Uint8Array.from([0x82, 0x2e]), data: '4', flags: 0 }])).toEqual({
    '': '5 offered, 5 accounted for', 'a.zip': 'taken', '模型/部署.yaml': 'taken', '说明.md': 'taken', '部署.md': 'taken', 'é.': 'taken',
  });
});

test('of several members with one name none is taken, whatever their case or composition', async () => {
  const members = ['same.txt', 'same.txt', 'Readme.md', 'README.md', '\u00c5.txt', 'A\u030a.txt', 'alone.txt'].map((name, index) => ({ name, data: `${index}` }));

  const taken = await takeZip(zipArchive(members));

  expect([taken.offered, taken.files.map(({ path }) => path), taken.refusals.map(({ kind }) => kind)]).toEqual([8, ['a.zip', 'a.zip!/alone.txt'], Array.from({ length: 6 }, () => 'ambiguous')]);
});

test('links, devices, encrypted members and unknown methods are refused', async () => {
  expect(await membersOf([
    { name: 'link', data: '/etc/passwd', stored: true, mode: 0o120777 },
    { name: 'pipe', data: '', mode: 0o010644 },
    { name: 'secret.txt', data: 'hello', flags: 0x801 },
    { name: 'packed.txt', data: 'hello', method: 12 },
    { name: 'plain.txt', data: 'hello', mode: 0 },
  ])).toEqual({ '': '6 offered, 6 accounted for', 'a.zip': 'taken', 'link': 'link', 'pipe': 'special-file', 'secret.txt': 'encrypted', 'packed.txt': 'unread-format', 'plain.txt': 'taken' });
});

test('a member whose size or checksum is not what the archive says is refused, small or streamed', async () => {
  const text = 'hello world, hello world';
  const members = [
    { name: 'checksum.txt', data: text, checksum: 1 },
    { name: 'said-small.txt', data: text, size: 10 },
    { name: 'said-big.txt', data: text, size: 4000 },
    { name: 'stored-lie.txt', data: text, stored: true, size: 5 },
    { name: 'good.txt', data: text },
  ];
  const expected = { '': '6 offered, 6 accounted for', 'a.zip': 'taken', 'checksum.txt': 'archive-damaged', 'said-small.txt': 'archive-damaged', 'said-big.txt': 'archive-damaged', 'stored-lie.txt': 'archive-damaged', 'good.txt': 'taken' };

  expect([await membersOf(members), await membersOf(members, { limits: { wholeBytes: 8 } })]).toEqual([expected, expected]);
});

test('members that share their data are refused: three thousand names for one body', async () => {
  const taken = await takeZip(zipArchive([{ name: 'k', data: Buffer.alloc(1_000_000), listed: 3000 }, { name: 'good.txt', data: 'good' }]));

  expect([taken.offered, taken.files.map(({ path }) => path), new Set(taken.refusals.map(({ kind }) => kind)), taken.refusals.length]).toEqual([3002, ['a.zip', 'a.zip!/good.txt'], new Set(['archive-bomb']), 3000]);
});

test('what unpacks to more than allowed is refused, and the rest is taken', async () => {
  const members = [{ name: 'big.txt', data: 'x'.repeat(3000) }, { name: 'a.txt', data: 'x'.repeat(900) }, { name: 'b.txt', data: 'x'.repeat(900) }, { name: 'c.txt', data: 'x'.repeat(100) }, { name: 'said.txt', data: 'x', size: 4_000_000_000 }];

  expect(await membersOf(members, { limits: { entryBytes: 2000, archiveBytes: 1500 } })).toEqual({
    '': '6 offered, 6 accounted for', 'a.zip': 'taken', 'big.txt': 'archive-bomb', 'a.txt': 'taken', 'b.txt': 'archive-bomb', 'c.txt': 'taken', 'said.txt': 'archive-bomb',
  });
});

test('members beyond the allowed number are refused in one line', async () => {
  const members = Array.from({ length: 10 }, (_, index) => ({ name: `${index}`, data: `${index}` }));

  const taken = await takeZip(zipArchive(members), { limits: { archiveEntries: 4 } });

  expect([taken.offered, taken.files.length, taken.refusals.map(({ path, kind }) => ({ path, kind }))]).toEqual([6, 5, [{ path: 'a.zip!/', kind: 'archive-bomb' }]]);
});

test('archives in archives are opened three deep; a fourth is kept and said to be closed', async () => {
  const nest = (depth: number): Buffer => zipArchive([{ name: `at-${depth}.txt`, data: `${depth}` }, ...(depth === 5 ? [] : [{ name: 'in.zip', data: nest(depth + 1) }])]);

  const taken = await takeZip(nest(1));

  expect([taken.files.map(({ path }) => path), taken.warnings.map(({ path, kind }) => ({ path, kind })), taken.refusals]).toEqual([
    ['a.zip', 'a.zip!/at-1.txt', 'a.zip!/in.zip', 'a.zip!/in.zip!/at-2.txt', 'a.zip!/in.zip!/in.zip', 'a.zip!/in.zip!/in.zip!/at-3.txt', 'a.zip!/in.zip!/in.zip!/in.zip'],
    [{ path: 'a.zip!/in.zip!/in.zip!/in.zip', kind: 'unread-format' }], [],
  ]);
});

test('what nested archives unpack to counts for the outer one', async () => {
  const inner = zipArchive([{ name: 'x.txt', data: 'x'.repeat(5000) }]);

  expect(await membersOf([{ name: 'in.zip', data: inner }], { limits: { archiveBytes: 4000 } })).toEqual({ '': '3 offered, 3 accounted for', 'a.zip': 'taken', 'in.zip': 'taken', 'in.zip!/x.txt': 'archive-bomb' });
});

test('a large archive, and one inside it, are opened without being read whole', async () => {
  const inner = zipArchive([{ name: 'deep.txt', data: 'deep' }]);
  const bytes = zipArchive([{ name: 'in.zip', data: inner }, { name: 'a.txt', data: 'aaaa'.repeat(1000) }]);

  const streamed = await takeZip(bytes, { limits: { wholeBytes: 100 } });
  const closed = await takeZip(bytes, { limits: { wholeBytes: 100, nestedArchiveBytes: 50 } });

  expect(streamed).toEqual({ ...(await takeZip(bytes)), staged: streamed.staged });
  expect([fates(closed), closed.warnings.map(({ path, kind }) => ({ path, kind }))]).toEqual([
    { '': '3 offered, 3 accounted for', 'a.zip': 'taken', 'a.zip!/in.zip': 'taken', 'a.zip!/a.txt': 'taken' }, [{ path: 'a.zip!/in.zip', kind: 'too-large' }],
  ]);
});

test('a damaged archive is kept, what its directory still names is read, and the rest is refused', async () => {
  const whole = zipArchive([{ name: 'a.txt', data: 'a' }, { name: 'b.txt', data: 'b' }]);
  const truncated = whole.subarray(0, whole.length - 30);
  const lying = zipArchive([{ name: 'a.txt', data: 'a' }], { entries: 9 });

  expect([fates(await takeZip(truncated)), fates(await takeZip(lying))]).toEqual([
    { '': '2 offered, 2 accounted for', 'a.zip': 'taken', 'a.zip!/': 'archive-damaged' },
    { '': '3 offered, 3 accounted for', 'a.zip': 'taken', 'a.zip!/a.txt': 'taken', 'a.zip!/': 'archive-damaged' },
  ]);
});

test('an archive cut or changed at any byte never throws, and the sum is always right', async () => {
  const whole = zipArchive([{ name: 'a.txt', data: 'a'.repeat(50) }, { name: 'b/c.zip', data: zipArchive([{ name: 'd', data: 'd' }]), stored: true }]);
  const broken = Array.from({ length: whole.length }, (_, at) => [whole.subarray(0, at), Buffer.from(whole.map((byte, index) => (index === at ? byte ^ 0xff : byte)))]).flat();

  const taken = await take(folderOf(Object.fromEntries(broken.map((bytes, index) => [`${index}.zip`, bytes]))));

  expect(taken.files.length + taken.duplicates + taken.refusals.length).toBe(taken.offered);
  expect(taken.files.filter(({ path }) => !path.includes('!'))).toHaveLength(broken.length);
});

test('documents and models that are zip archives inside are kept whole', async () => {
  const folder = folderOf({
    'book.xlsx': zipArchive([{ name: '[Content_Types].xml', data: '<x/>' }, { name: 'xl/workbook.xml', data: '<x/>' }]),
    'letter.docx': zipArchive([{ name: '[Content_Types].xml', data: '<x/>' }, { name: 'word/document.xml', data: '<x/>' }]),
    'net.pt': zipArchive([{ name: 'net/data.pkl', data: 'x' }, { name: 'net/version', data: '3' }]),
    'tool.jar': zipArchive([{ name: 'META-INF/MANIFEST.MF', data: 'x' }]),
    '.git/odd': zipArchive([{ name: 'x', data: 'x' }]),
  });

  expect((await take(folder)).files.map(({ path, mediaType }) => [path, mediaType])).toEqual([
    ['.git/odd', 'application/zip'], ['book.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ['letter.docx', 'application/vnd.openxmlformats-officedocument'], ['net.pt', 'application/x-pytorch'], ['tool.jar', 'application/java-archive'],
  ]);
});

test('a member that shrinks unusually is taken with a warning', async () => {
  const taken = await takeZip(zipArchive([{ name: 'zeros.log', data: '0'.repeat(1_000_000) }]), { limits: { wholeBytes: 100_000 } });

  expect([taken.files.length, taken.warnings.map(({ path, kind }) => ({ path, kind }))]).toEqual([2, [{ path: 'a.zip!/zeros.log', kind: 'archive-bomb' }]]);
});
