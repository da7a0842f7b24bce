import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, type StoredEvent, canonicalHash, canonicalText, fold, startFolding } from '#assessments';
import { histories, shuffled } from '../builders/histories.ts';
import { anna, bo, creation, laptops, numbered, rating, redo, scope, undo } from '../builders/journal.ts';

const textOf = (events: readonly StoredEvent[]) => canonicalText(fold(events));

/** Two laptops of one assessment that last saw the same events. */
function twoLaptops(...before: readonly Draft[]) {
  const place = laptops();
  const one = place.open();
  one.write(anna, creation);
  const shared = before.flatMap((draft) => one.write(anna, draft));
  const other = place.open(one.events());
  return { one, other, shared, both: () => [...one.events(), ...other.events()] };
}

const values = (events: readonly StoredEvent[]) => fold(events).ratings.map(({ author, value }) => [author.name, value]);
const conflicts = (events: readonly StoredEvent[]) => fold(events).conflicts;

describe('fold, whatever happened', () => {
  test('gives the same state in whatever order the events come, however often', () => {
    fc.assert(fc.property(histories, fc.integer(), (held, seed) => {
      const union = held.flat();

      expect(textOf(shuffled(union, seed))).toBe(textOf(union));
      expect(textOf([...union, ...union])).toBe(textOf(union));
    }), { numRuns: 200 });
  });

  test('carried on event by event gives what folding everything gives', () => {
    fc.assert(fc.property(histories, fc.array(fc.constantFrom(rating('F'), rating('N'), scope('丁'), rating('L', '2.2.3-L2-1')), { maxLength: 6 }), (held, drafts) => {
      const laptop = laptops(0x10000).open(held.flat());
      const before = [...laptop.events()];
      const folding = startFolding(before);
      folding.state();

      for (const draft of drafts) folding.add(laptop.write(anna, draft));

      expect(canonicalText(folding.state())).toBe(textOf(laptop.events()));
    }), { numRuns: 150 });
  });

  test('undone and redone is as if nothing had happened, and undone as if the batch had never been', () => {
    fc.assert(fc.property(histories, fc.constantFrom(rating('F'), rating('NA'), scope('丁')), (held, draft) => {
      const laptop = laptops(0x10000).open(held.flat());
      const bare = ({ heads: _heads, events: _events, lastEventAt: _at, ...state }: ReturnType<typeof fold>) => canonicalText(state);
      const absent = bare(fold(laptop.events()));
      const [event] = laptop.write(anna, draft);
      const present = bare(fold(laptop.events()));

      laptop.write(anna, undo(event!.batch));
      const undone = bare(fold(laptop.events()));
      laptop.write(anna, redo(event!.batch));

      expect(undone).toBe(absent);
      expect(bare(fold(laptop.events()))).toBe(present);
    }), { numRuns: 150 });
  });

  test('lists every pair of concurrent settings that differ, and none else', () => {
    fc.assert(fc.property(histories, (held) => {
      const state = fold(held.flat());
      const listed = new Set(state.conflicts.map(({ slot }) => slot));

      expect(state.conflicts.every(({ events }) => events.length > 1)).toBe(true);
      for (const { author, layer, requirement } of state.ratings) {
        const conflict = state.conflicts.find(({ slot }) => slot === `rating/${author.id}/${layer}/${requirement}`);
        const standing = held.flat().filter(({ id }) => conflict?.events.includes(id));
        expect(new Set(standing.map(({ payload }) => payload['value'])).size).toBeLessThanOrEqual(1);
      }
      expect(listed.size).toBe(state.conflicts.length);
    }), { numRuns: 150 });
  });
});

