import { diagnostic } from '../../diagnostics.ts';
import type { Fact } from '../../facts.ts';
import type { Fragment, Json } from '../../fragment.ts';
import type { Reading } from '../../importer.ts';
import { type Spot, at, isMapping, isWritten, members, placeOf, textsAt } from '../../spot.ts';
import { isParameterPath, recordedParameterFact } from '../../training/parameter-file.ts';
import { type HashedEntry, edgeFacts, hashedEntries, snapshotFact } from './entries.ts';
import { kindOfPath } from './paths.ts';

/** Stages with a schema, or without one under the name (before 2.0). */
export function isLock(root: Spot): boolean {
  const named = /(?:^|\/)dvc\.lock$/.test(root.file);
  const schema = isWritten(at(root, 'schema')) && isMapping(at(root, 'stages').value);
  return schema ? named || stagesIn(root).some(([, stage]) => isWritten(at(stage, 'cmd'))) : named && stagesIn(root).length > 0;
}

function stagesIn(root: Spot): readonly (readonly [string, Spot])[] {
  const stages = isMapping(at(root, 'stages').value) ? at(root, 'stages') : root;
  return members(stages).filter(([, stage]) => isMapping(stage.value));
}

type Recorded = { readonly name: string; readonly spot: Spot; readonly deps: readonly HashedEntry[]; readonly outs: readonly HashedEntry[] };

/** The states of all files a run read or wrote, and what was made from what; the runs follow once dvc.yaml is known. */
export function lockReading(root: Spot): Reading {
  const stages = stagesIn(root).map(([name, spot]): Recorded => ({ name, spot, deps: hashedEntries(at(spot, 'deps'), null), outs: hashedEntries(at(spot, 'outs'), null) }));
  const edges = edgeFacts(stages.map(({ name, deps, outs }) => ({ stage: name, recorded: true, from: deps, to: outs })));
  return {
    facts: [...stages.flatMap(writtenSnapshots), ...rawSnapshots(stages), ...edges.facts, ...stages.flatMap(readParameters)],
    fragments: stages.map(fragmentOf),
    diagnostics: edges.left > 0 ? [diagnostic('partial', root.file, { detail: `deps × outs: +${edges.left}` })]
      : stages.length === 0 ? [diagnostic('empty', root.file, { detail: 'stages: {}' })] : [],
  };
}

function writtenSnapshots({ name, outs }: Recorded): readonly Fact[] {
  return outs.map((out) => snapshotFact(out, { stage: name, sources: [], frozen: false }));
}

/** What stages read and none of them wrote: the data the pipeline begins with; each state once, code not at all. */
function rawSnapshots(stages: readonly Recorded[]): readonly Fact[] {
  const written = new Set(stages.flatMap(({ outs }) => outs.map(({ path }) => path)));
  const states = new Map<string, HashedEntry>();
  for (const dep of stages.flatMap(({ deps }) => deps)) {
    const key = `${dep.path}\n${dep.digest ?? ''}`;
    const isData = kindOfPath(dep.path) !== 'code' && kindOfPath(dep.path) !== 'other';
    if (isData && !written.has(dep.path) && !states.has(key)) states.set(key, dep);
  }
  return [...states.values()].map((dep) => snapshotFact(dep, { stage: null, sources: [], frozen: false }));
}

/** Files of settings among what a stage read. */
function readParameters({ name, deps }: Recorded): readonly Fact[] {
  return deps.filter(({ path, digest }) => digest !== null && isParameterPath(path)).map(({ spot, path, digest }) => recordedParameterFact(placeOf(spot), path, name, digest));
}

function fragmentOf({ name, spot, deps, outs }: Recorded): Fragment {
  const value: Json = {
    lock: spot.file, stage: name, command: textsAt(spot, 'cmd').join('\n'),
    deps: deps.map(({ path }) => path), outs: outs.map(({ path, digest }) => ({ path, digest })),
    params: members(at(spot, 'params')).flatMap(([file, values]) => members(values).map(([param]) => (file === 'params.yaml' ? param : `${file}:${param}`))),
  };
  return { set: 'dvc', key: '', part: 'run', name: `${spot.file}\n${name}`, value, place: placeOf(spot) };
}
