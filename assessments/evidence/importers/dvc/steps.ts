import type { FactOf } from '../../facts.ts';
import { type StepWork, stepWork } from '../../pipeline-step/kinds.ts';
import { cut } from '../../pipeline-step/naming.ts';
import { stopsOnFailure } from '../../pipeline-step/outcome.ts';
import { placeOf } from '../../spot.ts';
import type { Stage } from './definition.ts';

/** Stages as steps of their pipeline; each needs those that write what it reads. */
export function stepFacts(stages: readonly Stage[]): readonly FactOf<'pipeline.step'>[] {
  const writersOf = writersIn(stages);
  return stages.map((stage) => {
    const work = workOf(stage);
    return {
      type: 'pipeline.step', place: placeOf(stage.spot), also: [],
      pipeline: stage.spot.file, job: stage.name, name: stage.name,
      kind: work.kind, uses: null, pinned: false,
      command: stage.command === null ? null : cut(stage.command, 500),
      gating: stopsOnFailure(work.lines, stage.command),
      conditional: stage.frozen ? 'frozen' : null,
      environment: null, needs: writersOf(stage), matrix: stage.axes,
    };
  });
}

function workOf({ name, command }: Stage): StepWork {
  return stepWork(null, command, name.replaceAll(/[_-]+/g, ' '));
}

const mostNeeds = 200;

/** Looks up the stages that write a path a stage reads, or a folder above or below it. */
function writersIn(stages: readonly Stage[]): (stage: Stage) => readonly string[] {
  const exactly = new Map<string, Set<string>>();
  const below = new Map<string, Set<string>>();
  for (const { name, outs } of stages) {
    for (const out of outs) {
      added(exactly, out, name);
      for (const folder of withFoldersAbove(out)) added(below, folder, name);
    }
  }
  return ({ name, deps }) => {
    const writers = new Set(deps.flatMap((dep) => [...(below.get(dep) ?? []), ...withFoldersAbove(dep).flatMap((folder) => [...(exactly.get(folder) ?? [])])].slice(0, mostNeeds)));
    writers.delete(name);
    return [...writers].slice(0, mostNeeds);
  };
}

function added(names: Map<string, Set<string>>, path: string, name: string): void {
  const known = names.get(path) ?? new Set<string>();
  if (known.size < mostNeeds) names.set(path, known.add(name));
}

function withFoldersAbove(path: string): readonly string[] {
  const segments = path.split('/').slice(0, 50);
  return segments.map((_segment, index) => segments.slice(0, index + 1).join('/'));
}

const targets: readonly (readonly [string, RegExp])[] = [
  ['onnx', /\bonnx\b|2onnx/i], ['tensorrt', /tensorrt|trtexec|\.(?:engine|plan)\b/i], ['openvino', /openvino|\bovc\b|\bmo\.py\b/i],
  ['tflite', /tflite/i], ['torchscript', /torchscript|jit[._](?:trace|script)/i], ['gguf', /gguf/i], ['coreml', /coreml|mlpackage/i],
];

/** A stage that turns a model into another format, where its command or its outputs name that format. */
export function conversionFacts(stage: Stage): readonly FactOf<'model.conversion'>[] {
  const said = [stage.command ?? '', ...stage.outs].join('\n').slice(0, 5_000);
  const to = targets.find(([, pattern]) => pattern.test(said))?.[0];
  if (to === undefined || workOf(stage).kind !== 'convert') return [];
  return [{
    type: 'model.conversion', place: placeOf(stage.spot), also: [], model: null, modelVersion: null, modelHash: null, run: null,
    system: 'dvc', from: null, to, optimisations: /quanti[sz]/i.test(said) ? ['quantization'] : [], precision: /\b(int8|fp16|int4|bf16)\b/i.exec(said)?.[1]?.toLowerCase() ?? null,
    stage: stage.name, compared: false, qualityChange: null, speedup: null,
  }];
}