describe('fold of settings', () => {
  test('a later setting silently replaces the one its writer had seen, on any laptop', () => {
    const { one, other, both } = twoLaptops(rating('P'), scope('预发环境'));
    other.write(anna, rating('F'), scope('全部环境'));
    one.see(other.events());
    one.write(anna, rating('L'));

    expect(values(both())).toEqual([['安娜', 'L']]);
    expect(fold(both())).toMatchObject({ scope: '全部环境', conflicts: [] });
  });

  test('the ratings of two assessors stand side by side', () => {
    const { one, other, both } = twoLaptops();
    one.write(anna, rating('P'));
    other.write(bo, rating('F'));

    expect(values(both())).toEqual([['安娜', 'P'], ['Bo', 'F']]);
    expect(conflicts(both())).toEqual([]);
  });

  test("one assessor's different ratings on two laptops count as unset until one is set again", () => {
    const { one, other, both } = twoLaptops(rating('N'));
    const [here] = one.write(anna, rating('P'));
    const [there] = other.write(anna, rating('F'));

    expect(values(both())).toEqual([]);
    expect(conflicts(both())).toEqual([{ slot: `rating/${anna.id}/on-site/2.2.3-L1-1`, events: [here!.id, there!.id] }]);

    one.see(other.events());
    one.write(anna, rating('L'));
    expect(values(both())).toEqual([['安娜', 'L']]);
    expect(conflicts(both())).toEqual([]);
  });

  test('a rating cleared on one laptop and changed on the other is a conflict', () => {
    const { one, other, both } = twoLaptops(rating('P'));
    one.write(anna, { type: 'rating.cleared', payload: { requirement: '2.2.3-L1-1', subject: null, layer: 'on-site' } });
    other.write(anna, rating('F'));

    expect(values(both())).toEqual([]);
    expect(conflicts(both())).toHaveLength(1);
  });

  test('the same rating given twice counts; different words for it are listed', () => {
    const { one, other, both } = twoLaptops();
    one.write(anna, rating('F', '2.2.3-L1-1', '见发布记录'));
    other.write(anna, rating('F', '2.2.3-L1-1', '见变更单'));
    const quiet = twoLaptops();
    quiet.one.write(anna, rating('F'));
    quiet.other.write(anna, rating('F'));

    expect(values(both())).toEqual([['安娜', 'F']]);
    expect(conflicts(both())).toHaveLength(1);
    expect(values(quiet.both())).toEqual([['安娜', 'F']]);
    expect(conflicts(quiet.both())).toEqual([]);
  });

  test('texts, policy and targets in conflict keep the value from before they parted', () => {
    const { one, other, both } = twoLaptops(scope('预发环境'), { type: 'policy.set', payload: { policy: 'threshold', rollup: 'mean' } }, { type: 'target.set', payload: { node: '2.2', level: 3 } });
    one.write(anna, scope('生产环境'), { type: 'policy.set', payload: { policy: 'strict', rollup: 'minimum' } }, { type: 'target.set', payload: { node: '2.2', level: 4 } }, { type: 'target.set', payload: { node: null, level: 2 } });
    other.write(bo, scope('全部环境'), { type: 'policy.set', payload: { policy: 'iso33020', rollup: 'quota' } }, { type: 'target.set', payload: { node: '2.2', level: 5 } });

    expect(fold(both())).toMatchObject({ scope: '预发环境', policy: 'threshold', rollup: 'mean', targets: { '2.2': 3, '': 2 } });
    expect(conflicts(both()).map(({ slot }) => slot)).toEqual(['policy', 'scope', 'target/2.2']);
  });

  test('an undo and a redo that did not know of each other are a conflict, and the batch counts as undone', () => {
    const { one, other, shared, both } = twoLaptops(rating('F'));
    one.write(anna, undo(shared[0]!.batch));
    other.write(anna, undo(shared[0]!.batch));
    other.write(anna, redo(shared[0]!.batch));

    expect(values(both())).toEqual([]);
    expect(conflicts(both()).map(({ slot }) => slot)).toEqual([`undo/${shared[0]!.batch}`]);

    one.see(other.events());
    one.write(anna, redo(shared[0]!.batch));
    expect(values(both())).toEqual([['安娜', 'F']]);
  });

  test('creating the assessment, purging and milestones cannot be undone', () => {
    const laptop = laptops().open();
    const milestone = { milestone: numbered(9), name: '现场评估结束', heads: [], events: 2 };
    const [first] = laptop.write(anna, creation, { type: 'evidence.purged', payload: { artefact: 'a'.repeat(64), reason: '含个人信息' } }, { type: 'milestone.made', payload: milestone });
    laptop.write(anna, undo(first!.batch));

    expect(fold(laptop.events())).toMatchObject({ organisation: '示例银行', purged: [{ reason: '含个人信息' }], milestones: [{ name: '现场评估结束', signed: false }] });
  });
});

