import { readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../../builders/source-file.ts';

describe('what is a GitLab pipeline', () => {
  it.each([
    ['.gitlab-ci.yml', 'include: /ci/all.yml\n', true],
    ['.gitlab-ci.yml', 'build:\n  script: make\n', true],
    ['ci/build.yml', 'image: alpine\nbuild:\n  script: make\n', true],
    ['ci/build.yml', 'build:\n  script: make\n', false],
    ['.gitlab/issues/settings.yml', 'labels: [a]\n', false],
    ['.travis.yml', 'language: python\nimage: x\nscript: pytest\n', false],
    ['compose.yaml', 'version: "3"\nimage: x\nservices: {a: {script: b}}\n', false],
    ['bitbucket-pipelines.yml', 'image: x\npipelines: {default: [{step: {script: [make]}}]}\n', false],
  ])('%s with %j: %s', (path, text, expected) => {
    expect(readEvidence(sourceFile(path, text)).importer === 'gitlab-ci').toBe(expected);
  });
});

describe('what a job inherits', () => {
  const steps = (text: string) => readEvidence(sourceFile('.gitlab-ci.yml', text)).facts.flatMap((fact) => (fact.type === 'pipeline.step' ? [{ job: fact.job, kind: fact.kind, gating: fact.gating, needs: fact.needs }] : []));

  it('of several parents the last one counts, and circles end', () => {
    const read = steps('.a:\n  extends: .b\n  script: pytest\n.b:\n  extends: .a\n  allow_failure: true\njob:\n  extends: [.b, .a]\n');

    expect(read).toEqual([{ job: 'job', kind: 'test', gating: false, needs: [] }]);
  });

  it('a job waits for the stages before its own, except for what may fail', () => {
    const read = steps('stages: [one, two]\ntests: {stage: one, script: pytest}\nlinting: {stage: one, script: ruff check, allow_failure: {exit_codes: 1}}\nship: {stage: two, script: helm upgrade x}\n');

    expect(read).toEqual([
      { job: 'tests', kind: 'test', gating: true, needs: [] },
      { job: 'linting', kind: 'lint', gating: false, needs: [] },
      { job: 'ship', kind: 'deploy', gating: true, needs: ['tests'] },
    ]);
  });

  it('a script that only prints is no test, whatever the job is called', () => {
    expect(steps('run-tests:\n  script: ["echo ok", "# pytest"]\n')).toEqual([{ job: 'run-tests', kind: 'other', gating: true, needs: [] }]);
  });
});

describe('hostile inheritance', () => {
  it('references that double at every level are followed only so far', () => {
    const levels = Array.from({ length: 9 }, (_, index) => `.l${index}:\n  script: [${Array.from({ length: 20 }, () => `!reference [.l${index + 1}, script]`).join(', ')}]\n`).join('');
    const file = sourceFile('.gitlab-ci.yml', `${levels}.l9:\n  script: [pytest]\njob:\n  script: !reference [.l0, script]\n`);

    const steps = readEvidence(file).facts.filter((fact) => fact.type === 'pipeline.step');

    expect(steps.map(({ type }) => type)).toEqual(['pipeline.step']);
  });

  it('parents that double at every level are each asked once', () => {
    const levels = Array.from({ length: 30 }, (_, index) => `.l${index}:\n  extends: [.l${index + 1}, .l${index + 1}, .l${index + 2}]\n`).join('');

    expect(readEvidence(sourceFile('.gitlab-ci.yml', `${levels}job:\n  extends: .l0\n`)).facts.map(({ type }) => type)).toEqual(['pipeline.definition', 'pipeline.trigger']);
  });
});
