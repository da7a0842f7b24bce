import type { Documents } from '../documents.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, textAt } from '../spot.ts';
import { conditionFacts } from './deepchecks/conditions.ts';
import { driftFacts } from './deepchecks/drift.ts';
import { performanceFacts } from './deepchecks/performance.ts';

/** Deepchecks: the JSON of a suite or of a single check. */
export const deepchecks: Importer = {
  id: 'deepchecks',
  title: { zh: 'Deepchecks 检查结果', en: 'Deepchecks results' },
  recognises: (file, documents) => checksIn(file.path, documents) !== null,
  read: (file, documents) => {
    const found = checksIn(file.path, documents);
    if (found === null) return { facts: [], diagnostics: [] };
    return mostFacts(file.path, [...conditionFacts(found.root, found.checks), ...found.checks.flatMap(driftFacts), ...performanceFacts(found.root, found.checks)]);
  },
};

type Checks = { readonly root: Spot; readonly checks: readonly Spot[] };

function checksIn(path: string, documents: Documents): Checks | null {
  const root = onlyMapping(path, documents);
  if (root === null) return null;
  if (isCheck(root)) return { root, checks: [root] };
  const results = items(at(root, 'results'));
  const named = textAt(root, 'type') === 'SuiteResult' || results.length > 0;
  return named && Array.isArray(at(root, 'results').value) && textAt(root, 'name') !== null && results.every(isCheck) ? { root, checks: results } : null;
}

/** A check says what it is and has conditions, or broke; jsonpickle marks it with its type. */
function isCheck(one: Spot): boolean {
  if (!isMapping(at(one, 'check').value) || textAt(one, 'header') === null) return false;
  const typed = /^Check(?:Result|Failure)$/.test(textAt(one, 'type') ?? '');
  return typed || Array.isArray(at(one, 'conditions_results').value) || isGiven(at(one, 'exception')) || (isWritten(at(one, 'check', 'params')) && isWritten(at(one, 'check', 'name')));
}
