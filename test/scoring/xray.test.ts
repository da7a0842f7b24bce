import { describe, expect, test } from 'vitest';
import { type AssessmentState, type Rating, type Suggestion, type XrayFinding, finalRatings, score, xray, xrayKinds } from '#assessments';
import { aPack } from '../builders/packs.ts';
import { aConsensus, aRating } from '../builders/ratings.ts';
import { evidenceFile, reportInput } from '../builders/report-input.ts';

const pack = aPack({
  tree: { 1: { 1.1: ['a', 'b'] } },
  subItems: { a: { requirements: [{ id: 'a-1', level: 1 }, { id: 'a-2', level: 2 }, { id: 'a-3', level: 2 }] }, b: { requirements: [{ id: 'b-1', level: 1, dependsOn: ['a-1'] }] } },
});
const author = { id: '李雷', name: '李雷', role: '' };
const file = evidenceFile('report.pdf', 'a');

type Said = { readonly ratings?: readonly Rating[]; readonly state?: Partial<AssessmentState>; readonly suggestions?: readonly Suggestion[]; readonly reworded?: ReadonlySet<string>; readonly facts?: readonly string[] };
function findings({ ratings = [], state: more = {}, suggestions = [], reworded, facts = [] }: Said): readonly XrayFinding[] {
  const { state } = reportInput({ pack, facts: [], suggestions: [], state: { targets: {}, ratings, intakes: [{ id: 'i', label: '', at: '', author, files: [file] }], ...more } });
  const result = score({ pack, finals: finalRatings(pack, state), policy: 'strict', rollup: 'minimum', targets: state.targets });
  return xray({ pack, state, result, suggestions, facts: facts.map((path) => ({ place: { file: path, pointer: '' } })), ...(reworded === undefined ? {} : { reworded }) });
}
const told = (said: Said) => findings(said).map(({ severity, kind, requirement, node, file: path }) => [severity, kind, requirement ?? node, ...(path === null ? [] : [path])].join(' '));

const link = (requirement: string, stance: 'for' | 'against' = 'for') => ({ link: `${requirement}-${stance}`, file: { intake: 'i', path: file.path }, requirement, locator: null, stance, note: '', author, at: '' });
const accepted = (requirement: string, value: Rating['value'], more: Partial<Rating> = {}): Rating => ({ ...aRating({ requirement, value, ...more }), basis: { kind: 'human', accepted: ['check'] } });
const suggestion = (requirement: string, outcome: 'supports' | 'contradicts', suggests: 'N' | 'P' | 'L' | 'F'): Suggestion => ({
  requirement, rating: suggests, strength: 'direct', conflict: false, unchecked: false, missing: [],
  checks: [{ id: 'check', outcome, suggests, strength: 'direct', facts: [0], count: 1, values: [], says: { zh: '发现直接替换', en: 'found recreate' } }],
});
const met = (requirement: string, more: Partial<Rating> = {}): Rating => accepted(requirement, 'F', more);

