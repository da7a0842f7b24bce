import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makePipe } from '../taking.ts';

/** Names that harm or confuse some system; all of them are only ever text here. */
const oddNames: readonly string[] = [
  'CON', 'NUL.txt', 'COM1.log', 'LPT9', 'a:ads', 'trailing. ', 'dots..', 'a\\..\\b.txt', '\u202egnp.exe', '\u001b]0;x\u0007.txt', 'A.txt', 'a.txt', '-rf', 'n'.repeat(250), '\u00c5.txt', 'A\u030a.txt', '`id`', '$(id)', '%00', '<script>', "'; DROP TABLE x; --",
  'new\nline', 'a.zip!', '\u200b', '{{7*7}}', '=1+1', '__proto__', 'constructor',
];

/** Makes what is no regular file, and files that cannot be read as they seem; gives what must become of each path. */
export async function makeSpecialFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  mkdirSync(join(folder, 'closed'), { recursive: true });
  mkdirSync(join(folder, 'names'));
  writeFileSync(join(folder, 'plain.txt'), 'plain');
  linkSync(join(folder, 'plain.txt'), join(folder, 'hard-link.txt'));
  symlinkSync('plain.txt', join(folder, 'link.txt'));
  symlinkSync('/etc/passwd', join(folder, 'link-outside.txt'));
  symlinkSync('..', join(folder, 'link-above'));
  symlinkSync('link-to-itself', join(folder, 'link-to-itself'));
  symlinkSync('/dev/zero', join(folder, 'zero'));
  symlinkSync('nowhere', join(folder, 'link-to-nothing'));
  makePipe(join(folder, 'pipe'));
  writeFileSync(join(folder, 'sparse.bin'), '');
  truncateSync(join(folder, 'sparse.bin'), 1_000_000_000_000);
  writeFileSync(join(folder, 'closed', 'inside.txt'), 'x');
  chmodSync(join(folder, 'closed'), 0o000);
  await makeSocket(join(folder, 'socket'));
  const device = makeDevice(join(folder, 'device'));
  for (const name of oddNames) writeFileSync(join(folder, 'names', name), `named ${oddNames.indexOf(name)}`);
  return {
    'plain.txt': 'taken', 'hard-link.txt': 'taken', 'link.txt': 'refused link', 'link-outside.txt': 'refused link', 'link-above': 'refused link', 'link-to-itself': 'refused link', 'zero': 'refused link', 'link-to-nothing': 'refused link',
    'pipe': 'refused special-file', 'sparse.bin': 'refused too-large', 'socket': 'refused special-file', ...(device ? { device: 'refused special-file' } : {}),
    ...(process.getuid?.() === 0 ? { 'closed/inside.txt': 'taken' } : { closed: 'refused unreadable' }),
    ...Object.fromEntries(oddNames.map((name) => [`names/${name}`, 'taken'])),
  };
}

/** Closing a server removes its socket, but not another name of it. */
async function makeSocket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(`${path}.open`, resolve);
  });
  linkSync(`${path}.open`, path);
  await new Promise((resolve) => { server.close(resolve); });
}

/** Devices can be made by an administrator only. */
function makeDevice(path: string): boolean {
  try {
    execFileSync('mknod', [path, 'c', '1', '5'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
