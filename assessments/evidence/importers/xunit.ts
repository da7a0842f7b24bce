import { instantOf } from '../instant.ts';
import type { Importer } from '../importer.ts';
import type { XmlElement } from '../xml-document.ts';
import { valueOf, wholeIn } from '../xml-value.ts';
import { type Outcome, type TestCase, type TestReport, testReportFacts } from '../test-report/report.ts';
import { baseName, secondsIn, sumOf } from '../test-report/written.ts';

/** xUnit.net: `assemblies` with `assembly`, `collection` and `test` (version 2 and 3), or one `assembly` with `class` (version 1). */
export const xunit: Importer = {
  id: 'xunit',
  title: { zh: 'xUnit.net 测试结果', en: 'xUnit.net test results' },
  recognises: (_file, documents) => documents.kind === 'xml' && assembliesIn(documents.root).length > 0,
  read: (file, documents) => ({ facts: documents.kind === 'xml' ? testReportFacts(reportOf(documents.root, file.path)) : [], diagnostics: [] }),
};

function assembliesIn(root: XmlElement): readonly XmlElement[] {
  const assemblies = root.name === 'assembly' ? [root] : root.name === 'assemblies' ? root.children.filter(({ name }) => name === 'assembly') : [];
  return assemblies.filter((assembly) => valueOf(assembly, 'test-framework', 'total') !== null || assembly.children.some(({ name }) => name === 'collection'));
}

function reportOf(root: XmlElement, file: string): TestReport {
  const assemblies = assembliesIn(root);
  const [only] = assemblies;
  return {
    system: 'xunit', place: { file, lines: root.lines },
    name: assemblies.length === 1 && only !== undefined ? baseName(valueOf(only, 'name')) : null,
    cases: assemblies.flatMap(casesOf),
    declared: sumOf(assemblies.map((assembly) => wholeIn(assembly, 'total'))),
    seconds: sumOf(assemblies.map((assembly) => secondsIn(assembly, 'time'))),
    at: only === undefined ? null : startOf(only),
    commit: null, repository: null, run: null,
  };
}

function startOf(assembly: XmlElement): string | null {
  const [day, time] = [valueOf(assembly, 'run-date'), valueOf(assembly, 'run-time')];
  return instantOf(valueOf(assembly, 'start-rtf')) ?? instantOf(day !== null && time !== null ? `${day}T${time}` : day);
}

/** Tests, and errors outside of tests (clean-up, fixtures) as cases that broke. */
function casesOf(assembly: XmlElement): readonly TestCase[] {
  return assembly.children.flatMap((part): readonly TestCase[] => {
    if (part.name === 'collection' || part.name === 'class') return part.children.filter(({ name }) => name === 'test').map((test) => caseOf(test, valueOf(part, 'name') ?? ''));
    return [];
  });
}

function caseOf(test: XmlElement, collection: string): TestCase {
  return {
    group: valueOf(test, 'type') ?? collection, name: valueOf(test, 'name') ?? '', outcome: outcomeOf(valueOf(test, 'result')), repeated: false,
    seconds: secondsIn(test, 'time'), lines: test.lines,
  };
}

function outcomeOf(written: string | null): Outcome {
  switch (written?.toLowerCase()) {
    case 'pass': return 'passed';
    case 'fail': return 'failed';
    case 'skip': case 'notrun': return 'skipped';
    default: return 'error';
  }
}
