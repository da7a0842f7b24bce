import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import type { StepKind } from '../../pipeline-step/kinds.ts';
import { type Spot, at, isGiven, items, placeOf, saysTrue, settingAt, textAt, textsAt, wholeAt } from '../../spot.ts';
import { unstatedEnvironment, unstatedStep } from '../../unstated-delivery.ts';

/** `{"Version": "2020-12-01", "Steps": [{"Name", "Type", "Arguments"}]}`. */
export function isDefinition(root: Spot): boolean {
  const steps = items(at(root, 'Steps'));
  return /^20[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(textAt(root, 'Version') ?? '') && Array.isArray(at(root, 'Steps').value) && Array.isArray(at(root, 'Parameters').value) && steps.every((step) => textAt(step, 'Name') !== null && textAt(step, 'Type') !== null);
}

/** The pipeline, its steps (also those of conditions), the images they run in and the machines they ask for. */
export function definitionFacts(root: Spot): readonly Fact[] {
  const pipeline = textAt(root, 'PipelineExperimentConfig', 'ExperimentName') ?? root.file;
  const steps = allSteps(items(at(root, 'Steps')), null);
  const definition: FactOf<'pipeline.definition'> = { type: 'pipeline.definition', place: placeOf(root), also: [], system: 'sagemaker', name: pipeline, jobs: steps.length, reusable: false, permissions: false, concurrency: false };
  return [definition, ...steps.flatMap(({ step, condition }) => [stepFact(step, pipeline, condition), ...imageFacts(step), ...machineFacts(step)])];
}

type Placed = { readonly step: Spot; readonly condition: string | null };

/** A condition runs one list of steps or the other. */
function allSteps(steps: readonly Spot[], condition: string | null, depth = 0): readonly Placed[] {
  return steps.flatMap((step) => {
    const written = settingAt(step, 'Arguments', 'Conditions');
    const inner = depth > 5 ? [] : (['IfSteps', 'ElseSteps'] as const).flatMap((branch) => allSteps(items(at(step, 'Arguments', branch)), `${branch === 'IfSteps' ? '' : 'not '}${textAt(step, 'Name') ?? ''}: ${(written ?? '').slice(0, 400)}`.toWellFormed(), depth + 1));
    return [{ step, condition }, ...inner];
  });
}

const kinds: Readonly<Record<string, StepKind>> = { Training: 'train', Tuning: 'train', AutoML: 'train', RegisterModel: 'register', Model: 'register', QualityCheck: 'validate', ClarifyCheck: 'validate', Condition: 'validate' };

/** A step by its type; processing, functions and callbacks do whatever they are called. A model that waits for a person's approval is said so. */
function stepFact(step: Spot, pipeline: string, condition: string | null): FactOf<'pipeline.step'> {
  const [name, type] = [textAt(step, 'Name') ?? '', textAt(step, 'Type') ?? ''];
  const approval = textAt(step, 'Arguments', 'ModelApprovalStatus');
  const image = imageOf(step).map((spot) => textAt(spot))[0] ?? null;
  return {
    type: 'pipeline.step', place: placeOf(step), ...unstatedStep, pipeline, job: name, name, kind: Object.hasOwn(kinds, type) ? kinds[type] ?? 'other' : kindByNames([name]), uses: image ?? type,
    pinned: image !== null && imageReference(image).digest !== null, gating: !skipsCheck(step),
    conditional: condition ?? (approval === null ? null : `ModelApprovalStatus ${approval}`), needs: needsOf(step),
  };
}

/** A check that is skipped passes whatever it would find. */
function skipsCheck(step: Spot): boolean {
  return saysTrue(step, 'SkipCheck') || saysTrue(step, 'Arguments', 'SkipCheck');
}

/** Named, or by what it takes: `{"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}`. */
function needsOf(step: Spot): readonly string[] {
  const arguments_ = (settingAt(step, 'Arguments') ?? '').slice(0, 200_000);
  const own = textAt(step, 'Type') === 'Condition' ? settingAt(step, 'Arguments', 'Conditions') ?? '' : arguments_;
  return [...new Set([...textsAt(step, 'DependsOn'), ...[...own.matchAll(/"(?:Get|Path)":"Steps\.([\w-]+)\./g)].map(([, name]) => name ?? '')])].filter((name) => name !== '');
}

function imageOf(step: Spot): readonly Spot[] {
  const given = [at(step, 'Arguments', 'AlgorithmSpecification', 'TrainingImage'), at(step, 'Arguments', 'AppSpecification', 'ImageUri'), at(step, 'Arguments', 'PrimaryContainer', 'Image')];
  return given.filter((spot) => textAt(spot) !== null);
}

function imageFacts(step: Spot): readonly FactOf<'image.digest'>[] {
  return imageOf(step).map((spot) => {
    const { image, tag, digest, moving } = imageReference(textAt(spot) ?? '');
    return { type: 'image.digest', place: placeOf(spot), also: [], release: null, image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role: 'pipeline', stage: textAt(step, 'Name') };
  });
}

function machineFacts(step: Spot): readonly FactOf<'environment.definition'>[] {
  const spot = [at(step, 'Arguments', 'ResourceConfig'), at(step, 'Arguments', 'ProcessingResources', 'ClusterConfig'), at(step, 'Arguments', 'TransformResources')].find((one) => isGiven(one));
  const hardware = spot === undefined ? null : textAt(spot, 'InstanceType');
  // A parameter of the pipeline stands in its place: which machine that is, only a run says.
  return spot === undefined || hardware === null ? [] : [{ type: 'environment.definition', place: placeOf(spot), ...unstatedEnvironment, name: textAt(step, 'Name') ?? '', kind: 'compute', system: 'sagemaker', nodes: wholeAt(spot, 'InstanceCount'), hardware }];
}
