import { type FactOf, type FileReading, completeFacts, readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const approval = JSON.stringify({ approval_id: 'a', approved: true, approver: 'board', rationale: 'ok' });
const risk = 'hazards: [{id: h, severity: high}]\noverall: 0.5\n';

const reading = (path: string, text: string, artefact = path.length.toString(16).padStart(64, '0')): FileReading => readEvidence({ ...sourceFile(path, text), artefact });
const bundles = (...readings: readonly FileReading[]) => completeFacts(readings).facts.filter((fact): fact is FactOf<'release.bundle'> => fact.type === 'release.bundle');
const differs = (...readings: readonly FileReading[]) => completeFacts(readings).facts.filter((fact) => fact.type === 'contradiction' && fact.kind === 'content-differs').length;

describe('a folder of records', () => {
  it('is one release with what it has and what it lacks', () => {
    expect(bundles(reading('releases/r1/approval.json', approval), reading('releases/r1/risk.yaml', risk))).toMatchObject([{
      release: 'r1', system: 'release-folder', records: ['approval', 'risk'], blocks: ['governance'], missing: ['code', 'data', 'features', 'model', 'prompt_policy', 'eval', 'deployment', 'monitoring'],
      place: { file: 'releases/r1/approval.json' }, also: [{ file: 'releases/r1/risk.yaml' }], hashesWhole: false, commit: null,
    }]);
  });

  it('with one kind of record is none', () => {
    expect(bundles(reading('releases/r1/approval.json', approval))).toEqual([]);
  });

  it('outside of releases is none', () => {
    expect(bundles(reading('docs/approval.json', approval), reading('docs/risk.yaml', risk))).toEqual([]);
  });

  it('with its bundle as a document has that bundle and no other', () => {
    const stated = reading('releases/r1/bundle.yaml', 'release_id: AIREL-1\nrepo_commit: 9f2c81a\nmodel: m 1.0\ntraining_snapshot: t\nfeature_view: f\nprompt_version: p\n');

    expect(bundles(reading('releases/r1/approval.json', approval), reading('releases/r1/risk.yaml', risk), stated).map(({ release, system }) => [release, system])).toEqual([['AIREL-1', 'release-playbook']]);
  });

  it('beside another is another release', () => {
    expect(bundles(reading('releases/r1/approval.json', approval), reading('releases/r1/risk.yaml', risk), reading('releases/r2/approval.json', approval), reading('releases/r2/risk.yaml', risk)).map(({ release }) => release)).toEqual(['r1', 'r2']);
  });
});

describe('the same release twice', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];

  it('with the same bytes is the same content, whatever the files are called', () => {
    const twice = [reading('releases/r1/approval.json', approval, a), reading('releases/r1/risk.yaml', risk, b), reading('old/releases/r1/ok.json', approval, a), reading('old/releases/r1/scores.yaml', risk, b)];

    expect(new Set(bundles(...twice).map(({ content }) => content)).size).toBe(1);
    expect(differs(...twice)).toBe(0);
  });

  it('with other bytes is a contradiction', () => {
    expect(differs(reading('releases/r1/approval.json', approval, a), reading('releases/r1/risk.yaml', risk, b), reading('old/releases/r1/approval.json', approval, a), reading('old/releases/r1/risk.yaml', risk, c))).toBe(1);
  });
});
