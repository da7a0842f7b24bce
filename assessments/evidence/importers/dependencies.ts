import { diagnostic } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import type { SourceFile } from '../file.ts';
import type { Importer, Reading } from '../importer.ts';
import { isMapping, placeOf, rootSpots } from '../spot.ts';
import { linesOf } from '../text-lines.ts';
import { environmentFacts } from './dependencies/environments.ts';
import { npmLock } from './dependencies/npm-lock.ts';
import { lockFact } from './dependencies/package-list.ts';
import { pipenvLock, tomlLock } from './dependencies/python-locks.ts';
import { explicitConda, requirementsIn } from './dependencies/requirements.ts';

/** What software something needs, and how firmly: requirements files, conda and MLflow environments, lock files of Poetry, uv, PDM, Pipenv and npm. */
export const dependencies: Importer = {
  id: 'dependencies',
  title: { zh: '依赖清单与锁定文件', en: 'Dependency lists and lock files' },
  recognises: (file, documents) => readingOf(file, documents) !== null,
  read: (file, documents) => readingOf(file, documents) ?? { facts: [], diagnostics: [] },
};

function readingOf(file: SourceFile, documents: Documents): Reading | null {
  switch (documents.kind) {
    case 'none': return textReading(file);
    case 'yaml': case 'json': case 'toml': return documentReading(file, documents);
    default: return null;
  }
}

function textReading({ path, text }: SourceFile): Reading | null {
  if (text === null) return null;
  const explicit = explicitConda(text);
  if (explicit !== null) return { facts: [lockFact(explicit, { file: path, lines: [1, linesOf(text).length] })], diagnostics: [] };
  const requirements = requirementsIn(path, text);
  if (requirements === null) return null;
  const [strange] = requirements.strange;
  return {
    facts: [lockFact(requirements.list, { file: path, lines: [1, requirements.lines] })],
    diagnostics: strange === undefined ? [] : [diagnostic('partial', path, { line: strange, detail: `pip (${requirements.strange.length})` })],
  };
}

function documentReading(file: SourceFile, documents: Documents): Reading | null {
  const roots = rootSpots(file.path, documents).filter(({ value }) => value !== null);
  const [root] = roots;
  if (root === undefined || roots.length !== 1 || !isMapping(root.value)) return null;
  if (documents.kind === 'yaml') {
    const facts = environmentFacts(root);
    return facts === null ? null : { facts, diagnostics: [] };
  }
  const list = documents.kind === 'toml' ? tomlLock(root) : pipenvLock(root) ?? npmLock(root);
  return list === null ? null : { facts: [lockFact(list, placeOf(root))], diagnostics: [] };
}
