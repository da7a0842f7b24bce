import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type StoredEvent, causalOrder } from '#assessments';
import { histories, shuffled } from '../builders/histories.ts';
import { anna, bo, creation, laptops, rating } from '../builders/journal.ts';

const ids = (events: readonly StoredEvent[]) => events.map(({ id }) => id);

/** Every event reachable through prev and after: the slow and plain meaning of "before". */
function pastOf(event: StoredEvent, byHash: ReadonlyMap<string, StoredEvent>): ReadonlySet<string> {
  const past = new Set<string>();
  const walk = ({ prev, after }: StoredEvent): void => {
    for (const hash of prev === null ? after : [prev, ...after]) {
      const parent = byHash.get(hash);
      if (parent === undefined || past.has(hash)) continue;
      past.add(hash);
      walk(parent);
    }
  };
  walk(event);
  return past;
}

describe('causal order', () => {
  test('is the same in whatever order events arrive, and puts what was seen first', () => {
    fc.assert(fc.property(histories, fc.integer(), (held, seed) => {
      const events = held.flat();
      const { order, isBefore } = causalOrder(events);

      expect(ids(causalOrder(shuffled(events, seed)).order)).toEqual(ids(order));
      expect(new Set(ids(order))).toEqual(new Set(ids(events)));
      const backwards = order.flatMap((event, index) => order.slice(0, index).filter((earlier) => isBefore(event, earlier)));
      expect(backwards).toEqual([]);
    }), { numRuns: 150 });
  });

  test('knows for every pair of events whether one had been seen by the other', () => {
    fc.assert(fc.property(histories, fc.integer(), (held, seed) => {
      const events = shuffled([...new Map(held.flat().map((event) => [event.hash, event])).values()], seed);
      const byHash = new Map(events.map((event) => [event.hash, event]));
      const { isBefore, concurrent } = causalOrder(events);

      for (const second of events) {
        const past = pastOf(second, byHash);
        expect(events.filter((first) => isBefore(first, second)).map(({ hash }) => hash).sort()).toEqual([...past].sort());
        expect(events.filter((first) => concurrent(first, second)).every(({ hash }) => hash !== second.hash && !past.has(hash))).toBe(true);
      }
    }), { numRuns: 100 });
  });

  test('sorts what is not ordered by id', () => {
    const place = laptops();
    const [one, other] = [place.open(), place.open()];
    const [second] = other.write(bo, rating('F'));
    const [first] = one.write(anna, rating('P'));

    const { order, concurrent } = causalOrder([...one.events(), ...other.events()]);

    expect(ids(order)).toEqual(ids([second!, first!]));
    expect(concurrent(first!, second!)).toBe(true);
    expect(concurrent(first!, first!)).toBe(false);
  });

  test('places events whose past is missing last, names them, and loses none', () => {
    const place = laptops();
    const laptop = place.open();
    const [lost, orphan, follower] = [laptop.write(anna, creation)[0]!, laptop.write(anna, rating('N'))[0]!, laptop.write(anna, rating('F'))[0]!];
    const other = place.open();
    const [whole] = other.write(bo, rating('L'));

    const found = causalOrder([follower, orphan, whole!]);

    expect(ids(found.order)).toEqual(ids([whole!, orphan, follower]));
    expect(found.faults).toEqual([{ kind: 'missing-parent', event: orphan.id }]);
    expect(found.isBefore(orphan, follower)).toBe(true);
    expect(found.isBefore(lost, follower)).toBe(false);
  });

  test('counts an event that comes twice once, and says so', () => {
    const laptop = laptops().open();
    const [event] = laptop.write(anna, creation);

    expect(causalOrder([event!, event!])).toMatchObject({ order: [event], faults: [{ kind: 'duplicate', event: event!.id }] });
  });

  test('takes forged circles by id instead of losing them', () => {
    const laptop = laptops().open();
    const [one, other] = laptop.write(anna, creation, rating('F'));
    const circle = [{ ...one!, prev: other!.hash }, other!];

    const found = causalOrder(circle);

    expect(ids(found.order)).toEqual(ids(circle));
    expect(found.faults).toEqual([{ kind: 'cycle', event: one!.id }]);
  });

  test('handles 20,000 events of many sessions that follow each other', () => {
    const hash = (count: number): string => count.toString(16).padStart(64, '0');
    const template = laptops().open().write(anna, creation)[0]!;
    const events = Array.from({ length: 20_000 }, (_, count): StoredEvent => ({
      ...template, id: hash(count), hash: hash(count), chain: `chain ${count >> 3}`, seq: count & 7,
      prev: (count & 7) === 0 ? null : hash(count - 1), after: count > 0 && (count & 7) === 0 ? [hash(count - 1)] : [],
    }));

    const { order, isBefore } = causalOrder(shuffled(events, 7));

    expect(ids(order)).toEqual(ids(events));
    expect(isBefore(events[3]!, events[19_999]!)).toBe(true);
    expect(isBefore(events[19_999]!, events[3]!)).toBe(false);
  });
});
