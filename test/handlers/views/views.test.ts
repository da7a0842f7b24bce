import { describe, expect, test } from 'vitest';
import type { Fact, StoredEvent, Suggestion } from '#assessments';
import { requirementHistory } from '../../../electron/handlers/views/history.ts';
import { intakeReport } from '../../../electron/handlers/views/intake-report.ts';
import { whatHappened } from '../../../electron/handlers/views/what-happened.ts';
import { windowAround } from '../../../electron/handlers/views/source-window.ts';
import { excerpt, suggestionsView } from '../../../electron/handlers/views/suggestions.ts';
import { touchedRequirements } from '../../../electron/handlers/views/touched.ts';
import { undoLabel } from '../../../electron/handlers/views/undo-label.ts';

const author = { id: 'a', name: '王敏', role: '' };
const rating = { subject: null, layer: 'on-site', confidence: null, rationale: '', basis: { kind: 'human', accepted: [] } } as const;

/** Events as they lie in a file; each names its batch, type and payload. */
function journal(...events: readonly (readonly [batch: string, type: string, payload: object])[]): readonly StoredEvent[] {
  return events.map(([batch, type, payload], seq) => ({
    id: `e${seq}`, chain: 'c', seq, prev: null, after: [], batch, author, device: 'd', at: `2026-10-12T02:00:0${seq}.000Z`, type, v: 1, payload: { ...payload }, hash: '', sig: null,
  }));
}
const rated = (batch: string, requirement: string, value: string) => [batch, 'rating.set', { ...rating, requirement, value }] as const;

test('a history is newest first, keeps what was undone and marks it', () => {
  const events = journal(rated('b1', 'R1', 'P'), rated('b2', 'R2', 'F'), ['b3', 'undone', { batch: 'b1' }], ['b4', 'note.added', { note: 'n', node: 'R1', text: '问', saidBy: null }], ['b5', 'undone', { batch: 'b4' }], ['b6', 'redone', { batch: 'b4' }], ['b7', 'future.type', { requirement: 'R1' }]);

  const entries = requirementHistory(events, new Set(['R1'])).get('R1');

  expect(entries).toEqual([
    { at: '2026-10-12T02:00:03.000Z', author, what: 'noted', value: null, text: '问', undone: false },
    { at: '2026-10-12T02:00:00.000Z', author, what: 'rated', value: 'P', text: '', undone: true },
  ]);
});

describe('touched requirements', () => {
  test('are those of the new events and of the batches they undo', () => {
    const events = journal(rated('b1', 'R1', 'P'), rated('b2', 'R2', 'F'), ['b3', 'undone', { batch: 'b1' }], rated('b4', 'R3', 'L'));

    expect([...touchedRequirements(events, 2)].sort()).toEqual(['R1', 'R3']);
  });

  test('are those with a link that went, by itself or with its file', () => {
    const link = (id: string, path: string, requirement: string) => ['b0', 'link.added', { link: id, file: { intake: 'i', path }, requirement, locator: null, stance: 'for', note: '' }] as const;
    const events = journal(link('l1', 'a.md', 'R1'), link('l2', 'b.md', 'R2'), link('l3', 'c.md', 'R3'), ['b1', 'link.removed', { link: 'l1' }], ['b2', 'evidence.removed', { files: [{ intake: 'i', path: 'b.md' }] }]);

    expect([[...touchedRequirements(events, 3)].sort(), [...touchedRequirements(events, 5)]]).toEqual([['R1', 'R2'], []]);
  });
});

test('an undo label says what was done, not that its author joined', () => {
  const events = journal(['b', 'assessor.joined', { id: 'a', name: '', role: '' }], rated('b', 'R1', 'F'), rated('b', 'R2', 'F'));

  expect([undoLabel({ batch: 'b', events }), undoLabel({ batch: 'b', events: events.slice(0, 2) }), undoLabel(null)]).toEqual([
    { batch: 'b', what: 'rating.set', requirement: null, count: 2 }, { batch: 'b', what: 'rating.set', requirement: 'R1', count: 1 }, null,
  ]);
});

test('an undo label tells the type of the organisation from the rules of scoring', () => {
  const named = (name: string) => undoLabel({ batch: 'b', events: journal(['b', 'parameter.set', { name, value: 3 }]) })?.what;

  expect([named('organisation.type'), named('scoring.quota-percent')]).toEqual(['organisation.type', 'parameter.set']);
});