describe('an X-ray finds', () => {
  test('nothing where nothing is rated, and nothing where all is in order', () => {
    expect([told({}), told({ ratings: [met('a-1')] }), told({ ratings: [aRating({ requirement: 'a-1', value: 'F' })], state: { links: [link('a-1')] } })]).toEqual([[], [], []]);
  });

  test('F without any evidence; P and L may rest on words', () => {
    expect(told({ ratings: [aRating({ requirement: 'a-1', value: 'F' }), aRating({ requirement: 'a-2', value: 'L' })] })).toEqual(['error f-without-evidence a-1']);
  });

  test('F on evidence from outside the assessment period, where all of it is dated', () => {
    const described = (effective: string | null): Partial<AssessmentState> => ({ links: [link('a-1')], window: { from: '2026-01-01', to: '2026-06-30' }, descriptions: [{ event: 'e', file: { intake: 'i', path: file.path }, title: null, effective, note: null }] });
    const rated = [aRating({ requirement: 'a-1', value: 'F' })];

    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', null].map((day) => told({ ratings: rated, state: described(day) }))).toEqual([['error f-on-expired-evidence a-1 report.pdf'], [], [], ['error f-on-expired-evidence a-1 report.pdf'], []]);
  });

  test('F on the file of an accepted suggestion that is out of date', () => {
    expect(told({
      ratings: [met('a-1')], suggestions: [suggestion('a-1', 'supports', 'L')], facts: [file.path],
      state: { window: { from: '2026-01-01', to: null }, descriptions: [{ event: 'e', file: { intake: 'i', path: file.path }, title: null, effective: '2024-05-01', note: null }] },
    })).toEqual(['error f-on-expired-evidence a-1 report.pdf']);
  });

  test('F on evidence whose bytes were purged', () => {
    expect(told({ ratings: [aRating({ requirement: 'a-1', value: 'F' })], state: { links: [link('a-1')], purged: [{ artefact: file.artefact, reason: '含个人信息' }] } })).toEqual(['warning f-on-purged-evidence a-1 report.pdf']);
  });

  test('a rating above what a contradicting check allows, unless somebody wrote why', () => {
    const against = { suggestions: [suggestion('a-1', 'contradicts', 'N')], facts: [file.path] };

    expect([
      told({ ...against, ratings: [met('a-1')] }), told({ ...against, ratings: [met('a-1', { rationale: '旧系统，已下线' })] }), told({ ...against, ratings: [accepted('a-1', 'N')] }),
      told({ ...against, ratings: [met('a-1')], state: { rejections: [{ requirement: 'a-1', reason: '旧系统', checks: [], author, at: '' }] } }),
    ]).toEqual([['error against-contradiction a-1'], [], [], []]);
  });

  test('F over evidence linked against it', () => {
    expect(told({ ratings: [met('a-1')], state: { links: [link('a-1', 'against')] } })).toEqual(['warning linked-against a-1 report.pdf']);
  });

  test('N below an F of the same sub-item, and F on something that is N', () => {
    expect(told({ ratings: [accepted('a-1', 'N'), met('a-2'), met('a-3'), met('b-1')] })).toEqual(['warning above-unmet a-1', 'warning depends-on-unmet b-1']);
    expect(findings({ ratings: [accepted('a-1', 'N'), met('a-2'), met('a-3')] })[0]?.en).toBe('a-1 is rated N while a-2, a-3 of a higher level of the same sub-item are rated F: check both.');
  });

  test('NA without a reason, and NA that only one person has looked at', () => {
    const one = aRating({ requirement: 'a-1', value: 'NA', rationale: '无此业务' });
    const other = aRating({ requirement: 'a-1', value: 'NA', by: '韩梅梅' });

    expect([told({ ratings: [one] }), told({ ratings: [one, other] }), told({ ratings: [{ ...one, rationale: ' ' }, other] }), told({ ratings: [one], state: { consensus: [aConsensus({ requirement: 'a-1', value: 'NA' })] } })])
      .toEqual([['warning na-one-rater a-1'], [], ['error na-without-rationale a-1'], []]);
  });

  test('ratings only the machine made, disputes, and a consensus overtaken by a rating', () => {
    expect([
      told({ ratings: [aRating({ requirement: 'a-1', value: 'P', machine: true })] }), told({ ratings: [met('a-1'), aRating({ requirement: 'a-1', value: 'N', by: '韩梅梅' })] }),
      told({ ratings: [met('a-1')], state: { consensus: [aConsensus({ requirement: 'a-1', value: 'F', stale: true })] } }),
    ]).toEqual([['warning machine-only a-1'], ['error disputed a-1'], ['warning consensus-stale a-1']]);
  });

  test('low confidence where the rating decides the level of its sub-item, and only there', () => {
    expect([told({ ratings: [met('a-1', { confidence: 'low' })] }), told({ ratings: [met('a-2', { confidence: 'low' })] })]).toEqual([['warning low-confidence-deciding a-1'], []]);
  });

  test('targets above what can be reached, on the nodes they were set on', () => {
    expect(told({ state: { targets: { '': 3, 'a': 2, '1.1': 5 } } })).toEqual(['note target-above-ceiling ', 'note target-above-ceiling 1.1']);
  });

  test('what was carried over and not confirmed, and what was reworded', () => {
    const carried = (requirement: string, reworded: boolean, confirmed = false): AssessmentState['carried'][number] => ({ requirement, subject: null, value: 'F', confidence: null, rationale: '', reworded, confirmed, from: { assessment: '', raters: [], at: '' } });

    expect(told({ state: { carried: [carried('a-1', false), carried('a-2', true), carried('b-1', true, true)] } })).toEqual(['warning reworded a-2', 'note not-confirmed a-1']);
    expect(told({ ratings: [met('a-1')], reworded: new Set(['a-1', 'a-2']) })).toEqual(['warning reworded a-1']);
  });

  test('concurrent changes that wait to be settled', () => {
    expect(told({ state: { conflicts: [{ slot: 'scope', events: [] }] } })).toEqual(['error unsettled ']);
  });

  test('the gravest first, then in document order, each with a sentence in both languages that says what to do', () => {
    const all = findings({ ratings: [aRating({ requirement: 'b-1', value: 'F' }), aRating({ requirement: 'a-1', value: 'P', machine: true }), aRating({ requirement: 'a-2', value: 'F' })], state: { targets: { '': 5 } } });

    expect(all.map(({ kind, requirement }) => [kind, requirement])).toEqual([['f-without-evidence', 'a-2'], ['f-without-evidence', 'b-1'], ['machine-only', 'a-1'], ['target-above-ceiling', null]]);
    expect(all.every(({ kind, severity, zh, en }) => severity === xrayKinds[kind] && /：请.*。$/.test(zh) && /: .*\.$/.test(en))).toBe(true);
  });
});
