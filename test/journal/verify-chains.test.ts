import { describe, expect, test } from 'vitest';
import { type StoredEvent, sealEvent, verifyChains } from '#assessments';
import { anna, bo, creation, laptops, numbered, rating } from '../builders/journal.ts';

/** A journal of two chains: eight events, then five of a laptop that had seen all of them. */
function journal(): readonly StoredEvent[] {
  const place = laptops();
  const one = place.open();
  one.write(anna, creation);
  for (const value of ['N', 'P', 'L', 'F', 'NA', 'N', 'P'] as const) one.write(anna, rating(value));
  const other = place.open(one.events());
  for (const value of ['F', 'L', 'P', 'N', 'F'] as const) other.write(bo, rating(value));
  return other.events();
}
const kinds = (events: readonly StoredEvent[]) => verifyChains(events).map(({ kind, event }) => [kind, events.findIndex(({ id }) => id === event)]);
const restamped = ({ hash: _hash, sig: _sig, type, payload, ...rest }: StoredEvent): StoredEvent => sealEvent({ type, payload } as Parameters<typeof sealEvent>[0], rest);

describe('verifying chains', () => {
  test('finds nothing in an honest journal', () => {
    expect(verifyChains(journal())).toEqual([]);
    expect(verifyChains([])).toEqual([]);
  });

  test.each(journal().map((_, index) => index))('finds an edit of event %i, and names it', (index) => {
    const events = journal();
    const edited = events.map((event, at) => at === index ? { ...event, at: '2027-01-01T00:00:00.000Z' } : event);

    expect(kinds(edited)).toEqual([['hash', index]]);
  });

  test.each(journal().map((_, index) => index))('finds an edit of event %i whose hash was made anew', (index) => {
    const events = journal();
    const edited = events.map((event, at) => at === index ? restamped({ ...event, at: '2027-01-01T00:00:00.000Z' }) : event);
    const lastOfJournal = index === events.length - 1;

    // The last event of the last chain is named by nobody: only a signed milestone can tell.
    expect(verifyChains(edited).map(({ event }) => event)).toEqual(lastOfJournal ? [] : [events[index + 1]!.id]);
  });

  test.each(journal().map((_, index) => index).slice(0, -1))('finds that event %i was deleted', (index) => {
    const events = journal().filter((_, at) => at !== index);

    expect(verifyChains(events)[0]).toMatchObject({ kind: index === 7 ? 'after' : 'prev', event: events[index]!.id });
  });

  test.each([1, 2, 5, 8, 9, 11])('finds that event %i was swapped with the next', (index) => {
    const events = [...journal()];
    [events[index], events[index + 1]] = [events[index + 1]!, events[index]!];

    expect(verifyChains(events)[0]).toMatchObject({ kind: 'order', event: events[index].id });
  });

  test('finds an event put in between, even with a hash of its own', () => {
    const events = journal();
    const inserted = restamped({ ...events[4]!, id: numbered(0x777), payload: rating('F').payload });

    expect(kinds([...events.slice(0, 4), inserted, ...events.slice(4)])).toEqual([['fork', 5]]);
  });

  test('finds a second beginning of a chain', () => {
    const events = journal();
    const inserted = restamped({ ...events[0]!, id: numbered(0x777) });

    expect(kinds([...events, inserted])).toEqual([['first', 13]]);
  });

  test('finds an event that is there twice', () => {
    const events = journal();

    expect(kinds([...events, events[3]!])).toEqual([['duplicate', 3]]);
  });

  test('finds events that are no events, and goes on', () => {
    const events = journal();
    const broken = events.map((event, at) => at === 2 ? { ...event, seq: 1.5 } : at === 6 ? restamped(event) : at === 9 ? { ...event, payload: {}, hash: event.hash } : event);

    expect(kinds(broken).map(([kind, at]) => `${kind} ${at}`)).toEqual(['malformed 2', 'hash 2', 'seq 2', 'seq 3', 'malformed 9', 'hash 9']);
  });

  test('finds that the journal does not begin with the creation of the assessment', () => {
    const laptop = laptops().open();
    laptop.write(anna, rating('F'));

    expect(verifyChains(laptop.events())).toMatchObject([{ kind: 'no-creation', event: null }]);
  });
});
