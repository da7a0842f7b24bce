import { deflateSync } from 'node:zlib';
import { zipArchive } from '../../builders/zip-archive.ts';
import { type HostileFile, file } from './hostile-file.ts';

const head = 'ref: refs/heads/main\n';
const commit = 'a'.repeat(40);

/** Repositories that lie; every file of a `.git` folder is kept as it is, and none of them is an archive to open. */
function repository(name: string, contents: Readonly<Record<string, string | Uint8Array | (() => Uint8Array)>>): readonly HostileFile[] {
  return Object.entries({ HEAD: head, ...contents }).map(([path, content]) => file(`${name}/.git/${path}`, content, 'taken'));
}

export const gitFiles: readonly HostileFile[] = [
  ...repository('ref-loop', { 'refs/heads/main': 'ref: refs/heads/other\n', 'refs/heads/other': 'ref: refs/heads/main\n' }),
  ...repository('ref-outside', { 'HEAD': 'ref: ../../../../etc/passwd\n', 'refs/heads/main': 'not a hash\n' }),
  ...repository('config-includes', { config: '[include]\n\tpath = /etc/passwd\n[core]\n\tfsmonitor = "touch /tmp/pwned"\n\tsshCommand = touch /tmp/pwned\n[alias]\n\tx = !touch /tmp/pwned\n', 'hooks/post-checkout': '#!/bin/sh\ntouch /tmp/pwned\n' }),
  ...repository('alternates-outside', { 'objects/info/alternates': '/etc\n../../..\n' }),
  ...repository('object-bomb', { 'refs/heads/main': `${commit}\n`, [`objects/aa/${'a'.repeat(38)}`]: () => deflateSync(Buffer.concat([Buffer.from('commit 20000000\0'), Buffer.alloc(20_000_000)])) }),
  ...repository('object-garbage', { 'refs/heads/main': `${commit}\n`, [`objects/aa/${'a'.repeat(38)}`]: 'not an object' }),
  ...repository('parent-loop', { 'refs/heads/main': `${commit}\n`, [`objects/aa/${'a'.repeat(38)}`]: () => deflateSync(Buffer.from(`commit 64\0tree ${commit}\nparent ${commit}\n\nx`)) }),
  ...repository('pack-garbage', { 'objects/pack/pack-x.pack': Buffer.from('5041434b00000002ffffffff', 'hex'), 'objects/pack/pack-x.idx': Buffer.from('ff744f6300000002', 'hex') }),
  ...repository('packed-refs-long', { 'packed-refs': `# pack-refs with: peeled\n${`${commit} refs/heads/x\n`.repeat(50_000)}` }),
  ...repository('archive-inside', { 'objects/odd': zipArchive([{ name: '../evil', data: 'x' }]) }),
  file('a-file/.git', 'gitdir: /etc\n', 'taken'),
];
