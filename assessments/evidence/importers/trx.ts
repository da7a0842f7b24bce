import { instantOf, secondsBetween } from '../instant.ts';
import type { Importer } from '../importer.ts';
import { type XmlElement, elementsNamed } from '../xml-document.ts';
import { valueOf, wholeIn } from '../xml-value.ts';
import { type Outcome, type TestCase, type TestReport, testReportFacts } from '../test-report/report.ts';
import { secondsIn } from '../test-report/written.ts';

/** TRX, the results of `dotnet test` and Visual Studio. */
export const trx: Importer = {
  id: 'trx',
  title: { zh: 'TRX 测试结果（.NET）', en: 'TRX test results (.NET)' },
  recognises: (_file, documents) => documents.kind === 'xml' && isTrx(documents.root),
  read: (file, documents) => ({ facts: documents.kind === 'xml' ? testReportFacts(reportOf(documents.root, file.path)) : [], diagnostics: [] }),
};

function isTrx({ name, namespace, children }: XmlElement): boolean {
  return name === 'TestRun' && (namespace.startsWith('http://microsoft.com/schemas/VisualStudio/TeamTest/') || children.some((child) => child.name === 'Results' || child.name === 'ResultSummary'));
}

function reportOf(root: XmlElement, file: string): TestReport {
  const classes = classesById(root);
  const results = root.children.filter(({ name }) => name === 'Results').flatMap(({ children }) => children);
  const [times] = elementsNamed(root, 'Times');
  const [counters] = elementsNamed(root, 'Counters');
  const start = times === undefined ? null : instantOf(valueOf(times, 'start', 'creation'));
  return {
    system: 'trx', place: { file, lines: root.lines }, name: null,
    cases: results.flatMap((result) => casesOf(result, classes)),
    // Some versions count a test with rows of data once there, some count its rows.
    declared: counters === undefined || elementsNamed(root, 'InnerResults').length > 0 ? null : wholeIn(counters, 'total'),
    seconds: times === undefined ? null : secondsBetween(start, instantOf(valueOf(times, 'finish'))),
    at: start, commit: null, repository: null, run: null,
  };
}

/** The class of each test, without the assembly behind it. */
function classesById(root: XmlElement): ReadonlyMap<string, string> {
  const definitions = root.children.filter(({ name }) => name === 'TestDefinitions').flatMap(({ children }) => children);
  return new Map(definitions.flatMap((definition): readonly (readonly [string, string])[] => {
    const id = valueOf(definition, 'id');
    const method = definition.children.find(({ name }) => name === 'TestMethod');
    const named = method === undefined ? null : valueOf(method, 'className');
    return id === null || named === null ? [] : [[id, named.split(',')[0] ?? named]];
  }));
}

/** A test that was run once for each row of data counts once for each row. */
function casesOf(result: XmlElement, classes: ReadonlyMap<string, string>): readonly TestCase[] {
  if (!result.name.endsWith('Result') && result.name !== 'TestResultAggregation') return [];
  const inner = result.children.filter(({ name }) => name === 'InnerResults').flatMap(({ children }) => children).flatMap((child) => casesOf(child, classes));
  if (inner.length > 0) return inner;
  const name = valueOf(result, 'testName') ?? '';
  return [{
    group: classes.get(valueOf(result, 'testId') ?? '') ?? classIn(name), name,
    outcome: outcomeOf(valueOf(result, 'outcome')), repeated: false,
    seconds: secondsIn(result, 'duration'), lines: result.lines,
  }];
}

/** `Shop.CartTests.Adds(count: 1)` stands in `Shop.CartTests`. */
function classIn(testName: string): string {
  const plain = testName.split('(')[0] ?? '';
  return /\s/.test(plain) ? '' : plain.slice(0, Math.max(0, plain.lastIndexOf('.')));
}

const outcomes: Readonly<Record<string, Outcome>> = {
  Passed: 'passed', PassedButRunAborted: 'passed', Warning: 'passed', Completed: 'passed',
  Failed: 'failed', Timeout: 'failed',
  NotExecuted: 'skipped', Inconclusive: 'skipped', NotRunnable: 'skipped', Pending: 'skipped', InProgress: 'skipped', Disconnected: 'skipped',
};

/** An outcome that is missing or unknown is no pass: the test broke. */
function outcomeOf(written: string | null): Outcome {
  return written !== null && Object.hasOwn(outcomes, written) ? outcomes[written] ?? 'error' : 'error';
}
