import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['an empty list named after pylint is a clean run', 'reports/pylint/2024.json', '[]\n', 'lint-list'],
  ['an empty list of another name says nothing', 'reports/2024.json', '[]\n', null],
  ['an empty mapping named after flake8 is a clean run', 'flake8.json', '{}', 'lint-list'],
  ['a list of messages of another tool', 'pylint.json', '[{"type": "error", "message": "x"}]', null],
] as const)('%s', (_, path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});
