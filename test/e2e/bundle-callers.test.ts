import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { allowedInPages, allowedInPrograms } from '../offline/allowed-callers.ts';
import { callersBelow } from '../offline/callers.ts';
import { buildWhereStale } from './workbench.ts';

const built = (folder: string): boolean => existsSync(fileURLToPath(new URL(`../../${folder}`, import.meta.url)));

describe('nothing that was built calls out', () => {
  test('the pages hold exactly what a reader allowed', () => {
    buildWhereStale();
    const found = new Set(callersBelow(['out/renderer', ...(built('out/preload') ? ['out/preload'] : [])]).map(({ what }) => what));

    expect([...found].sort()).toEqual(allowedInPages.map(({ what }) => what).sort());
  });

  // Packages are bundled with their comments, so that addresses stand there in plenty: what counts is who could call them.
  test.skipIf(!built('out/program'))('the programs hold no other way out than the loopback server', () => {
    const found = new Set(callersBelow(['out/program']).map(({ what }) => what).filter((what) => !what.includes('://')));

    expect([...found].sort()).toEqual(allowedInPrograms.map(({ what }) => what).sort());
  });
});