describe('the journal', () => {
  test('tells every type of event in both languages, one of a newer program too', () => {
    const told = journal(rated('b', 'R1', 'F'), ['b', 'evidence.added', { intake: 'i', label: '仓库', files: [1, 2] }], ['b', 'window.set', { from: null, to: '2026-09-30' }], ['b', 'target.set', { node: null, level: 4 }], ['b', 'future.type', {}]).map(whatHappened);

    expect(told).toEqual([
      { zh: 'R1 评为 F', en: 'Rated R1 F' }, { zh: '导入证据“仓库”：2 个文件', en: `Imported evidence "仓库": 2 files` }, { zh: '设定评估期间：… 至 2026-09-30', en: 'Set the assessment period: … to 2026-09-30' },
      { zh: '设定总体目标等级 4', en: 'Set the target level of the whole to 4' }, { zh: '更新版本程序的记录（future.type）', en: 'Recorded by a newer program (future.type)' },
    ]);
  });
});

describe('texts of sources', () => {
  test('a short text is whole; of a long one there is the part around the cited lines', () => {
    const long = Array.from({ length: 10_000 }, (_line, index) => `line ${index + 1}`).join('\r\n');

    const [short, middle, end] = [windowAround('a\nb', [2, 2]), windowAround(long, [5_000, 5_001]), windowAround(long, [10_000, 10_000])];

    expect([short, middle.firstLine, middle.text?.split('\n')[500], middle.totalLines, end.firstLine, end.text?.endsWith('line 10000')]).toEqual([{ firstLine: 1, text: 'a\nb', totalLines: 2 }, 4_500, 'line 5000', 10_000, 8_001, true]);
    expect([windowAround(null, null), windowAround('x'.repeat(10_000), null).text?.length]).toEqual([{ firstLine: 1, text: null, totalLines: 0 }, 4_000]);
  });

  test('an excerpt is at most twelve lines', () => {
    const text = Array.from({ length: 40 }, (_line, index) => String(index + 1)).join('\n');

    expect([excerpt(text, [3, 4]), excerpt(text, [3, 40]).split('\n').length]).toEqual(['3\n4', 12]);
  });
});

test('suggestions cite each fact once, in order, shown or not', () => {
  const fact = (name: string): Fact => ({ type: 'alert.route', place: { file: name, lines: [1, 1] }, also: [], receiver: name, channels: [] });
  const suggestion = (facts: readonly number[]): Suggestion => ({ requirement: 'R1', rating: 'L', strength: 'direct', conflict: false, unchecked: false, missing: [], checks: [{ id: 'c', outcome: 'supports', suggests: 'L', strength: 'direct', facts, count: facts.length, values: [], says: { zh: '', en: '' } }] });

  const view = suggestionsView({ suggestions: [suggestion([2, 0]), suggestion([2])], facts: ['a', 'b', 'c'].map(fact), files: 3 }, (place) => (place.file === 'a' ? null : { lines: [1, 1], excerpt: place.file }));

  expect(view.cited).toEqual([{ index: 0, fact: fact('a'), lines: null, excerpt: null }, { index: 2, fact: fact('c'), lines: [1, 1], excerpt: 'c' }]);
});

test('a result page adds up', () => {
  const report = intakeReport({
    intake: 'i', saved: { revision: 7, savedAt: 't', batch: 'b' },
    taken: { offered: 6, files: [{ size: 3 }, { size: 4 }, { size: 5 }], duplicates: 2, refusals: [{ path: 'x', kind: 'link', zh: '', en: '' }], changed: ['a'], gone: ['z'], label: 'repo' },
    rows: [{ importer: 'kubernetes', facts: [1, 2], diagnostics: [] }, { importer: null, facts: [], diagnostics: [{ path: 'y', place: null, kind: 'template', zh: '', en: '' }] }, { importer: null, facts: [], diagnostics: [] }],
  });

  expect(report).toEqual({ revision: 7, savedAt: 't', batch: 'b', intake: 'i', label: 'repo', offered: 6, taken: 3, duplicates: 2, refused: 1, refusals: [{ path: 'x', kind: 'link', zh: '', en: '' }], changed: ['a'], gone: ['z'], bytes: 12, read: 1, unrecognised: 2, diagnosed: 1, facts: 2 });
});
