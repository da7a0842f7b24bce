import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['Cobertura without rates', '<coverage><packages/></coverage>', 'cobertura'],
  ['Clover', '<coverage generated="1"><project><metrics statements="3"/></project></coverage>', null],
  ['JaCoCo', '<report name="r"><counter type="LINE" missed="1" covered="2"/></report>', 'jacoco'],
  ['a report of something else', '<report><counter name="x"/></report>', null],
  ['a bare suite', '<testsuite tests="0"/>', 'junit'],
  ['suites of another tool', '<suites><suite name="a"/></suites>', null],
  ['assemblies of .NET configuration', '<assemblies><assembly name="a"/></assemblies>', null],
  ['a bill of materials of another kind', '<bom xmlns="http://example.com/bom"/>', null],
] as const)('%s', (_, text, importer) => {
  expect(readEvidence(sourceFile('report.xml', `<?xml version="1.0"?>${text}`)).importer).toBe(importer);
});

it('an entity of its own makes a report malformed, and nothing is fetched', () => {
  const text = '<?xml version="1.0"?><!DOCTYPE testsuite [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite name="&x;"/>';

  expect(readEvidence(sourceFile('report.xml', text))).toMatchObject({ importer: null, facts: [], diagnostics: [{ kind: 'malformed' }] });
});
