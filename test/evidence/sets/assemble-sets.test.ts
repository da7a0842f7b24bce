import { type FileReading, type Fragment, completeFacts, fragmentSchema } from '#assessments';
import { expect, test } from 'vitest';
import { assembleSets } from '../../../assessments/evidence/sets/assemble-sets.ts';
import type { Assembler } from '../../../assessments/evidence/sets/assembler.ts';
import { aFact } from '../../builders/any-fact.ts';

const piece = (key: string, part: string, name: string, value: Fragment['value']): Fragment => ({ set: 'run', key, part, name, value, place: { file: `${key}/${part}/${name}`, lines: [1, 1] } });

/** A run folder in small: its description is one file, every metric another. */
const run: Assembler = {
  set: 'run',
  assemble: ({ key, one, of, fragments }) => {
    const meta = one('meta');
    if (meta === undefined) return { facts: [], diagnostics: [{ path: fragments[0]?.place.file ?? '', place: null, kind: 'partial', zh: '缺少说明文件。', en: 'The description is missing.' }] };
    const metrics = of('metric').map(({ name }) => name);
    return { facts: [{ ...aFact('pipeline.run', { run: key, metrics, metricCount: metrics.length }), place: meta.place, also: of('metric').map(({ place }) => place) }], diagnostics: [] };
  },
};
const fragments = [piece('b', 'metric', 'loss', 1), piece('a', 'metric', 'f1', 0.5), piece('a', 'meta', '', { status: 3 }), piece('a', 'metric', 'auc', [1, null]), { ...piece('a', 'x', '', 1), set: 'other' }];

test('fragments of one key become facts; a fact has one place and also the others', () => {
  const { facts, diagnostics } = assembleSets(fragments, [run]);

  expect(facts).toMatchObject([{ run: 'a', metrics: ['auc', 'f1'], place: { file: 'a/meta/' }, also: [{ file: 'a/metric/auc' }, { file: 'a/metric/f1' }] }]);
  expect(diagnostics).toMatchObject([{ path: 'b/metric/loss', kind: 'partial' }]);
});

test('the order of files changes nothing', () => {
  expect(assembleSets(fragments.toReversed(), [run])).toEqual(assembleSets(fragments, [run]));
});

test('a fragment is plain data', () => {
  expect(fragments.map((fragment) => fragmentSchema.safeParse(JSON.parse(JSON.stringify(fragment))).success)).toEqual(fragments.map(() => true));
});

test('what each file says stands first, then what files say together, then the contradictions', () => {
  const reading = (path: string, more: Partial<FileReading>): FileReading => ({ path, importer: 'x', facts: [], diagnostics: [], fragments: [], ...more });
  const readings = [reading('a', { facts: [aFact('branch.policy', { enforced: true, requestRequired: true, approvals: 0 })] }), reading('b', { facts: [aFact('test.run')], fragments })];

  expect(completeFacts(readings).facts.map(({ type }) => type)).toEqual(['branch.policy', 'test.run', 'contradiction']);
});
