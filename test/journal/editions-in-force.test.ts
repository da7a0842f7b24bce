import { expect, test } from 'vitest';
import { editionsInForce, pinnedEditions, type Draft } from '#assessments';
import { anna, bo, creation, laptops, rating } from '../builders/journal.ts';

const pin = (edition: string, id = 'md'): Draft => ({ type: 'pack.pinned', payload: { id, edition, hash: edition.padEnd(64, '0') } });
const hash = (edition: string): string => edition.padEnd(64, '0');

test('an event was made under the edition its writer had seen, whatever was pinned elsewhere meanwhile', () => {
  const { open } = laptops();
  const office = open();
  office.write(anna, creation, pin('a'), pin('f', 'other'));
  const [early] = office.write(anna, rating('F'));
  const site = open(office.events());
  office.write(anna, pin('b'));
  const [late] = office.write(anna, rating('L'));
  const [apart] = site.write(bo, rating('P'));
  office.see(site.events());
  const [joined] = office.write(anna, rating('N'));
  const wanted = new Set([early!.id, late!.id, apart!.id, joined!.id]);

  expect([...editionsInForce(office.events(), 'md', wanted)].toSorted()).toEqual([[early!.id, hash('a')], [late!.id, hash('b')], [apart!.id, hash('a')], [joined!.id, hash('b')]].toSorted());
  expect(pinnedEditions(office.events(), 'md').map(({ edition, by }) => [edition, by])).toEqual([['a', '安娜'], ['b', '安娜']]);
});

test('an edition that is pinned again is one edition, and counts from then on', () => {
  const laptop = laptops().open();
  laptop.write(anna, creation, pin('a'), pin('b'), pin('a'));
  const [rated] = laptop.write(anna, rating('F'));

  expect([...editionsInForce(laptop.events(), 'md', new Set([rated!.id]))]).toEqual([[rated!.id, hash('a')]]);
  expect(pinnedEditions(laptop.events(), 'md').map(({ edition }) => edition)).toEqual(['a', 'b']);
});

test('where nothing was pinned nothing is in force', () => {
  const laptop = laptops().open();
  const events = laptop.write(anna, creation, rating('F'));

  expect([...editionsInForce(events, 'md', new Set(events.map(({ id }) => id)))]).toEqual([]);
});
