import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Runs rigs as a person does, from a shell that may lack what they need. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): { readonly lines: readonly string[]; readonly status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'run.ts'), ...args], { encoding: 'utf8', env: { ...process.env, ...env } });
  return { lines: stdout.trim().split('\n'), status };
}

describe('the runner of the rigs', () => {
  test('a rig that holds is passed, with what was counted', () => {
    const { lines, status } = run(['--only', 'flipped-bits']);

    expect({ lines, status }).toEqual({ lines: [expect.stringMatching(/^flipped-bits +passed +60 bits; [\d.]+ s$/), '1 passed, 0 failed, 0 not run'], status: 0 });
  });

  test('a rig whose sabotage is found is passed, and says what was found', () => {
    const { lines, status } = run(['--only', 'flipped-bits', '--break', 'structure-only']);

    expect({ lines, status }).toEqual({ lines: [expect.stringMatching(/^flipped-bits --break structure-only +passed +found: a bit at \d+/), '1 passed, 0 failed, 0 not run'], status: 0 });
  });

  test('a rig that cannot run here is counted as not run', () => {
    const { lines, status } = run(['--only', 'syncs'], { PATH: '' });

    expect({ lines, status }).toEqual({ lines: [expect.stringMatching(/^syncs +not run +no/), '0 passed, 0 failed, 1 not run'], status: 0 });
  });

  test('a name that no rig has is refused', () => {
    expect(run(['--only', 'nothing']).status).toBe(2);
  });
});
