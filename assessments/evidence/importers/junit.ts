import type { Importer } from '../importer.ts';
import { type XmlElement, elementsNamed } from '../xml-document.ts';
import { valueOf, wholeIn } from '../xml-value.ts';
import { type Outcome, type TestCase, type TestReport, testReportFacts } from '../test-report/report.ts';
import { instantIn, originIn, secondsIn, sumOf } from '../test-report/written.ts';

/** JUnit XML of any writer: pytest, Surefire, Gradle, Jest, Mocha, Go, Bazel, GoogleTest …; also `suites` with `suite` and `case`. */
export const junit: Importer = {
  id: 'junit',
  title: { zh: 'JUnit 测试结果', en: 'JUnit test results' },
  recognises: (_file, documents) => documents.kind === 'xml' && isJunit(documents.root),
  read: (file, documents) => ({ facts: documents.kind === 'xml' ? testReportFacts(reportOf(documents.root, file.path)) : [], diagnostics: [] }),
};

function isJunit(root: XmlElement): boolean {
  if (root.name === 'suites') return root.children.some((suite) => suite.name === 'suite' && suite.children.some(({ name }) => name === 'case'));
  return root.name === 'testsuites' || root.name === 'testsuite';
}

function reportOf(root: XmlElement, file: string): TestReport {
  const outer = isSuite(root) ? [root] : root.children.filter(isSuite);
  const properties = elementsNamed(root, 'property').slice(0, 2_000).map((property) => [valueOf(property, 'name') ?? '', valueOf(property, 'value') ?? property.text] as const);
  const [only] = outer;
  return {
    system: 'junit', place: { file, lines: root.lines },
    name: valueOf(root, 'name') ?? (outer.length === 1 && only !== undefined ? valueOf(only, 'name') : null),
    cases: casesIn(root, '', classesNameGroups(root)),
    declared: declaredIn(root),
    seconds: secondsIn(root, 'time', 'duration') ?? sumOf(outer.map((suite) => secondsIn(suite, 'time', 'duration'))),
    at: instantIn(root, 'timestamp') ?? earliest(outer.map((suite) => instantIn(suite, 'timestamp'))),
    ...originIn(new Map(properties)),
  };
}

function isSuite({ name }: XmlElement): boolean {
  return name === 'testsuite' || name === 'suite';
}

function isCase({ name }: XmlElement): boolean {
  return name === 'testcase' || name === 'case';
}

/** What the outermost suites state; a suite that states nothing is as long as those inside it say. */
function declaredIn(suite: XmlElement): number | null {
  return wholeIn(suite, 'tests') ?? sumOf(suite.children.filter(isSuite).map(declaredIn));
}

function earliest(moments: readonly (string | null)[]): string | null {
  return moments.filter((moment) => moment !== null).reduce<string | null>((first, moment) => (first === null || moment < first ? moment : first), null);
}

/**
 * Whether classes group cases: in Java and Python they do; Jest and others write the whole title of each test there, and
 * then the suite is the group.
 */
function classesNameGroups(root: XmlElement): boolean {
  const cases = [...elementsNamed(root, 'testcase'), ...elementsNamed(root, 'case')];
  const classes = cases.map(classOf).filter((name) => name !== null);
  const titles = classes.filter((name) => /\s/.test(name));
  return titles.length * 2 < classes.length || new Set(classes).size * 2 <= cases.length;
}

function classOf(testCase: XmlElement): string | null {
  return valueOf(testCase, 'classname', 'class');
}

function casesIn(suite: XmlElement, outer: string, byClass: boolean): readonly TestCase[] {
  const name = isSuite(suite) ? valueOf(suite, 'name') ?? outer : outer;
  return suite.children.flatMap((child): readonly TestCase[] => {
    if (isCase(child)) return [caseOf(child, (byClass ? classOf(child) : null) ?? (name || valueOf(child, 'file') || ''))];
    return isSuite(child) ? casesIn(child, name, byClass) : [];
  });
}

function caseOf(testCase: XmlElement, group: string): TestCase {
  const has = (...names: readonly string[]) => testCase.children.some(({ name }) => names.includes(name));
  return {
    group, name: valueOf(testCase, 'name', 'id') ?? '', outcome: outcomeOf(testCase, has),
    repeated: has('flakyFailure', 'flakyError') && !has('failure', 'error'),
    seconds: secondsIn(testCase, 'time', 'duration'), lines: testCase.lines,
  };
}

const states: readonly (readonly [RegExp, Outcome])[] = [
  [/^(?:error|errored|broken)$/i, 'error'],
  [/^(?:fail|failed|failure|timeout)$/i, 'failed'],
  [/^(?:skip|skipped|disabled|ignored|notrun|suppressed|pending)$/i, 'skipped'],
];

/** What stands inside a case counts before its attributes; an error in teardown counts before a failure, and that before a skip. */
function outcomeOf(testCase: XmlElement, has: (...names: readonly string[]) => boolean): Outcome {
  if (has('error')) return 'error';
  if (has('failure')) return 'failed';
  if (has('skipped', 'disabled', 'ignored')) return 'skipped';
  const stated = [valueOf(testCase, 'status'), valueOf(testCase, 'result')].filter((state) => state !== null);
  return states.find(([pattern]) => stated.some((state) => pattern.test(state)))?.[1] ?? 'passed';
}
