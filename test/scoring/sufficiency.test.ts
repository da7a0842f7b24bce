import { describe, expect, test } from 'vitest';
import { askNext, sufficiencyOf, sufficiencyShares, type Fact, type Suggestion, type Sufficiency, type SufficiencyInput } from '#assessments';
import { aFact } from '../builders/any-fact.ts';
import { aPack } from '../builders/packs.ts';
import { aRating } from '../builders/ratings.ts';

const pack = aPack({ subItems: { s: { requirements: [{ id: 'a', level: 1, evidence: [{ code: 'C-1', kind: 'document', what: { zh: '规范', en: 'Norm' } }, { code: 'C-2', kind: 'record', what: { zh: '记录', en: 'Record' } }] }] } } });
const author = { id: 'p', name: '李雷', role: '' };
const at = '2026-05-01T00:00:00Z';
const facts: readonly Fact[] = [
  aFact('approval', { file: 'one.json', decidedAt: '2026-03-01' }), aFact('approval', { file: 'two.json', decidedAt: '2026-04-01' }), aFact('approval', { file: 'old.json', decidedAt: '2020-01-01' }),
  aFact('update.strategy', { file: 'undated.yaml' }), aFact('approval', { file: 'copy.json', decidedAt: '2026-03-01' }),
];
const files = [['one.json', '1'], ['copy.json', '1'], ['two.json', '2'], ['old.json', '3'], ['undated.yaml', '4'], ['C-1 norm.docx', '5'], ['against.txt', '6']].map(([path = '', artefact = '']) => ({ path, artefact, size: 1, mediaType: '', encoding: null }));
const nothing: SufficiencyInput['state'] = { links: [], notes: [], ratings: [], rejections: [], descriptions: [], window: { from: '2026-01-01', to: '2026-12-31' }, intakes: [{ id: 'i', label: '', at, author, files }] };

const check = (cited: readonly number[], more: Partial<Suggestion['checks'][number]> = {}): Suggestion['checks'][number] =>
  ({ id: `check-${cited.join('')}`, outcome: 'supports', suggests: 'L', strength: 'direct', facts: cited, count: cited.length, values: [], says: { zh: '', en: '' }, ...more });
const link = (path: string, stance: 'for' | 'against' = 'for', note = '') => ({ link: path, file: { intake: 'i', path }, requirement: 'a', locator: null, stance, note, author, at });
const note = (saidBy: string | null) => ({ note: '', node: 'a', text: '已经在做', saidBy, author, at });

function judged(checks: Suggestion['checks'], state: Partial<SufficiencyInput['state']> = {}): Sufficiency {
  const suggestions = [{ requirement: 'a', rating: null, strength: null, conflict: false, unchecked: false, checks, missing: [] }];
  const found = sufficiencyOf({ pack, facts, suggestions, state: { ...nothing, ...state } }).get('a');
  if (found === undefined) throw new Error('no sufficiency');
  return found;
}
const told = ({ state, kinds, freshness, sources, against, share, confidence }: Sufficiency) => [state, kinds.join(' '), freshness, sources, against, share, confidence];

