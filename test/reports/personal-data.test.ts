import { expect, test } from 'vitest';
import { buildReport, resultJson } from '#assessments';
import { maskPersonalData } from '../../assessments/reports/personal-data.ts';
import { anUpdateStrategy } from '../builders/facts.ts';
import { evidenceFile, reportInput } from '../builders/report-input.ts';

test.each([
  ['/home/alice/models/a.yaml', '/home/***/models/a.yaml'],
  ['home/alice/a.yaml', 'home/***/a.yaml'],
  ['backup.zip!/home/alice/a.yaml', 'backup.zip!/home/***/a.yaml'],

  ['notebooks/Users/bob/train.ipynb', 'notebooks/Users/***/train.ipynb'],
  ['owner: li.lei@bank.example.cn, oncall', 'owner: ***@***, oncall'],
  ['apps/home/index.yaml', 'apps/home/index.yaml'],
  ['actions/checkout@v4', 'actions/checkout@v4'],
  ['registry/model@sha256:abcd', 'registry/model@sha256:abcd'],
])('%s is told as %s', (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

const path = 'home/alice/rollout.yaml';
const sketch = (withPersonalData: boolean) => reportInput({
  facts: [anUpdateStrategy({ file: path, kind: 'canary', subject: 'owner-li.lei@bank.example.cn' })], readings: [{ path, importer: 'kubernetes', diagnostics: [{ path, place: null, kind: 'partial', zh: `${path} 未读完。`, en: `${path} was not read to its end.` }] }],
  state: { intakes: [{ id: 'intake', label: '/home/alice', at: '2026-03-01T02:00:00.000Z', author: { id: 'a', name: 'A', role: '' }, files: [evidenceFile(path, 'a')] }] },
  options: { withPersonalData },
});

test('a report names no user and no mail address of the evidence, in pages, sheets and result', () => {
  const input = sketch(false);

  const told = JSON.stringify([buildReport(input), resultJson(input)]);

  expect({ user: told.includes('alice'), mail: told.includes('li.lei'), masked: told.includes('home/***/rollout.yaml') }).toEqual({ user: false, mail: false, masked: true });
});

test('personal data is told where it is asked for, and the report says so', () => {
  const told = JSON.stringify(buildReport(sketch(true)));

  expect({ user: told.includes(path), mail: told.includes('li.lei@bank.example.cn'), said: told.includes('本报告按要求保留了证据中的个人信息') }).toEqual({ user: true, mail: true, said: true });
});
