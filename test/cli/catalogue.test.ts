import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../electron/cli/program.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { type PackSketch, packTexts } from '../builders/packs.ts';

function aFolder(sketch: PackSketch): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'pack'));
  for (const { path, text } of packTexts(sketch)) writeFileSync(join(folder, 'pack', path), text);
  return folder;
}

async function maturity(folder: string, ...words: readonly string[]) {
  const said = { out: [] as string[], error: [] as string[] };
  const code = await run({ language: 'en', out: (text) => said.out.push(text), document: (text) => said.out.push(text), error: (text) => said.error.push(text), resolve: (path) => join(folder, path) }, words);
  return { code, out: said.out, error: said.error.join('\n') };
}

const clauses = { kind: 'conformance', subItems: { s: { requirements: [{ id: 's-1', level: 1 }] } }, actions: [{ id: 'all', satisfies: ['s-1'] }] } as const;

describe('catalogue check', () => {
  test('ends with 0 where nothing is found', async () => {
    expect(await maturity(aFolder(clauses), 'catalogue', 'check', 'pack')).toEqual({ code: 0, out: ['0 errors, 0 warnings.'], error: '' });
  });

  test('ends with 1 for a warning, too, and names file, line and requirement', async () => {
    const { code, out } = await maturity(aFolder({ ...clauses, actions: [] }), 'catalogue', 'check', 'pack');

    expect({ code, out }).toMatchObject({ code: 1, out: [expect.stringMatching(/^! s\.yaml:\d+ s-1: No action satisfies/), '0 errors, 1 warnings.'] });
  });

  test('knows the requirements of the packs beside it', async () => {
    const folder = aFolder({ ...clauses, subItems: { s: { requirements: [{ id: 's-1', level: 1, related: ['o-1', 'o-2'] }] } } });
    mkdirSync(join(folder, 'other'));
    for (const { path, text } of packTexts({ kind: 'gates', subItems: { o: { requirements: [{ id: 'o-1', level: 1 }] } } })) writeFileSync(join(folder, 'other', path), text);

    expect((await maturity(folder, 'catalogue', 'check', 'pack')).out).toEqual([expect.stringContaining('related names o-2'), '0 errors, 1 warnings.']);
  });

  test('prints what the pack holds as tables', async () => {
    const { out } = await maturity(aFolder(clauses), 'catalogue', 'check', 'pack', '--table');

    expect(out.slice(0, 4)).toEqual(['Sub-item  L1  L2  L3  L4  L5  Total  L2–4 with checks', 's Node s   1   0   0   0   0      1         0/0 = 0 %', 'All        1   0   0   0   0      1         0/0 = 0 %', '']);
    expect(out).toEqual(expect.arrayContaining(['norm                       1  100 %', 'inference                             1  100 %               1', '1 actions.']));
  });

  test('gives the same counts as JSON', async () => {
    const { out } = await maturity(aFolder(clauses), 'catalogue', 'check', 'pack', '--json');

    expect(JSON.parse(out.join('\n'))).toMatchObject({ ok: true, id: 'sketch', problems: [], table: { requirements: 1, actions: 1, levels: [1, 0, 0, 0, 0] } });
  });
});
