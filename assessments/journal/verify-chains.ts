import { type EventType, type StoredEvent, envelope, payloads } from './event.ts';
import { payloadVersion, sealedHash } from './seal-event.ts';

/** What can be wrong with a journal. */
export type JournalFaultKind = 'malformed' | 'hash' | 'duplicate' | 'first' | 'prev' | 'seq' | 'fork' | 'order' | 'after' | 'no-creation';

/** One thing that does not hold: `event` is the id of the event it shows at, null where the whole journal is meant. */
export type JournalFault = { readonly kind: JournalFaultKind; readonly event: string | null; readonly zh: string; readonly en: string };

/**
 * Everything in a journal that does not hold, in the order of the events given (the order in which they are stored, in
 * which what an event follows must come before it). Finds edited, deleted, reordered, inserted and duplicated events.
 * What was cut off at the end of a chain shows only where a later event or a signed milestone names what is gone.
 */
export function verifyChains(events: readonly StoredEvent[]): readonly JournalFault[] {
  const known: Known = { hashes: new Set(events.map(({ hash }) => hash)), byHash: new Map(), ids: new Set(), followed: new Map(), opened: new Set() };
  const faults = events.flatMap((event) => {
    const found = checks.flatMap((check) => check(event, known) ?? []).map((kind) => journalFault(kind, event.id));
    remember(event, known);
    return found;
  });
  const created = events.some(({ type, prev, after }) => type === 'assessment.created' && prev === null && after.length === 0);
  return events.length > 0 && !created ? [...faults, journalFault('no-creation', null)] : faults;
}

/** What has been seen of the journal so far; `hashes` is all of it. */
type Known = {
  readonly hashes: ReadonlySet<string>;
  readonly byHash: Map<string, StoredEvent>;
  readonly ids: Set<string>;
  /** The event that followed each event in its chain. */
  readonly followed: Map<string, string>;
  readonly opened: Set<string>;
};
type Check = (event: StoredEvent, known: Known) => JournalFaultKind | undefined;

const checks: readonly Check[] = [
  (event) => fits(event) ? undefined : 'malformed',
  (event) => hashOf(event) === event.hash ? undefined : 'hash',
  ({ id }, { ids }) => ids.has(id) ? 'duplicate' : undefined,
  checkPlace,
  ({ after }, { hashes, byHash }) => after.every((hash) => byHash.has(hash)) ? undefined : after.every((hash) => hashes.has(hash)) ? 'order' : 'after',
];

/** An event must follow, in its own chain and next in number, an event that nothing has followed yet. */
function checkPlace({ chain, seq, prev, hash }: StoredEvent, { hashes, byHash, followed, opened }: Known): JournalFaultKind | undefined {
  if (prev === null) return seq !== 0 ? 'seq' : opened.has(chain) ? 'first' : undefined;

  const before = byHash.get(prev);
  if (before === undefined) return hashes.has(prev) ? 'order' : 'prev';
  if (before.chain !== chain || before.seq + 1 !== seq) return 'seq';
  return (followed.get(prev) ?? hash) === hash ? undefined : 'fork';
}

function remember(event: StoredEvent, { byHash, ids, followed, opened }: Known): void {
  byHash.set(event.hash, event);
  ids.add(event.id);
  opened.add(event.chain);
  if (event.prev !== null && !followed.has(event.prev)) followed.set(event.prev, event.hash);
}

/** Envelope and, for what this program knows, payload. */
function fits(event: StoredEvent): boolean {
  if (!envelope.safeParse(event).success) return false;
  return event.v !== payloadVersion || !Object.hasOwn(payloads, event.type) || payloads[event.type as EventType].safeParse(event.payload).success;
}

/** Null where the event cannot be written as canonical JSON at all. */
function hashOf(event: StoredEvent): string | null {
  try {
    return sealedHash(event);
  } catch {
    return null;
  }
}

const sentences: Readonly<Record<JournalFaultKind, { readonly zh: string; readonly en: string }>> = {
  'malformed': { zh: '该操作记录的格式不正确。', en: 'This event does not have the form of an event.' },
  'hash': { zh: '该操作记录的内容与其哈希值不符：内容被改动过。', en: 'The content of this event does not match its hash: it was changed.' },
  'duplicate': { zh: '该操作记录的编号重复出现。', en: 'The id of this event occurs more than once.' },
  'first': { zh: '该链有不止一个开头。', en: 'The chain of this event begins more than once.' },
  'prev': { zh: '该操作记录的前一条记录缺失。', en: 'The event before this one is missing from its chain.' },
  'seq': { zh: '该操作记录在链中的序号不连续。', en: 'The number of this event does not follow in its chain.' },
  'fork': { zh: '该操作记录与另一条记录接在同一条之后：有记录被插入。', en: 'Another event already follows the one before this: something was inserted.' },
  'order': { zh: '该操作记录排在其前序记录之前：顺序被改动过。', en: 'This event stands before one that it follows: the order was changed.' },
  'after': { zh: '该操作记录引用的另一条链的记录缺失。', en: 'An event of another chain that this one had seen is missing.' },
  'no-creation': { zh: '缺少新建评估的记录。', en: 'The event that created the assessment is missing.' },
};

function journalFault(kind: JournalFaultKind, event: string | null): JournalFault {
  return { kind, event, ...sentences[kind] };
}
