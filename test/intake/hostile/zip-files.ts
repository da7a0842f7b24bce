import { type ZipMember, zipArchive } from '../../builders/zip-archive.ts';
import { type HostileFile, file, longFile } from './hostile-file.ts';

/** From the best-known lists of names that harmed somebody who unpacked them. */
const escaping = ['../evil.txt', '../../../../etc/passwd', '/abs.txt', '//host/share', 'C:\\win.txt', 'c:win.txt', 'a\\..\\..\\b.txt', 'a/../../b.txt', '\\\\host\\share', '\\abs', 'a\u0000b.txt', 'x:ads', '..', 'a/..', '/', './../x'];
const odd = ['CON', 'NUL.txt', 'a/COM1.log', 'COM¹.txt', 'ＣＯＮ', 'trail. ', 'dot.', 'a/\u202egnp.exe', '\u001b]0;pwn\u0007.txt', 'l'.repeat(300), '__MACOSX/._a', '.git/config', '..x', 'a..b/c', '-rf', '`id`', '$(id)', '<img src=x onerror=1>', 'a\nb.txt', '\u200b', '~/x', '%2e%2e%2fx', 'a//b', './././a'];

const one = (member: Partial<ZipMember>, told?: { readonly entries?: number }): Uint8Array => zipArchive([{ name: 'k.txt', data: 'hello, hello, hello', ...member }], told);
const nest = (depth: number): Uint8Array => zipArchive([{ name: `at-${depth}.txt`, data: `${depth}` }, ...(depth === 0 ? [] : [{ name: 'in.zip', data: nest(depth - 1) }])]);
const good: ZipMember = { name: 'good.txt', data: 'good' };

function patched(bytes: Uint8Array, at: number, change: readonly number[]): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.set(change, at < 0 ? copy.length + at : at);
  return copy;
}

const taken = 'taken | inside: taken 1';
const nothing = 'taken | inside: archive-damaged 1';

