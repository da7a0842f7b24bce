import { describe, expect, test } from 'vitest';
import { type Draft, fold, redoable, undoVerdicts } from '#assessments';
import { anna, bo, creation, laptops, numbered, rating, redo, scope, undo } from '../builders/journal.ts';

const hash = 'a'.repeat(64);
const added = (intake: number, ...paths: readonly string[]): Draft => ({ type: 'evidence.added', payload: { intake: numbered(intake), label: '仓库', files: paths.map((path) => ({ path, artefact: hash, size: 1, mediaType: 'text/plain', encoding: null })) } });
const removed = (intake: number, ...paths: readonly string[]): Draft => ({ type: 'evidence.removed', payload: { files: paths.map((path) => ({ intake: numbered(intake), path })) } });
const linked = (link: number, intake: number, path: string): Draft => ({ type: 'link.added', payload: { link: numbered(link), file: { intake: numbered(intake), path }, requirement: '2.2.3-L1-1', locator: null, stance: 'for', note: '' } });
const joined: Draft = { type: 'assessor.joined', payload: { id: anna.id, name: anna.name, role: anna.role } };

function session() {
  const laptop = laptops().open();
  const did = (...drafts: readonly Draft[]): string => laptop.write(anna, ...drafts)[0]?.batch ?? '';
  const first = did(creation, joined);
  const kinds = (...batches: readonly string[]) => { const verdicts = undoVerdicts(laptop.events()); return batches.map((batch) => verdicts.of(batch, anna.id)); };
  return { laptop, first, did, kinds };
}

describe('what may be taken back from the journal', () => {
  test('is any batch of one\'s own, whatever session it was made in', () => {
    const { laptop, did, kinds } = session();
    const old = did(rating('P'));
    laptop.reopen();
    const fresh = did(rating('F', '2.2.3-L2-1'));

    expect(kinds(old, fresh)).toEqual([{ kind: 'undoable' }, { kind: 'undoable' }]);
  });

  test('is nothing of another, nothing that was undone, no undoing, and not the beginning', () => {
    const { laptop, first, did, kinds } = session();
    const others = laptop.write(bo, rating('N'))[0]?.batch ?? '';
    const taken = did(rating('P'));
    const undoing = did(undo(taken));
    const milestone = did({ type: 'milestone.made', payload: { milestone: numbered(5), name: '初评', heads: [], events: 3 } });

    expect(kinds(others, taken, undoing, first, milestone, numbered(1)).map(({ kind }) => kind)).toEqual(['not-own', 'undone', 'undoing', 'lasting', 'lasting', 'lasting']);
    expect(undoVerdicts(laptop.events()).of(taken, null)).toEqual({ kind: 'undone' });
  });

  test('is what was done again', () => {
    const { did, kinds } = session();
    const batch = did(rating('P'));
    did(undo(batch));
    did(redo(batch));

    expect(kinds(batch)).toEqual([{ kind: 'undoable' }]);
  });

  test('is not what has been set anew since, as long as the later setting stands', () => {
    const { did, kinds } = session();
    const early = did(rating('P'));
    const late = did(rating('F'));
    const before = kinds(early, late);
    did(undo(late));

    expect([before, kinds(early)]).toEqual([[{ kind: 'superseded', by: late }, { kind: 'undoable' }], [{ kind: 'undoable' }]]);
  });

  test('is a batch of which a part was set anew', () => {
    const { did, kinds } = session();
    const many = did(rating('P'), rating('P', '2.2.3-L2-1'));
    did(rating('F'));

    expect(kinds(many)).toEqual([{ kind: 'undoable' }]);
  });

  test('is not evidence that a link, a removal or a newer import rests on', () => {
    const { did, kinds } = session();
    const first = did(added(1, 'a', 'b'));
    const link = did(linked(9, 1, 'a'));
    const replaced = did(added(2, 'b'), removed(1, 'b'));
    const again = did(added(3, 'b'), removed(2, 'b'));

    expect(kinds(first, link, replaced, again)).toEqual([{ kind: 'built-on', by: link }, { kind: 'undoable' }, { kind: 'built-on', by: again }, { kind: 'undoable' }]);
  });

  test('is not a removal once the path was taken anew, which would name two files', () => {
    const { laptop, did, kinds } = session();
    did(added(1, 'a'));
    laptop.reopen();
    const removal = did(removed(1, 'a'));
    const before = kinds(removal);
    const again = did(added(2, 'a'));

    expect([before, kinds(removal)]).toEqual([[{ kind: 'undoable' }], [{ kind: 'built-on', by: again }]]);
  });

  test('is not a rating that a consensus settled, nor a link that was removed', () => {
    const { laptop, did, kinds } = session();
    const [rated] = laptop.write(anna, rating('P'));
    const settled = did({ type: 'consensus.set', payload: { requirement: '2.2.3-L1-1', subject: null, layer: 'on-site', value: 'P', rationale: '', saw: [rated?.id ?? ''] } });
    did(added(1, 'a'));
    const link = did(linked(9, 1, 'a'));
    const unlinked = did({ type: 'link.removed', payload: { link: numbered(9) } });

    expect(kinds(rated?.batch ?? '', settled, link, unlinked)).toEqual([{ kind: 'built-on', by: settled }, { kind: 'undoable' }, { kind: 'built-on', by: unlinked }, { kind: 'undoable' }]);
  });

  test('is not what a newer program recorded', () => {
    const { laptop, did } = session();
    const batch = did(scope('x'));
    const events = laptop.events().map((event) => (event.batch === batch ? { ...event, type: 'future.type' } : event));

    expect(undoVerdicts(events).of(batch, anna.id)).toEqual({ kind: 'unknown' });
  });
});

test('what was taken back from an earlier session is done again by the next redo', () => {
  const { laptop, did } = session();
  const old = did(rating('P'));
  laptop.reopen();
  did(rating('F', '2.2.3-L2-1'));
  did(undo(old));

  const found = redoable(laptop.events(), { author: anna.id, chain: laptop.chain() });

  expect([found?.batch, found?.events.length]).toEqual([old, 1]);
});

test('whoever joined with an action that was taken back stays known', () => {
  const { laptop, did } = session();
  const entered = laptop.write(bo, { type: 'assessor.joined', payload: { id: bo.id, name: bo.name, role: bo.role } }, rating('N'))[0]?.batch ?? '';
  laptop.write(bo, rating('F', '2.2.3-L2-1'));
  did(undo(entered));

  const { assessors, ratings } = fold(laptop.events());

  expect([assessors.map(({ name }) => name), ratings.map(({ author, value }) => [author.name, value])]).toEqual([['安娜', 'Bo'], [['Bo', 'F']]]);
});
