import { describe, expect, test } from 'vitest';
import { evidenceRequests, matchFiles, sufficiencyOf, type MatchedFolder } from '#assessments';
import { aPack } from '../../builders/packs.ts';
import { nameLikeness } from '../../../assessments/reports/requests/name-likeness.ts';

const asked = (code: string, zh: string, en: string, kind = 'document') => ({ code, kind, what: { zh, en } });
const pack = aPack({ subItems: {
  s: { requirements: [
    { id: 'a', level: 1, evidence: [asked('MD-1-L1-1', '模型更新规范', 'Model update norm'), asked('MD-1-L1-1-2', '最近一次更新的审批记录', 'Approval record of the latest update', 'record')] },
    { id: 'b', level: 2, roles: ['data engineer'], evidence: [asked('MD-1-L2-1', '线上模型的部署清单', 'Deployment manifests of the serving models', 'machine file')] },
    { id: 'c', level: 3, evidence: [asked('MD-1-L3-1', '灰度放量截图', 'Screenshot of a staged roll-out', 'screenshot')] },
    { id: 'd', level: 3 },
  ] },
} });
const sufficiency = sufficiencyOf({ pack, facts: [], suggestions: [], state: { links: [], notes: [], ratings: [], rejections: [], descriptions: [], intakes: [], window: { from: null, to: null } } });
const everything = evidenceRequests(pack, sufficiency, { target: null, node: null, role: null, all: true });

function returned(paths: readonly string[], linked: Readonly<Record<string, readonly string[]>> = {}, target: number | null = null): MatchedFolder {
  return matchFiles({
    requests: evidenceRequests(pack, sufficiency, { target, node: null, role: null }), everything, files: paths.map((path) => ({ path, artefact: path })),
    known: ({ artefact }) => (linked[artefact] === undefined ? null : { path: `kept/${artefact}`, links: linked[artefact].map((requirement) => ({ requirement, note: requirement === 'b' ? 'MD-1-L2-1' : '' })) }),
  });
}
const short = ({ matches, missing, extra }: MatchedFolder) => [matches.map(({ file, code, by, certainty }) => [file, code, by, certainty].join(' | ')), missing.map(({ code }) => code), extra];

test('what is asked for goes by target, role and part; a requirement without codes is asked for by its id', () => {
  const codes = (filter: Parameters<typeof evidenceRequests>[2]) => evidenceRequests(pack, sufficiency, filter).map(({ code }) => code);

  expect([codes({ target: 2, node: null, role: null }), codes({ target: null, node: null, role: 'data engineer' }), codes({ target: null, node: '1.1', role: null }).length, codes({ target: null, node: 'elsewhere', role: null })])
    .toEqual([['MD-1-L1-1', 'MD-1-L1-1-2', 'MD-1-L2-1'], ['MD-1-L2-1'], 5, []]);
  expect(everything.at(-1)).toMatchObject({ code: 'd', requirement: 'd', kind: 'document' });
});

describe('a returned folder', () => {
  test('with renamed, missing and extra files is matched by code, folder, bytes and name', () => {
    const found = returned([
      'MD-1-L1-1 模型更新规范 v2.docx', '审批/更新审批记录（终稿）.pdf', 'MD-1-L2-1/cluster-a/deploy.yaml', '合影.jpg', 'bytes-seen-before.bin', 'bytes-not-linked.bin',
    ], { 'bytes-seen-before.bin': ['a'], 'bytes-not-linked.bin': [] });

    expect(short(found)).toEqual([
      ['MD-1-L1-1 模型更新规范 v2.docx | MD-1-L1-1 | code | certain', '审批/更新审批记录（终稿）.pdf | MD-1-L1-1-2 | name | likely', 'MD-1-L2-1/cluster-a/deploy.yaml | MD-1-L2-1 | code | likely', 'bytes-seen-before.bin | MD-1-L1-1 | hash | likely'],
      ['MD-1-L3-1', 'd'],
      [{ file: '合影.jpg', known: null }, { file: 'bytes-not-linked.bin', known: 'kept/bytes-not-linked.bin' }],
    ]);
  });

  test('may answer in English, and a code that was not asked for now', () => {
    expect(short(returned(['deployment_manifests_serving_models.tgz', 'MD-1-L3-1.png'], {}, 2))).toEqual([
      ['deployment_manifests_serving_models.tgz | MD-1-L2-1 | name | likely', 'MD-1-L3-1.png | MD-1-L3-1 | code | certain'], ['MD-1-L1-1', 'MD-1-L1-1-2'], [],
    ]);
  });

  test('counts the members of an archive, not the archive, and one file may answer two codes', () => {
    expect(short(returned(['all.zip', 'all.zip!/MD-1-L1-1+MD-1-L2-1.xlsx'], {}, 2))).toEqual([['all.zip!/MD-1-L1-1+MD-1-L2-1.xlsx | MD-1-L1-1 | code | certain', 'all.zip!/MD-1-L1-1+MD-1-L2-1.xlsx | MD-1-L2-1 | code | certain'], ['MD-1-L1-1-2'], []]);
  });
});

test.each([
  ['模型更新规范', 1, 1], ['模型更新规范-终稿-20260101', 1, 1], ['更新规范', 0.7, 0.9], ['会议纪要', 0, 0.1], ['Model_update_norm_v1.2', 1, 1], ['x', 0, 0],
])('the name %s is like the model update norm by %f to %f', (name, least, most) => {
  const alike = nameLikeness(name, { zh: '模型更新规范（含附件）', en: 'Model update norm' });

  expect([alike >= least, alike <= most]).toEqual([true, true]);
});
