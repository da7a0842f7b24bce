import { diagnostic } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import type { FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { instantOf } from '../instant.ts';
import { onlyMapping } from '../only-mapping.ts';
import { numberedPeople } from '../people.ts';
import { type Spot, at, isWritten, placeOf, textAt, textsAt } from '../spot.ts';
import { unstatedRun } from '../unstated-run.ts';

/** Metaflow: what its local metadata keeps of a run or a task (`_self.json`). How it ended is not in it. */
export const metaflow: Importer = {
  id: 'metaflow',
  title: { zh: 'Metaflow 运行元数据', en: 'Metaflow run metadata' },
  recognises: (file, documents) => recordIn(file.path, documents) !== null,
  read: (file, documents) => {
    const root = recordIn(file.path, documents);
    if (root === null) return { facts: [], diagnostics: [] };
    const run = runIn(root);
    return run === null ? { facts: [], diagnostics: [diagnostic('unrecognised', file.path, { detail: textAt(root, 'flow_id') ?? '' })] } : { facts: [runFact(root, run)], diagnostics: [] };
  },
};

function recordIn(path: string, documents: Documents): Spot | null {
  const root = documents.kind === 'json' ? onlyMapping(path, documents) : null;
  return root !== null && textAt(root, 'flow_id') !== null && textAt(root, 'ts_epoch') !== null && Array.isArray(at(root, 'system_tags').value) && isWritten(at(root, 'user_name')) ? root : null;
}

/** The record of a flow or of a step belongs to no single run or task. */
function runIn(root: Spot): string | null {
  const run = textAt(root, 'run_id') ?? textAt(root, 'run_number');
  return run === null || (textAt(root, 'step_name') !== null && textAt(root, 'task_id') === null) ? null : run;
}

function runFact(root: Spot, run: string): FactOf<'pipeline.run'> {
  const [flow, task] = [textAt(root, 'flow_id') ?? '', textAt(root, 'task_id')];
  const system = textsAt(root, 'system_tags');
  const runtime = system.find((tag) => tag.startsWith('runtime:'))?.slice('runtime:'.length) ?? null;
  return {
    type: 'pipeline.run', place: placeOf(root), also: [], ...unstatedRun, run: task === null ? `${flow}/${run}` : `${flow}/${run}/${task}`, system: 'metaflow', pipeline: flow, job: textAt(root, 'step_name'), parentRun: task === null ? null : `${flow}/${run}`,
    trigger: runtime, user: numberedPeople()(textAt(root, 'user_name')), startedAt: instantOf(textAt(root, 'ts_epoch')),
  };
}
