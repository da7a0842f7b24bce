import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import { stepWork } from '../../pipeline-step/kinds.ts';
import { cut } from '../../pipeline-step/naming.ts';
import { type Spot, at, placeOf, textAt, textsAt } from '../../spot.ts';
import { unstatedStep } from '../../unstated-delivery.ts';

/** A component file: an implementation by a container. */
export function isComponent(root: Spot): boolean {
  return textAt(root, 'implementation', 'container', 'image') !== null;
}

/** A component is a piece that pipelines reuse. */
export function componentFacts(root: Spot): readonly Fact[] {
  const name = textAt(root, 'name') ?? root.file;
  const container = at(root, 'implementation', 'container');
  return [
    { type: 'pipeline.definition', place: placeOf(root), also: [], system: 'kubeflow', name, jobs: 1, reusable: true, permissions: false, concurrency: false },
    containerStep(container, { pipeline: name, job: name, name }), ...imageFacts(at(container, 'image'), name),
  ];
}

type Names = { readonly pipeline: string; readonly job: string; readonly name: string };

/** A step that runs a container; generated launch code says nothing, so the name tells. */
export function containerStep(container: Spot, names: Names): FactOf<'pipeline.step'> {
  const image = textAt(container, 'image');
  const words = [...textsAt(container, 'command'), ...textsAt(container, 'args')].join(' ');
  const command = words === '' ? null : words;
  const work = generated(command) ? 'other' : stepWork(null, command, null).kind;
  return {
    type: 'pipeline.step', place: placeOf(container), ...unstatedStep, ...names, kind: work === 'other' || work === 'setup' ? kindByNames([names.name]) : work,
    uses: image, pinned: image !== null && imageReference(image).digest !== null, command: command === null ? null : cut(command, 500),
  };
}

/** What the compiler writes around a function of Python. */
function generated(command: string | null): boolean {
  return command !== null && /kfp\.(?:dsl\.executor_main|components\.executor_main)|_KFP_RUNTIME|kubeflow_v2_run_executor/.test(command.slice(0, 20_000));
}

export function imageFacts(spot: Spot, stage: string): readonly FactOf<'image.digest'>[] {
  const written = textAt(spot);
  if (written === null || written === '' || written.includes('{{')) return [];
  const { image, tag, digest, moving } = imageReference(written);
  return [{ type: 'image.digest', place: placeOf(spot), also: [], release: null, image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role: 'pipeline', stage }];
}
