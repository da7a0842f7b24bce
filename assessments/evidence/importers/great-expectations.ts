import type { Documents } from '../documents.ts';
import type { Importer } from '../importer.ts';
import { type Spot, isMapping, rootSpots } from '../spot.ts';
import { checkpointReading, isCheckpoint, isValidationDefinition, validationDefinitionFacts } from './great-expectations/checkpoints.ts';
import { isProject, projectReading } from './great-expectations/project.ts';
import { isResult, isRunResult, resultFacts, runResultFacts } from './great-expectations/results.ts';
import { isSuite, suiteFacts } from './great-expectations/suites.ts';

/** Great Expectations, all versions: validation results, suites, checkpoints, validation definitions and the project file. */
export const greatExpectations: Importer = {
  id: 'great-expectations',
  title: { zh: 'Great Expectations 数据校验', en: 'Great Expectations data validation' },
  recognises: (file, documents) => kindOf(onlyRoot(file.path, documents)) !== null,
  read: (file, documents) => {
    const root = onlyRoot(file.path, documents);
    switch (kindOf(root)) {
      case 'result': return { facts: resultFacts(root), diagnostics: [] };
      case 'run-result': return { facts: runResultFacts(root), diagnostics: [] };
      case 'suite': return { facts: suiteFacts(root), diagnostics: [] };
      case 'checkpoint': return checkpointReading(root);
      case 'validation-definition': return { facts: validationDefinitionFacts(root), diagnostics: [] };
      case 'project': return projectReading(root);
      case null: return { facts: [], diagnostics: [] };
    }
  },
};

type Kind = 'result' | 'run-result' | 'suite' | 'checkpoint' | 'validation-definition' | 'project';

const kinds: readonly (readonly [Kind, (root: Spot) => boolean])[] = [
  ['run-result', isRunResult],
  ['result', isResult],
  ['suite', isSuite],
  ['checkpoint', isCheckpoint],
  ['validation-definition', isValidationDefinition],
  ['project', isProject],
];

function kindOf(root: Spot): Kind | null {
  return isMapping(root.value) ? kinds.find(([, is]) => is(root))?.[0] ?? null : null;
}

/** The one document of the file; a spot without a mapping where there are none or several. */
function onlyRoot(path: string, documents: Documents): Spot {
  const roots = rootSpots(path, documents).filter(({ value }) => value !== null && value !== undefined);
  const [root] = roots;
  return root !== undefined && roots.length === 1 ? root : { file: path, pointer: '', value: undefined, embedded: false };
}
