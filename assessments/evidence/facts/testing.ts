import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeNumber, maybeText, read, text, texts } from './field.ts';
import { ofCode, ofImage, ofRun } from './naming.ts';

const testLayers = ['unit', 'integration', 'end-to-end', 'contract', 'data', 'model', 'performance', 'security', 'smoke', 'unstated'] as const;

const testRun = z.strictObject({
  type: z.literal('test.run'), ...read, ...ofCode, ...ofRun,
  name: text('name of the outermost suite; the file name where it has none'),
  system: text('junit, trx, nunit, xunit, mocha, dart, dbt, promptfoo, …; report: a table that a person keeps'),
  cases: count('test cases that are really in the file'), declared: maybeCount('number the attributes state; another number than cases is a contradiction'),
  passed: count('cases that passed'), failed: count('cases with a failure'), errors: count('cases that broke'), skipped: count('cases skipped or disabled'),
  groups: count('suites or classes with at least one case'),
  empty: flag('there is no case, or all of them are skipped'),
  rerun: count('cases that passed only when repeated'),
  failures: texts('names of failed or broken cases, at most 50'),
  durationSeconds: maybeNumber('seconds'), at: instant('when it started'),
}).describe('One run of tests, recounted from its cases');

const testCaseGroup = z.strictObject({
  type: z.literal('test.case.group'), ...read,
  suite: text('suite, class, module or folder'), layer: z.enum(testLayers).describe('layer of the test pyramid, read from names and folders; unstated where nothing says so'),
  cases: count('cases'), passed: count('passed'), failed: count('with a failure or broken'), skipped: count('skipped'),
  about: texts('what its names speak of: data, feature, model, training, serving, api, prompt'),
  durationSeconds: maybeNumber('seconds'),
}).describe('Test cases that belong together');

const coverageReport = z.strictObject({
  type: z.literal('coverage.report'), ...read, ...ofCode,
  system: text('cobertura, lcov, jacoco, coverage.py, …'),
  linePercent: maybeNumber('lines covered, percent, from covered/total where both are there'),
  branchPercent: maybeNumber('branches covered, percent'),
  linesCovered: maybeCount('lines covered'), linesTotal: maybeCount('lines that count'),
  files: count('files in the report'), uncoveredFiles: count('files without any covered line'),
  packages: texts('packages or folders, at most 50'),
  at: instant('when'),
}).describe('How much of the code tests ran through');

const scanResult = z.strictObject({
  type: z.literal('scan.result'), ...read, ...ofCode, ...ofImage,
  tool: text('name of the tool'), toolVersion: maybeText('its version'),
  kind: z.enum(['code', 'dependency', 'container', 'secret', 'infrastructure', 'licence', 'lint', 'model', 'unstated']),
  findings: count('findings that are not suppressed; 0 is a clean scan, not a missing one'),
  errors: count('of these, errors: critical and high'), warnings: count('warnings: medium'), notes: count('notes: low, information, convention'),
  suppressed: count('findings suppressed, accepted or not affected'),
  rules: count('rules the tool ran with, where listed'), files: maybeCount('files looked at, where stated'),
  topRules: texts('rules with most findings, at most 10'),
  executed: flag('the tool says it ran to its end; true also where it says nothing about it'),
  at: instant('when'),
}).describe('Result of a static or security scan or linter');

const testDocument = z.strictObject({
  type: z.literal('test.document'), ...read,
  name: text('title of the document; its path where it has none'),
  layers: texts('folders, layers or kinds of tests under which it lists cases, at most 50'), cases: count('cases it lists under them'),
  command: maybeText('command it gives for running the tests'), everything: flag('that command runs all tests, not one file or case'),
  reported: texts('kinds of non-functional tests it reports to have been run: load, endurance, fault-injection'),
}).describe('What a document says about tests; no result of a run');

export const testingFacts = {
  'test.run': testRun,
  'test.case.group': testCaseGroup,
  'coverage.report': coverageReport,
  'scan.result': scanResult,
  'test.document': testDocument,
} as const;
