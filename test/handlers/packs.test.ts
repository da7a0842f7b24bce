import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { suggest, type Fact } from '#assessments';
import { openPacks, readPackTexts } from '../../electron/handlers/packs.ts';
import { productPath } from '../../electron/shell/product.ts';
import { createAssessment } from '../../electron/storage/store.ts';
import { temporaryFolder } from '../builders/folders.ts';

const folder = productPath('assessments/packs');

test('a pack that is kept in a file is made ready once, and again only where its texts differ', () => {
  const packs = openPacks(folder);
  const found = packs.find('model-delivery');
  if (found === undefined) throw new Error('there is no such pack');
  const store = createAssessment(join(temporaryFolder(), 'a.maturity'), { surroundings: { now: () => new Date(0), newId: ids(), device: 'd' } });
  store.pinPack(found.texts, found.pack, { author: { id: '00000000-0000-7000-8000-00000000000a', name: 'a', role: '' } });
  const kept = store.packs()[0]?.texts ?? [];
  store.close();
  const other = found.texts.map(({ path, text }, index) => ({ path, text: index === 0 ? `${text}\n# another edition\n` : text }));

  const [ready, fromFile, changed] = [packs.ready(found.texts), packs.ready(kept), packs.ready(other)];

  expect([ready?.pack === found.pack, fromFile === packs.ready(kept), fromFile?.program === ready?.program, changed?.pack === found.pack]).toEqual([true, true, true, false]);
  expect(changed?.pack.id).toBe('model-delivery');
});

test('a pack that cannot be used is not ready, and not listed', () => {
  const broken = temporaryFolder();
  mkdirSync(join(broken, 'broken'));
  writeFileSync(join(broken, 'broken/pack.yaml'), 'id: [');
  const packs = openPacks(broken);
  packs.warm();

  expect([packs.list(), packs.ready(readPackTexts(join(broken, 'broken')))]).toEqual([[], undefined]);
});

test('a pack that the build prepared is taken as it is, unless its texts have changed since', () => {
  const here = temporaryFolder();
  mkdirSync(join(here, 'packs/sketch'), { recursive: true });
  const texts = openPacks(folder).find('model-delivery')?.texts ?? [];
  for (const { path, text } of texts) writeFileSync(join(here, 'packs/sketch', path), text);
  const marked = { id: 'model-delivery', edition: 'prepared' };
  const prepared = join(here, 'packs.json');
  const editions = (): readonly string[] => openPacks(join(here, 'packs'), prepared).list().map(({ edition }) => edition);

  const without = editions();
  writeFileSync(prepared, JSON.stringify([{ texts, pack: marked }]));
  const taken = editions();
  writeFileSync(join(here, 'packs/sketch', texts[0]?.path ?? ''), `${texts[0]?.text ?? ''}\n# changed\n`);

  expect([without, taken, editions()]).toEqual([['0.1-draft'], ['prepared'], ['0.1-draft']]);
});

test('checks that the build compiled are not checked again, and say the same', () => {
  const here = temporaryFolder();
  const found = openPacks(folder).find('model-delivery');
  writeFileSync(join(here, 'packs.json'), JSON.stringify([{ ...found, compiled: true }]));
  const facts = readdirSync(new URL('../fixtures/checks/model-delivery/', import.meta.url)).slice(0, 40).flatMap((name) => (JSON.parse(readFileSync(new URL(`../fixtures/checks/model-delivery/${name}`, import.meta.url), 'utf8')) as { readonly satisfies: readonly Fact[] }).satisfies);
  const said = [null, join(here, 'packs.json')].map((prepared) => {
    const program = openPacks(folder, prepared).ready(found?.texts ?? [])?.program;
    return program === undefined ? null : suggest(program, facts);
  });

  expect(said[0]?.suggestions.some(({ checks }) => checks.length > 0)).toBe(true);
  expect(said[1]).toEqual(said[0]);
});

function ids(): () => string {
  let count = 0;
  return () => `00000000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`;
}
