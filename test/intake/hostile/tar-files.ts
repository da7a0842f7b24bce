import { gzipSync } from 'node:zlib';
import { type TarEntry, pax, tarArchive } from '../../builders/tar-archive.ts';
import { zipArchive } from '../../builders/zip-archive.ts';
import { type HostileFile, file, longFile } from './hostile-file.ts';

const good: TarEntry = { name: 'good.txt', data: 'good' };
const withGood = (...entries: readonly TarEntry[]): Uint8Array => tarArchive([good, ...entries]);
const nest = (depth: number): Uint8Array => gzipSync(tarArchive([{ name: `at-${depth}.txt`, data: `${depth}` }, ...(depth === 0 ? [] : [{ name: 'in.tgz', data: nest(depth - 1) }])]));
const noise = (length: number): Buffer => Buffer.from(Array.from({ length: length / 4 }, (_, at) => Math.imul(at, 2_654_435_761) ^ (at << 7)).flatMap((word) => [word & 255, (word >> 8) & 255, (word >> 16) & 255, word >>> 24]));
const damaged = 'taken | inside: archive-damaged 1, taken 1';

export const tarFiles: readonly HostileFile[] = [
  ...['../evil.txt', '/abs.txt', 'C:\\win.txt', 'a/../../b', '\\\\host\\share', 'x:ads', '..'].map((name, index) => file(`escaping-${index}.tar`, () => withGood({ name, data: 'x' }), 'taken | inside: taken 1, unsafe-name 1')),
  ...['CON', 'NUL.txt', '\u202egnp.exe', '\u001b[2J', '-rf', '.git/config', 'trail. '].map((name, index) => file(`odd-${index}.tar`, () => withGood({ name, data: 'x' }), 'taken | inside: taken 2')),
  ...['1', '2'].map((type) => file(`link-${type}.tar`, () => withGood({ name: 'l', type, link: '/etc/passwd' }), 'taken | inside: link 1, taken 1')),
  ...['3', '4', '6'].map((type) => file(`device-${type}.tar`, () => withGood({ name: 'd', type }), 'taken | inside: special-file 1, taken 1')),
  ...['S', 'V', 'M', 'Z'].map((type) => file(`kind-${type}.tar`, () => withGood({ name: 'o', type }), 'taken | inside: taken 1, unread-format 1')),
  file('pax-escape.tar', () => withGood(pax({ path: '../../evil' }), { name: 'harmless', data: 'x' }), 'taken | inside: taken 1, unsafe-name 1'),
  file('pax-proto.tar', () => withGood(pax({ __proto__x: 'x', constructor: 'y' }), { name: 'n', data: 'x' }), 'taken | inside: taken 2'),
  file('pax-size-lie.tar', () => withGood(pax({ size: '99999999' }), { name: 'n', data: 'x' }), 'taken | inside: archive-damaged 2, taken 1'),
  file('pax-size-negative.tar', () => withGood(pax({ size: '-1' }), { name: 'n', data: 'x' }), damaged),
  file('pax-sparse.tar', () => withGood(pax({ 'GNU.sparse.major': '1', 'GNU.sparse.realsize': '1000000000000' }), { name: 'n', data: 'x' }), 'taken | inside: taken 1, unread-format 1'),
  file('pax-no-length.tar', () => withGood({ name: 'p', type: 'x', data: 'path=evil\n' }, { name: 'n', data: 'x' }), 'taken | inside: taken 2'),
  file('long-name.tar', () => withGood({ name: '././@LongLink', type: 'L', data: `${'n'.repeat(5000)}\0` }, { name: 'n', data: 'x' }), 'taken | inside: taken 1, unsafe-name 1'),
  file('long-name-huge.tar', () => withGood({ name: '././@LongLink', type: 'L', size: 50_000_000 }), damaged),
  file('same-name.tar', () => tarArchive([{ name: 'a', data: '1' }, { name: 'A', data: '2' }, good]), 'taken | inside: ambiguous 2, taken 1'),
  file('bad-checksum.tar', () => withGood({ name: 'n', data: 'x', checksum: 1 }), damaged),
  file('size-not-octal.tar', () => withGood({ name: 'n', size: 'zzzzzzzzzzz\0' }), damaged),
  file('size-base-256-negative.tar', () => withGood({ name: 'n', size: '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x00' }), damaged),
  file('size-8-gigabytes.tar', () => withGood({ name: 'n', size: '77777777777\0' }), 'taken | inside: archive-bomb 1, archive-damaged 1, taken 1'),
  file('size-beyond-end.tar', () => withGood({ name: 'n', size: 100_000 }), 'taken | inside: archive-damaged 2, taken 1'),
  file('other-magic.tar', () => withGood({ name: 'n', magic: 'other' }), damaged),
  file('cut-inside.tar', () => withGood({ name: 'n', data: 'x'.repeat(2000) }).subarray(0, 2500), 'taken | inside: archive-damaged 2, taken 1'),
  file('cut-between.tar', () => withGood({ name: 'n', data: 'x' }).subarray(0, 1024), damaged),
  file('only-header.tar', () => tarArchive([good]).subarray(0, 512), 'taken | inside: archive-damaged 2'),
  file('folders-only.tar', () => tarArchive([{ name: 'a/', type: '5' }, { name: 'a/b/', type: '5' }]), 'taken'),
  file('garbage-after-end.tar', () => Buffer.concat([tarArchive([good]), Buffer.alloc(512, 7), Buffer.alloc(1024)]), damaged),
  file('image.tar', () => tarArchive([{ name: 'oci-layout', data: '{}' }, good]), 'taken: unread-format'),
  file('packed.tar.gz', () => gzipSync(withGood({ name: '../evil', data: 'x' })), 'taken | inside: taken 1, unsafe-name 1'),
  file('cut.tgz', () => gzipSync(withGood({ name: 'n', data: noise(900_000) })).subarray(0, 600_000), 'taken | inside: archive-damaged 2, taken 1'),
  file('bad-checksum.tgz', () => {
    const packed = gzipSync(tarArchive([{ name: 'a.txt', data: 'a'.repeat(600_000) }]));
    packed.writeUInt8(packed.readUInt8(packed.length - 8) ^ 1, packed.length - 8);
    return packed;
  }, 'taken | inside: archive-damaged 2'),
  file('bad-checksum.gz', () => {
    const packed = gzipSync('alpha: 1');
    packed.writeUInt8(packed.readUInt8(packed.length - 8) ^ 1, packed.length - 8);
    return packed;
  }, 'taken | inside: archive-damaged 1'),
  file('only-head.gz', () => Buffer.from('1f8b0800', 'hex'), 'taken | inside: archive-damaged 1'),
  file('with-name-inside.gz', () => {
    const packed = gzipSync('alpha: 1');
    return Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 8]), packed.subarray(4, 10), Buffer.from('../../evil\0'), packed.subarray(10)]);
  }, 'taken | inside: taken 1'),
  file('zeros-20-megabytes.gz', () => gzipSync(Buffer.alloc(20_000_000)), 'taken | inside: taken archive-bomb 1'),
  file('nested-3.tgz', () => nest(2), 'taken | inside: taken 5'),
  file('nested-5.tgz', () => nest(4), 'taken | inside: taken 5, taken unread-format 1'),
  file('zip-in-tgz.tgz', () => gzipSync(tarArchive([{ name: 'in.zip', data: zipArchive([{ name: '../x', data: 'x' }]) }])), 'taken | inside: taken 1, unsafe-name 1'),
  longFile('zeros-6-gigabytes.tgz', () => gzipSync(tarArchive([{ name: 'zeros', data: '', size: 6_000_000_000 }])), 'taken | inside: archive-bomb 1, archive-damaged 1'),
  longFile('zeros-1-gigabyte.gz', () => gzipSync(Buffer.alloc(1_000_000_000)), 'taken | inside: archive-bomb 1'),
];
