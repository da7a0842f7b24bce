import { chainHeads, sealEvent, type Author, type Draft, type Pack, type StoredEvent } from '#assessments';

const values = ['F', 'L', 'F', 'P', 'F', 'N', 'F'] as const;
const uuid = (count: number): string => `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;

/**
 * A journal as four assessors grow it on two laptops that exchange files each evening: ratings of every requirement
 * over and over, sessions of 250 events on both at the same time, each begun with all that the other had written.
 * `next` gives one more rating of the first, who has seen everything.
 */
export function aJournal(pack: Pack, count: number): { readonly events: readonly StoredEvent[]; readonly next: () => StoredEvent } {
  const requirements = pack.groups.flatMap((group) => group.requirements.map(({ id }) => id));
  const authors = [1, 2, 3, 4].map((number): Author => ({ id: uuid(0xa0 + number), name: `assessor ${number}`, role: '' }));
  let numbers = 0x1000;
  const newId = (): string => uuid(numbers += 1);
  const draft = (index: number): Draft => ({
    type: 'rating.set',
    payload: { requirement: requirements[index % requirements.length] ?? '', subject: null, layer: 'on-site', value: values[index % values.length] ?? 'F', confidence: 'high', rationale: '', basis: { kind: 'human', accepted: [] } },
  });

  const events: StoredEvent[] = [];
  const session = (): ((length: number) => void) => {
    const chain = newId();
    const after = chainHeads(events);
    let [seq, prev] = [0, null as string | null];
    return (length) => {
      for (let written = 0; written < length; written += 1) {
        const event = sealEvent(draft(events.length), { id: newId(), chain, seq, prev, after: seq === 0 ? after : [], batch: newId(), author: authors[(seq + written) % authors.length] ?? { id: '', name: '', role: '' }, device: 'bench', at: '2026-01-01T00:00:00.000Z' });
        [seq, prev] = [seq + 1, event.hash];
        events.push(event);
      }
    };
  };
  while (events.length < count) {
    const both = [session(), session()];
    for (const write of both) write(Math.min(250, count - events.length));
  }
  const one = session();
  return { events: [...events], next: () => { one(1); return events.at(-1) as StoredEvent; } };
}
