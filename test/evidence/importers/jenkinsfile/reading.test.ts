import { readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../../builders/source-file.ts';

const read = (text: string, path = 'Jenkinsfile') => readEvidence(sourceFile(path, text));
const steps = (text: string) => read(text).facts.flatMap((fact) => (fact.type === 'pipeline.step' ? [fact] : []));
const staged = (inside: string) => `pipeline { agent any\n stages { ${inside} } }\n`;

describe('what is a Jenkins pipeline', () => {
  it.each([
    ['ci/Jenkinsfile.release', "node { sh 'make' }\n", true],
    ['Jenkinsfile', "pipeline {\n  agent any\n}\n", true],
    ['delivery', "pipeline {\n  agent any\n  stages { stage('a') { steps { sh 'x' } } }\n}\n", true],
    ['README.md', "pipeline {\n  agent any\n  stages { }\n}\n", false],
    ['build.gradle', "node { version = '18' }\n", false],
    ['util.groovy', "def call() { sh 'x' }\n", false],
  ])('%s with %j: %s', (path, text, expected) => {
    expect(read(text, path).importer === 'jenkinsfile').toBe(expected);
  });
});

describe('what lets failures through', () => {
  it.each([
    ["sh 'pytest'", true],
    ["sh 'pytest || true'", false],
    ["sh(script: 'pytest', returnStatus: true)", false],
    ["catchError { sh 'pytest' }", false],
    ["script { try { sh 'pytest' } catch (e) { echo 'x' } }", false],
    ["script { try { sh 'pytest' } catch (e) { currentBuild.result = 'FAILURE' } }", true],
    ["script { try { sh 'pytest' } catch (e) { echo 'x'\n throw e } }", true],
    ["script { try { sh 'pytest' } finally { deleteDir() } }", true],
    ['waitForQualityGate()', false],
    ["build job: 'tests', wait: false", false],
  ])('%s: %s', (step, gating) => {
    expect(steps(staged(`stage('Check') { steps { ${step} } }`)).map((fact) => fact.gating)).toEqual([gating]);
  });
});

describe('Groovy as text', () => {
  it('comments, texts and braces in them are no steps', () => {
    const text = staged("stage('a') { steps { /* sh 'pytest' } */ echo \"}\" // sh 'x'\n sh '''\n echo '}'\n pytest\n''' } }");

    expect(steps(text).map(({ command, place }) => ({ command, place }))).toEqual([{ command: "\n echo '}'\n pytest\n", place: { file: 'Jenkinsfile', lines: [3, 6] } }]);
  });

  it('branches of a scripted parallel run side by side', () => {
    const text = "node {\n stage('one') { sh 'make' }\n parallel a: { sh 'pytest' }, b: { sh 'ruff check' }\n stage('two') { sh 'kubectl apply -f x' }\n}\n";

    expect(steps(text).map(({ job, needs }) => [job, needs])).toEqual([['one', []], ['a', ['one']], ['b', ['one']], ['two', ['one', 'a', 'b']]]);
  });

  it('names of people and addresses in steps are not told', () => {
    const text = staged("stage('a') { steps { mail to: 'someone@example.com', subject: 'x'\n git 'https://user:secret@git.example.com/x'\n input message: 'Go?', submitter: 'someone' } }");

    expect(steps(text).map(({ name }) => name)).toEqual(['mail', 'git', 'Go?']);
  });

  it('thousands of open braces are read without a fault', () => {
    expect(read(`pipeline {\n agent any\n stages { ${'{'.repeat(50_000)}`).facts.map(({ type }) => type)).toEqual(['pipeline.definition']);
  });
});
