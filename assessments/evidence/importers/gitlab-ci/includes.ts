import type { FactOf } from '../../facts.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import type { StepKind } from '../../pipeline-step/kinds.ts';
import { isPinned } from '../../pipeline-step/naming.ts';
import { type Spot, at, oneOrMany, placeOf, textAt, textsAt } from '../../spot.ts';

type Step = FactOf<'pipeline.step'>;

/** Templates of the platform by what their jobs do; those of the first kind let the pipeline go on when they find something. */
const scanners = /sast|secret[-_]detection|dependency[-_]scanning|container[-_]scanning|dast|licen[cs]e[-_]scanning|api[-_]fuzzing|coverage[-_]fuzzing/i;

/** Each file, template or component the pipeline takes in, as a step of the job `include`: what it does is known by its name only. */
export function includeFacts(root: Spot, pipeline: string): readonly Step[] {
  return oneOrMany(at(root, 'include')).flatMap((entry) => {
    const uses = includedName(entry);
    if (uses === null) return [];
    return [{
      type: 'pipeline.step', place: placeOf(entry), also: [], pipeline, job: 'include',
      name: uses, kind: kindOf(uses), uses, pinned: isPinned(uses),
      command: null, gating: !scanners.test(uses), conditional: textAt(entry, 'rules', '0', 'if'),
      environment: null, needs: [], matrix: [],
    }];
  });
}

/** `project:file@ref` for a file of another project; otherwise as written. */
function includedName(entry: Spot): string | null {
  const project = textAt(entry, 'project');
  if (project === null) return textAt(entry) ?? ['local', 'template', 'component', 'remote', 'artifact'].map((key) => textAt(entry, key)).find((text) => text !== null) ?? null;
  const ref = textAt(entry, 'ref');
  return `${project}:${textsAt(entry, 'file').join(',')}${ref === null ? '' : `@${ref}`}`;
}

function kindOf(uses: string): StepKind {
  if (scanners.test(uses)) return 'scan';
  if (/code[-_]quality/i.test(uses)) return 'lint';
  return kindByNames([(/([^/@]+?)(?:\.gitlab-ci)?(?:\.ya?ml)?(?:@[^@]*)?$/.exec(uses.slice(-300))?.[1] ?? uses)]);
}