describe('the evidence of a requirement', () => {
  test.each<readonly [string, Suggestion['checks'], Partial<SufficiencyInput['state']>, ReturnType<typeof told>]>([
    ['is none where nothing supports it', [], {}, ['none', '', 'unknown', 0, 0, 0, null]],
    ['is sufficient where two contents of the period show it directly', [check([0, 1])], {}, ['sufficient', 'direct machine', 'inside', 2, 0, 1, 'medium']],
    ['makes a rater sure once somebody accepted what was read', [check([0, 1])], { ratings: [{ ...aRating({ requirement: 'a', value: 'L' }), basis: { kind: 'human', accepted: ['check-01'] } }] }, ['sufficient', 'direct machine', 'inside', 2, 0, 1, 'high']],
    ['is thin where two files have the same content', [check([0, 4])], {}, ['thin', 'direct machine', 'inside', 1, 0, 0.75, 'medium']],
    ['is thin where all of it lies outside the period', [check([2])], { links: [link('old.json')] }, ['thin', 'direct machine', 'outside', 1, 0, 0.45, 'medium']],
    ['counts what states no date as of unknown date', [check([3])], { links: [link('C-1 norm.docx')] }, ['sufficient', 'direct machine', 'unknown', 2, 0, 0.9, 'high']],
    ['is thin where it merely hints', [check([0, 1], { strength: 'indirect' })], {}, ['thin', 'indirect machine', 'inside', 2, 0, 0.75, 'low']],
    ['is thin where people only say so', [], { notes: [note('王芳'), note('赵强'), note(null)] }, ['thin', 'affirmation', 'unknown', 2, 0, 0.5, 'low']],
    ['is borne out by what somebody said', [check([0])], { notes: [note('王芳')] }, ['sufficient', 'direct affirmation machine', 'inside', 2, 0, 1, 'medium']],
    ['is contradicted by a check that says the contrary', [check([0, 1]), check([3], { outcome: 'contradicts' })], {}, ['contradicted', 'direct machine', 'inside', 2, 1, 0.5, 'low']],
    ['is contradicted by a file linked against it', [], { links: [link('against.txt', 'against')] }, ['contradicted', '', 'unknown', 0, 1, 0, 'low']],
    ['leaves out checks that were rejected', [check([0, 1]), check([3], { outcome: 'contradicts' })], { rejections: [{ requirement: 'a', reason: '旧系统', checks: ['check-3'], author, at }] }, ['sufficient', 'direct machine', 'inside', 2, 0, 1, 'medium']],
    ['has no date to hold without a period', [check([2])], { window: { from: null, to: null } }, ['thin', 'direct machine', 'no-window', 1, 0, 0.75, 'medium']],
    ['counts for the day that somebody says it is effective for', [check([2])], { descriptions: [{ file: { intake: 'i', path: 'old.json' }, title: null, effective: '2026-02-01', note: null, event: '' }] }, ['thin', 'direct machine', 'inside', 1, 0, 0.75, 'medium']],
  ])('%s', (_name, checks, state, expected) => {
    expect(told(judged(checks, state))).toEqual(expected);
  });

  test('is contradicted where the fact that shows it is one of two that do not go together', () => {
    const disputed = { ...aFact('contradiction', { file: 'one.json' }), also: [{ file: 'two.json', pointer: '' }] };
    const suggestions = [{ requirement: 'a', rating: null, strength: null, conflict: false, unchecked: false, checks: [check([0])], missing: [] }];

    const found = sufficiencyOf({ pack, facts: [...facts, disputed], suggestions, state: nothing }).get('a');

    expect([found?.state, found?.reasons[0]?.zh]).toEqual(['contradicted', '有 1 处证据与之相反（如 two.json）：请先弄清哪一个属实。']);
  });

  test('says why, and asks for the codes that no linked file answers', () => {
    const { reasons, ask } = judged([], { links: [link('C-1 norm.docx')] });

    expect([reasons.map(({ zh }) => zh), ask.map(({ code }) => code)]).toEqual([['只有一个来源（C-1 norm.docx），没有其他来源印证。', '内容里没有写明日期，看不出是否属于评估期间。'], ['C-2']]);
  });

  test('is not asked for any more once it is sufficient', () => {
    expect([judged([check([0, 1])]).ask, judged([check([0, 1])]).reasons.map(({ en }) => en)]).toEqual([[], ['It was read by the program alone; nobody has looked at it yet.', 'Direct evidence, borne out by 2 independent sources, from the assessment period.']]);
  });
});

test('what to ask next goes by what holds a level, then by how little the evidence carries, up to the target', () => {
  const wide = aPack({ subItems: { s: { requirements: [{ id: 'a', level: 1 }, { id: 'b', level: 2 }, { id: 'c', level: 2 }, { id: 'd', level: 3 }, { id: 'e', level: 1 }] } } });
  const one = (requirement: string, state: Sufficiency['state'], share: number): readonly [string, Sufficiency] => [requirement, { requirement, state, share, kinds: [], freshness: 'unknown', sources: 0, against: 0, confidence: null, reasons: [], ask: [] }];
  const all = new Map([one('a', 'thin', 0.6), one('b', 'none', 0), one('c', 'contradicted', 0.4), one('d', 'none', 0), one('e', 'sufficient', 1)]);

  expect(askNext(wide, all, { target: 2, blocking: new Set(['c']) }).map(({ requirement, blocking }) => [requirement, blocking])).toEqual([['c', true], ['b', false], ['a', false]]);
  expect([...sufficiencyShares(all)].slice(0, 2)).toEqual([['a', 0.6], ['b', 0]]);
});
