import { expect, test } from 'vitest';
import { licensedEdition, loadPack, type PackText } from '#assessments';
import type { FoundPack, Packs } from '../../../electron/handlers/packs.ts';
import { openWording } from '../../../electron/handlers/wording/open-wording.ts';
import { packTexts } from '../../builders/packs.ts';

const texts = packTexts({ subItems: { s: { requirements: [{ id: 's-1', level: 1 }] } } });
const open = found(texts);
const licensed = editionOf(open, 'A');
const again = editionOf(licensed, 'B');

function found(given: readonly PackText[]): FoundPack {
  const loaded = loadPack(given);
  if (!loaded.ok) throw new Error('The pack does not load.');
  return { texts: given, pack: loaded.value };
}

function editionOf(base: FoundPack, edition: string): FoundPack {
  const made = licensedEdition(base.texts, { base: null, requirements: [{ id: 's-1', group: 's', level: 1, axis: null, zh: edition, en: edition, mandatory: null, carry: null }], names: [], levels: [] }, edition);
  if (!made.ok) throw new Error('The edition cannot be made.');
  return found(made.value);
}

const withBuiltIn = (builtIn: FoundPack | undefined): Packs => ({ list: () => [], find: () => builtIn, ready: () => undefined, warm: () => undefined });
const kept = (...packs: readonly FoundPack[]) => (hash: string) => packs.find(({ pack }) => pack.hash === hash)?.texts ?? [];

test('open wording is given as it is', () => {
  expect(openWording(open, withBuiltIn(undefined))).toBe(open);
});

test('of a licensed edition it is what that was made from, however often', () => {
  expect([openWording(again, withBuiltIn(undefined), kept(open, licensed))?.pack.hash, openWording(licensed, withBuiltIn(open))]).toEqual([open.pack.hash, open]);
});

test('it is the edition at hand where the very one is not, and nothing where there is none', () => {
  const newer = found(packTexts({ subItems: { s: { requirements: [{ id: 's-1', level: 1, zh: '新版' }] } } }));

  expect([openWording(licensed, withBuiltIn(newer)), openWording(licensed, withBuiltIn(undefined))]).toEqual([newer, undefined]);
});