describe('fold of what was recorded', () => {
  const file = (path: string) => ({ path, artefact: canonicalHash(path), size: 3, mediaType: 'text/plain', encoding: 'utf-8' });
  const intake = numbered(0x111);
  const added: Draft = { type: 'evidence.added', payload: { intake, label: 'release', files: [file('a.yaml'), file('b.yaml')] } };
  const removed = (...paths: readonly string[]): Draft => ({ type: 'evidence.removed', payload: { files: paths.map((path) => ({ intake, path })) } });

  test('removed evidence disappears with its links and descriptions, and undoing brings it back', () => {
    const laptop = laptops().open();
    laptop.write(anna, creation);
    laptop.write(anna, added);
    laptop.write(anna, { type: 'evidence.described', payload: { file: { intake, path: 'a.yaml' }, title: '发布流水线', effective: null, note: null } });
    laptop.write(anna, { type: 'link.added', payload: { link: numbered(0x222), file: { intake, path: 'a.yaml' }, requirement: '2.2.3-L1-1', locator: null, stance: 'for', note: '' } });
    const whole = fold(laptop.events());
    const [removal] = laptop.write(anna, removed('a.yaml'));
    const partly = fold(laptop.events());
    laptop.write(anna, removed('b.yaml'));
    const gone = fold(laptop.events());
    laptop.write(anna, undo(removal!.batch));
    const back = fold(laptop.events());

    expect([whole, partly, gone, back].map((state) => [state.intakes.map(({ files }) => files.map(({ path }) => path)), state.links.length, state.descriptions.length])).toEqual([
      [[['a.yaml', 'b.yaml']], 1, 1],
      [[['b.yaml']], 0, 0],
      [[], 0, 0],
      [[['a.yaml']], 1, 1],
    ]);
  });

  test('a consensus stays when a rating it saw changes, and is flagged', () => {
    const laptop = laptops().open();
    laptop.write(anna, creation);
    const [annas] = laptop.write(anna, rating('P'));
    const [bos] = laptop.write(bo, rating('F'));
    const agree: Draft = { type: 'consensus.set', payload: { requirement: '2.2.3-L1-1', subject: null, layer: 'on-site', value: 'L', rationale: '', saw: [annas!.id, bos!.id] } };
    laptop.write(anna, agree);
    const fresh = fold(laptop.events()).consensus;
    const [changed] = laptop.write(bo, rating('L'));
    const stale = fold(laptop.events()).consensus;
    laptop.write(bo, undo(changed!.batch));

    expect([fresh, stale, fold(laptop.events()).consensus].map((all) => all.map(({ value, stale: flagged }) => [value, flagged]))).toEqual([[['L', false]], [['L', true]], [['L', false]]]);
  });

  test('actions follow their last change, and a dropped one is gone', () => {
    const laptop = laptops().open();
    const action = (id: string): Draft => ({ type: 'action.added', payload: { action: id, zh: '编写回滚预案', en: 'Write a rollback plan', satisfies: ['2.2.3-L2-1'], owner: null, due: null } });
    laptop.write(anna, creation, action('A-1'), action('A-2'));
    laptop.write(anna, { type: 'action.changed', payload: { action: 'A-1', owner: 'Bo', due: '2026-03-01', status: 'doing' } });
    laptop.write(anna, { type: 'action.dropped', payload: { action: 'A-2', reason: '已有' } });

    expect(fold(laptop.events()).actions).toEqual([{ action: 'A-1', zh: '编写回滚预案', en: 'Write a rollback plan', satisfies: ['2.2.3-L2-1'], owner: 'Bo', due: '2026-03-01', status: 'doing' }]);
  });

  test('a later rejection of a suggestion replaces the one before it', () => {
    const laptop = laptops().open();
    const reject = (reason: string): Draft => ({ type: 'suggestion.rejected', payload: { requirement: '2.2.3-L1-1', reason, checks: [] } });
    laptop.write(anna, creation, reject('不是本系统的流水线'));
    laptop.write(anna, reject('流水线已停用'));
    laptop.write(bo, reject('样例文件'));

    expect(fold(laptop.events()).rejections.map(({ author, reason }) => [author.name, reason])).toEqual([['安娜', '流水线已停用'], ['Bo', '样例文件']]);
  });

  test('keeps and lists what it does not understand, and changes nothing for it', () => {
    const laptop = laptops().open();
    const [first, second] = laptop.write(anna, creation, rating('F'));
    const strange = [
      { ...second!, hash: 'c'.repeat(64), id: numbered(0x999), type: 'binder.closed', payload: {} },
      { ...second!, hash: 'd'.repeat(64), id: numbered(0x998), v: 2 },
      { ...second!, hash: 'e'.repeat(64), id: numbered(0x997), type: 'scope', payload: { scope: 7 } },
      { ...second!, hash: 'f'.repeat(64), id: numbered(0x996), type: '__proto__' },
    ];

    expect(fold([first!, ...strange])).toMatchObject({ events: 5, ratings: [], unknown: ['__proto__', 'binder.closed', 'rating.set', 'scope'] });
  });

  test('of no events is a blank assessment', () => {
    expect(fold([])).toMatchObject({ assessment: '', policy: 'strict', rollup: 'minimum', events: 0, heads: [], conflicts: [] });
  });

  test('tells the heads of all chains and the time of the last event', () => {
    const { one, other, both } = twoLaptops();
    const [here] = one.write(anna, rating('P'));
    const [there] = other.write(bo, rating('F'));

    expect(fold(both())).toMatchObject({ heads: [here!.hash, there!.hash].sort(), events: 3, lastEventAt: there!.at });
  });
});
