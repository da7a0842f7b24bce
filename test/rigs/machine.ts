import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Why this machine cannot do what a rig needs of it; null where it can. Asked in order, the first lack is told. */
export function lacks(...needs: readonly Need[]): string | null {
  for (const need of needs) if (!has[need]()) return sentences[need];
  return null;
}

export type Need = keyof typeof sentences;

const sentences = {
  linux: 'not Linux', root: 'not root', compiler: 'no C compiler', tracing: 'no strace, or tracing is not allowed',
  namespaces: 'no mount namespace of its own', loops: 'no loop device, or no ext4',
} as const;

const has: Readonly<Record<Need, () => boolean>> = {
  linux: () => process.platform === 'linux',
  root: () => process.getuid?.() === 0,
  compiler: () => compiler() !== null,
  tracing: () => works('strace', ['-o', '/dev/null', 'true']),
  namespaces: () => works('unshare', ['--mount', 'true']),
  loops: () => existsSync('/dev/loop-control') && works('losetup', ['--find']) && works('mkfs.ext4', ['-V']),
};

/** The machine's own C compiler. */
export function compiler(): string | null {
  return ['cc', 'gcc', 'clang'].find((name) => works(name, ['--version'])) ?? null;
}

function works(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