export const zipFiles: readonly HostileFile[] = [
  ...escaping.map((name, index) => file(`escaping-${index}.zip`, () => one({ name }), 'taken | inside: unsafe-name 1')),
  ...odd.map((name, index) => file(`odd-${index}.zip`, () => one({ name }), taken)),
  file('too-deep.zip', () => one({ name: `${'d/'.repeat(200)}f` }), 'taken | inside: too-deep 1'),
  file('long-name.zip', () => one({ name: 'n'.repeat(60_000) }), 'taken | inside: unsafe-name 1'),
  file('link.zip', () => one({ data: '/etc/passwd', stored: true, mode: 0o120777 }), 'taken | inside: link 1'),
  file('device.zip', () => one({ data: '', mode: 0o020644 }), 'taken | inside: special-file 1'),
  file('pipe.zip', () => one({ data: '', mode: 0o010644 }), 'taken | inside: special-file 1'),
  file('socket.zip', () => one({ data: '', mode: 0o140644 }), 'taken | inside: special-file 1'),
  file('folder-with-data.zip', () => one({ name: 'd/', data: 'x' }), taken),
  file('encrypted.zip', () => one({ flags: 0x801 }), 'taken | inside: encrypted 1'),
  file('strong-encryption.zip', () => one({ flags: 0x841 }), 'taken | inside: encrypted 1'),
  ...[1, 9, 12, 14, 93, 95, 99].map((method) => file(`method-${method}.zip`, () => one({ method }), 'taken | inside: unread-format 1')),
  file('bad-checksum.zip', () => one({ checksum: 1 }), nothing),
  file('bad-checksum-stored.zip', () => one({ checksum: 1, stored: true }), nothing),
  file('said-small.zip', () => one({ data: Buffer.alloc(1_000_000), size: 10 }), nothing),
  file('said-small-streamed.zip', () => one({ data: Buffer.alloc(20_000_000), size: 9_000_000 }), nothing),
  file('said-big.zip', () => one({ size: 4_000_000 }), nothing),
  file('said-4-gigabytes.zip', () => one({ size: 4_000_000_000 }), 'taken | inside: archive-bomb 1'),
  file('stored-lie.zip', () => one({ stored: true, size: 5 }), nothing),
  file('garbage-inside.zip', () => one({ data: 'not deflated at all', stored: true, method: 8 }), nothing),
  file('overlap-3000.zip', () => zipArchive([{ name: 'k', data: Buffer.alloc(1_000_000), listed: 3000 }]), 'taken | inside: archive-bomb 3000'),
  file('listed-twice.zip', () => zipArchive([{ name: 'k', data: 'x', listed: 2 }, good]), 'taken | inside: archive-bomb 2, taken 1'),
  file('same-name.zip', () => zipArchive([{ name: 'a', data: '1' }, { name: 'a', data: '2' }, good]), 'taken | inside: ambiguous 2, taken 1'),
  file('same-name-case.zip', () => zipArchive([{ name: 'Readme', data: '1' }, { name: 'README', data: '2' }]), 'taken | inside: ambiguous 2'),
  file('same-name-composed.zip', () => zipArchive([{ name: '\u00c5', data: '1' }, { name: 'A\u030a', data: '2' }]), 'taken | inside: ambiguous 2'),
  file('same-name-slashes.zip', () => zipArchive([{ name: 'a/b', data: '1' }, { name: 'a\\b', data: '2' }, { name: './a//b', data: '3' }]), 'taken | inside: ambiguous 3'),
  file('gbk-name.zip', () => one({ name: Buffer.from('c4a3d0cdb2bfcaf0', 'hex'), flags: 0 }), taken),
  file('bad-utf-8-name.zip', () => one({ name: Buffer.from([0x61, 0xff, 0xfe]) }), taken),
  file('nested-3.zip', () => nest(2), 'taken | inside: taken 5'),
  file('nested-5.zip', () => nest(4), 'taken | inside: taken 5, taken unread-format 1'),
  file('itself-like-names.zip', () => zipArchive([{ name: 'a.zip!/b.txt', data: '1' }, { name: 'a.zip', data: zipArchive([{ name: 'b.txt', data: '2' }]) }]), 'taken | inside: taken 3'),
  file('empty.zip', () => zipArchive([]), 'taken'),
  file('only-folders.zip', () => zipArchive([{ name: 'a/', data: '' }, { name: 'a/b/', data: '' }]), 'taken'),
  file('more-entries-than-told.zip', () => zipArchive([good, { name: 'b', data: 'b' }], { entries: 1 }), 'taken | inside: archive-damaged 1, taken 1'),
  file('fewer-entries-than-told.zip', () => zipArchive([good], { entries: 9 }), 'taken | inside: archive-damaged 1, taken 1'),
  file('no-end.zip', () => one({}).subarray(0, -10), nothing),
  file('only-head.zip', () => Buffer.from('504b0304140000000800', 'hex'), nothing),
  file('cut-body.zip', () => one({}).subarray(20), 'taken'),
  file('data-before.zip', () => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(100, 1), one({})]), nothing),
  file('two-ends.zip', () => Buffer.concat([zipArchive([{ name: 'first', data: '1' }]), zipArchive([{ name: 'second', data: '2' }])]), nothing),
  file('comment-with-end.zip', () => Buffer.concat([one({}).subarray(0, -2), Buffer.from([22, 0]), zipArchive([])]), nothing),
  file('directory-outside.zip', () => patched(one({}), -6, [0xff, 0xff, 0xff, 0x7f]), nothing),
  file('bad-entry-mark.zip', () => patched(one({}), -22 - 46 - 5, [0, 0, 0, 0]), nothing),
  file('body-outside.zip', () => patched(one({}), -22 - 5 - 4, [0xff, 0xff, 0xff, 0x7f]), nothing),
  file('local-name-differs.zip', () => patched(one({}), 30, [0x65, 0x76, 0x69, 0x6c]), taken),
  file('zip64-without-record.zip', () => patched(patched(one({}), -12, [0xff, 0xff, 0xff, 0xff]), -6, [0xff, 0xff, 0xff, 0xff]), nothing),
  file('split-disk.zip', () => patched(one({}), -18, [3, 0]), nothing),
  file('jar-like.zip', () => zipArchive([{ name: 'META-INF/MANIFEST.MF', data: 'x' }, good]), 'taken'),
  file('ratio.zip', () => one({ name: 'zeros.log', data: Buffer.alloc(20_000_000, 48) }), 'taken | inside: taken archive-bomb 1'),
  longFile('entries-66000.zip', () => zipArchive(Array.from({ length: 66_000 }, (_, index) => ({ name: `${index}`, data: '', stored: true }))), 'taken | inside: archive-damaged 1, taken empty 464'),
  longFile('overlap-60000.zip', () => zipArchive([{ name: 'k', data: Buffer.alloc(10_000_000), listed: 60_000 }]), 'taken | inside: archive-bomb 60000'),
  longFile('entry-over-512-megabytes.zip', () => one({ name: 'zeros', data: Buffer.alloc(600_000_000) }), 'taken | inside: archive-bomb 1'),
  longFile('twelve-of-400-megabytes.zip', () => {
    const body = Buffer.alloc(400_000_000);
    return zipArchive(Array.from({ length: 12 }, (_, index) => ({ name: `${index}`, data: body })));
  }, 'taken | inside: archive-bomb 2, taken archive-bomb 10'),
];
