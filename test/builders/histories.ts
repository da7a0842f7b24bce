import fc from 'fast-check';
import type { Author, Draft, StoredEvent } from '#assessments';
import { anna, bo, creation, laptops, rating, redo, scope, undo } from './journal.ts';

/** One thing that happens to one of several laptops. */
type Step =
  | { readonly kind: 'write'; readonly laptop: number; readonly author: Author; readonly draft: Draft }
  | { readonly kind: 'undo' | 'redo'; readonly laptop: number; readonly which: number }
  | { readonly kind: 'see'; readonly laptop: number; readonly other: number }
  | { readonly kind: 'reopen'; readonly laptop: number };

const laptopCount = 3;
const laptop = fc.nat({ max: laptopCount - 1 });
const draft: fc.Arbitrary<Draft> = fc.oneof(
  fc.tuple(fc.constantFrom('N', 'P', 'L', 'F', 'NA' as const), fc.constantFrom('2.2.3-L1-1', '2.2.3-L2-1')).map(([value, requirement]) => rating(value, requirement)),
  fc.constantFrom('甲', '乙', '丙').map(scope),
  fc.constantFrom('2.2.3-L1-1', '2.2.3-L2-1').map((requirement): Draft => ({ type: 'rating.cleared', payload: { requirement, subject: null, layer: 'on-site' } })),
  fc.integer({ min: 1, max: 5 }).map((level): Draft => ({ type: 'target.set', payload: { node: null, level } })),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), laptop, author: fc.constantFrom(anna, bo), draft }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'redo' as const), laptop, which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('see' as const), laptop, other: laptop }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), laptop }) },
);

/** What each of three laptops holds after people worked on all of them and sometimes exchanged files. */
export const histories: fc.Arbitrary<readonly (readonly StoredEvent[])[]> = fc.array(step, { maxLength: 40 }).map((steps) => {
  const place = laptops();
  const first = place.open();
  first.write(anna, creation);
  const all = [first, ...Array.from({ length: laptopCount - 1 }, () => place.open(first.events()))];
  const at = (index: number) => all[index]!;
  for (const happened of steps) {
    const here = at(happened.laptop);
    switch (happened.kind) {
      case 'write': here.write(happened.author, happened.draft); break;
      case 'see': here.see(at(happened.other).events()); break;
      case 'reopen': here.reopen(); break;
      case 'undo':
      case 'redo': {
        const batches = [...new Set(here.events().filter(({ type }) => type !== 'undone' && type !== 'redone').map(({ batch }) => batch))];
        const batch = batches[happened.which % batches.length]!;
        here.write(anna, happened.kind === 'undo' ? undo(batch) : redo(batch));
      }
    }
  }
  return all.map((one) => one.events());
});

/** The same events in an order made from a seed. */
export function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const keyed = items.map((item, index) => ({ item, key: Math.imul(index + 1, 2654435761) ^ Math.imul(seed, 40503) }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
