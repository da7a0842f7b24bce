import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { stepWork } from '../../pipeline-step/kinds.ts';
import { cut } from '../../pipeline-step/naming.ts';
import { stopsOnFailure } from '../../pipeline-step/outcome.ts';
import { type Spot, at, isGiven, isMapping, members, placeOf, textAt } from '../../spot.ts';

/** MLproject: entry points with commands, under its name or beside one of the keys that name an environment. */
export function isProject(root: Spot): boolean {
  const named = /(?:^|\/)MLproject(?:\.ya?ml)?$/i.test(root.file);
  const entries = members(at(root, 'entry_points'));
  const environment = ['conda_env', 'python_env', 'docker_env', 'databricks_spark_job_spec'].some((key) => isGiven(at(root, key)));
  if (entries.length > 0) return entries.every(([, entry]) => isMapping(entry.value) && textAt(entry, 'command') !== null) && (named || textAt(root, 'name') !== null);
  return named && (environment || textAt(root, 'name') !== null);
}

export function projectFacts(root: Spot): readonly Fact[] {
  const name = textAt(root, 'name') ?? root.file;
  const entries = members(at(root, 'entry_points'));
  const definition: FactOf<'pipeline.definition'> = {
    type: 'pipeline.definition', place: placeOf(root), also: [], system: 'mlproject', name, jobs: entries.length, reusable: false, permissions: false, concurrency: false,
  };
  return [definition, ...entries.map(([entry, spot]) => stepFact(name, entry, spot)), ...environmentFacts(root, name)];
}

function stepFact(pipeline: string, entry: string, spot: Spot): Fact {
  const command = textAt(spot, 'command');
  const work = stepWork(null, command, entry.replaceAll(/[_-]+/g, ' '));
  return {
    type: 'pipeline.step', place: placeOf(spot), also: [], pipeline, job: entry, name: entry, kind: work.kind, uses: null, pinned: false,
    command: command === null ? null : cut(command, 500), gating: stopsOnFailure(work.lines, command), conditional: null, environment: null, needs: [], matrix: [],
  };
}

/** The environment a project asks for; what is in it stands in the file it names. */
function environmentFacts(root: Spot, project: string): readonly Fact[] {
  const image = textAt(root, 'docker_env', 'image');
  const file = textAt(root, 'conda_env') ?? textAt(root, 'python_env');
  const definition = (spot: Spot, kind: 'container' | 'python', more: Partial<FactOf<'environment.definition'>>): FactOf<'environment.definition'> => ({
    type: 'environment.definition', place: placeOf(spot), also: [], image: null, imageDigest: null, name: project, kind, system: 'mlproject', stage: 'unstated', runtimeVersion: null,
    pinned: false, packages: 0, unpinned: 0, stages: null, unprivileged: false, healthChecked: false,
    cpus: null, memoryBytes: null, gpus: null, nodes: null, hardware: null, autoscaled: false, protected: false, location: null, ...more,
  });
  if (image !== null) {
    const { image: bare, tag, digest, moving } = imageReference(image);
    const spot = at(root, 'docker_env', 'image');
    return [
      definition(spot, 'container', { image: bare, imageDigest: digest, pinned: digest !== null }),
      { type: 'image.digest', place: placeOf(spot), also: [], release: null, image: bare, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role: 'pipeline', stage: null },
    ];
  }
  return file === null ? [] : [definition(at(root, textAt(root, 'conda_env') === null ? 'python_env' : 'conda_env'), 'python', { location: file })];
}
