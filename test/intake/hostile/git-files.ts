import { deflateSync } from 'node:zlib';
import { zipArchive } from '../../builders/zip-archive.ts';
import { type HostileFile, file } from './hostile-file.ts';

const head = 'ref: refs/heads/main\n';
const commit = 'a'.repeat(40);

/** A repository that lies; the verdict is that of its HEAD, through which all of it is read. None of its files is an archive to open. */
function repository(name: string, verdict: string, contents: Readonly<Record<string, string | Uint8Array | (() => Uint8Array)>>): readonly HostileFile[] {
  return Object.entries({ 'HEAD': head, 'packed-refs': '# pack-refs with: peeled\n', ...contents }).map(([path, content]) => file(`${name}/.git/${path}`, content, path === 'HEAD' ? verdict : 'taken: git'));
}

const read = 'taken: git';
const cut = 'taken: git partial';

export const gitFiles: readonly HostileFile[] = [
  ...repository('ref-loop', read, { 'refs/heads/main': 'ref: refs/heads/other\n', 'refs/heads/other': 'ref: refs/heads/main\n' }),
  ...repository('ref-outside', read, { 'HEAD': 'ref: ../../../../etc/passwd\n', 'refs/heads/main': 'not a hash\n' }),
  ...repository('config-includes', read, { config: '[include]\n\tpath = /etc/passwd\n[core]\n\tfsmonitor = "touch /tmp/pwned"\n\tsshCommand = touch /tmp/pwned\n[alias]\n\tx = !touch /tmp/pwned\n', 'hooks/post-checkout': '#!/bin/sh\ntouch /tmp/pwned\n' }),
  ...repository('alternates-outside', read, { 'objects/info/alternates': '/etc\n../../..\n' }),
  ...repository('object-bomb', cut, { 'refs/heads/main': `${commit}\n`, [`objects/aa/${'a'.repeat(38)}`]: () => deflateSync(Buffer.concat([Buffer.from('commit 20000000\0'), Buffer.alloc(20_000_000)])) }),
  ...repository('object-garbage', cut, { 'refs/heads/main': `${commit}\n`, [`objects/aa/${'a'.repeat(38)}`]: 'not an object' }),
  ...repository('parent-loop', cut, { 'refs/heads/main': `${commit}\n`, [`objects/aa/${'a'.repeat(38)}`]: () => deflateSync(Buffer.from(`commit 64\0tree ${commit}\nparent ${commit}\n\nx`)) }),
  ...repository('pack-garbage', read, { 'objects/pack/pack-x.pack': Buffer.from('5041434b00000002ffffffff', 'hex'), 'objects/pack/pack-x.idx': Buffer.from('ff744f6300000002', 'hex') }),
  ...repository('packed-refs-long', cut, { 'packed-refs': `# pack-refs with: peeled\n${`${commit} refs/heads/x\n`.repeat(50_000)}` }),
  ...repository('archive-inside', read, { 'objects/odd': zipArchive([{ name: '../evil', data: 'x' }]) }),
  file('a-file/.git', 'gitdir: /etc\n', 'taken'),
];
