import { instantOf } from '../instant.ts';
import type { Importer } from '../importer.ts';
import type { XmlElement } from '../xml-document.ts';
import { valueOf, wholeIn } from '../xml-value.ts';
import { type Outcome, type TestCase, type TestReport, testReportFacts } from '../test-report/report.ts';
import { baseName, secondsIn } from '../test-report/written.ts';

/** NUnit 3 (`test-run`) and NUnit 2 (`test-results`); also Pester and Unity, which write the same. */
export const nunit: Importer = {
  id: 'nunit',
  title: { zh: 'NUnit 测试结果', en: 'NUnit test results' },
  recognises: (_file, documents) => documents.kind === 'xml' && isNunit(documents.root),
  read: (file, documents) => ({ facts: documents.kind === 'xml' ? testReportFacts(reportOf(documents.root, file.path)) : [], diagnostics: [] }),
};

function isNunit(root: XmlElement): boolean {
  const holdsSuites = root.children.some(({ name }) => name === 'test-suite');
  return (root.name === 'test-run' || root.name === 'test-results') && (holdsSuites || wholeIn(root, 'total', 'testcasecount') !== null);
}

function reportOf(root: XmlElement, file: string): TestReport {
  const suites = root.children.filter(isSuite);
  const [only] = suites;
  const ofOnly = (name: string) => (suites.length === 1 && only !== undefined ? valueOf(only, name) : null);
  return {
    system: 'nunit', place: { file, lines: root.lines },
    name: baseName(valueOf(root, 'name') ?? ofOnly('name')),
    cases: casesIn(root, null),
    declared: wholeIn(root, 'testcasecount') ?? declaredBy2(root),
    seconds: secondsIn(root, 'duration') ?? (suites.length === 1 && only !== undefined ? secondsIn(only, 'time', 'duration') : null),
    at: instantOf(valueOf(root, 'start-time')) ?? dayAndTime(root),
    commit: null, repository: null, run: null,
  };
}

/** NUnit 2 leaves what did not run out of its total. */
function declaredBy2(root: XmlElement): number | null {
  const total = wholeIn(root, 'total');
  return total === null || root.name !== 'test-results' ? total : total + (wholeIn(root, 'not-run') ?? 0);
}

function dayAndTime(root: XmlElement): string | null {
  const day = valueOf(root, 'date');
  const time = valueOf(root, 'time');
  return instantOf(day !== null && time !== null ? `${day}T${time}` : day);
}

function isSuite({ name }: XmlElement): boolean {
  return name === 'test-suite';
}

/** The nearest suite that is a class of tests names the group. */
function casesIn(element: XmlElement, suite: string | null): readonly TestCase[] {
  return element.children.flatMap((child): readonly TestCase[] => {
    if (child.name === 'test-case') return [caseOf(child, suite)];
    if (isSuite(child)) return casesIn(child, valueOf(child, 'classname') ?? baseName(valueOf(child, 'fullname', 'name')) ?? suite);
    return child.name === 'results' ? casesIn(child, suite) : [];
  });
}

function caseOf(testCase: XmlElement, suite: string | null): TestCase {
  const name = valueOf(testCase, 'fullname', 'name') ?? '';
  return {
    group: valueOf(testCase, 'classname') ?? suite ?? '', name, outcome: outcomeOf(testCase), repeated: false,
    seconds: secondsIn(testCase, 'duration', 'time'), lines: testCase.lines,
  };
}

const outcomes: Readonly<Record<string, Outcome>> = {
  passed: 'passed', success: 'passed', warning: 'passed',
  failed: 'failed', failure: 'failed', error: 'error', cancelled: 'error', notrunnable: 'error', invalid: 'error',
  skipped: 'skipped', ignored: 'skipped', inconclusive: 'skipped',
};

/** `result` with its label (`Failed`, label `Error`); NUnit 2.4 says only whether a case was executed and succeeded. */
function outcomeOf(testCase: XmlElement): Outcome {
  const said = (name: string) => (valueOf(testCase, name) ?? '').toLowerCase();
  const stated = Object.hasOwn(outcomes, said('result')) ? outcomes[said('result')] : undefined;
  if (stated === 'failed' && /^(?:error|invalid|cancelled)$/.test(said('label'))) return 'error';
  if (stated !== undefined) return stated;
  if (said('executed') === 'false') return 'skipped';
  return said('success') === 'true' ? 'passed' : 'error';
}
