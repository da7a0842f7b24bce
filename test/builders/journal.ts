import { type Author, type Draft, type RatingValue, type StoredEvent, chainHeads, sealEvent } from '#assessments';

/** A uuid made from a number, so that events sort by the order in which the test numbered them. */
export function numbered(count: number): string {
  return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
}

export const anna: Author = { id: numbered(0xa1), name: '安娜', role: '主评估师' };
export const bo: Author = { id: numbered(0xb0), name: 'Bo', role: 'assessor' };

export const creation: Draft = { type: 'assessment.created', payload: { assessment: numbered(0xa55), organisation: '示例银行', project: '信贷评分', scope: '生产环境', timeZone: '+08:00', sample: false } };

export function rating(value: RatingValue, requirement = '2.2.3-L1-1', rationale = value === 'NA' ? '不适用' : ''): Draft {
  return { type: 'rating.set', payload: { requirement, subject: null, layer: 'on-site', value, confidence: null, rationale, basis: { kind: 'human', accepted: [] } } };
}

export function scope(text: string): Draft {
  return { type: 'assessment.scoped', payload: { scope: text } };
}

export function undo(batch: string): Draft {
  return { type: 'undone', payload: { batch } };
}

export function redo(batch: string): Draft {
  return { type: 'redone', payload: { batch } };
}

/** A place where events are written: what it has seen, and its present chain. */
export type Laptop = {
  /** Writes drafts as one batch of one author, having seen everything this laptop has. */
  readonly write: (author: Author, ...drafts: readonly Draft[]) => readonly StoredEvent[];
  readonly see: (events: readonly StoredEvent[]) => void;
  /** Begins a new session, and so a new chain. */
  readonly reopen: () => void;
  readonly events: () => readonly StoredEvent[];
  readonly chain: () => string;
};

/** Laptops that number their events together, in the order they are written, from `first` on. */
export function laptops(first = 0x1000): { readonly open: (seen?: readonly StoredEvent[]) => Laptop } {
  let count = first;
  const next = (): string => numbered(count += 1);
  return {
    open: (seen = []) => {
      let events = [...seen];
      let chain = next();
      let named = '';
      const write = (author: Author, ...drafts: readonly Draft[]): readonly StoredEvent[] => {
        const batch = next();
        return drafts.map((draft) => {
          const own = events.filter((event) => event.chain === chain);
          const others = chainHeads(events.filter((event) => event.chain !== chain));
          const after = own.length === 0 || others.join() !== named ? others : [];
          named = others.join();
          const event = sealEvent(draft, { id: next(), chain, seq: own.length, prev: own.at(-1)?.hash ?? null, after, batch, author, device: 'test', at: `2026-01-01T00:00:00.${String(count % 1000).padStart(3, '0')}Z` });
          events.push(event);
          return event;
        });
      };
      return {
        write,
        see: (more) => {
          const known = new Set(events.map(({ hash }) => hash));
          events = [...events, ...more.filter(({ hash }) => !known.has(hash))];
        },
        reopen: () => { chain = next(); },
        events: () => events,
        chain: () => chain,
      };
    },
  };
}
