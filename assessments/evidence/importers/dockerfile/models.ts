import type { FactOf } from '../../facts.ts';
import type { Instruction } from './instructions.ts';

const modelFile = /\.(?:pkl|pickle|joblib|onnx|pt|pth|h5|hdf5|keras|safetensors|gguf|ggml|tflite|mlmodel|bst|xgb|cbm|engine|plan|pmml|pdparams|ckpt)$/i;
/** Folders of models at the top; deeper ones (`src/models`) are often code. */
const modelFolder = /^(?:\.?\/)?(?:[\w-]*artifacts\/|mlruns\/|saved[-_])?models?(?:\/(?:[^/]+\/)*[^./]*)?$/i;

/** Model files that are copied into the image: which model it serves is fixed when it is built. */
export function bakedModels(file: string, instructions: readonly Instruction[]): readonly FactOf<'lineage.edge'>[] {
  return instructions.filter(({ word, flags }) => (word === 'COPY' || word === 'ADD') && flags['from'] === undefined).flatMap(({ rest, lines }) => (
    sourcesIn(rest).filter((source) => modelFile.test(source) || modelFolder.test(source)).map((source) => ({
      type: 'lineage.edge' as const, place: { file, lines }, also: [], run: null,
      from: source, fromKind: 'model' as const, fromHash: null, to: file, toKind: 'artifact' as const, toHash: null,
      by: null, system: 'dockerfile', recorded: false,
    }))
  ));
}

/** All but the last of the paths, which is where they go. */
function sourcesIn(rest: string): readonly string[] {
  const paths = rest.startsWith('[') ? [...rest.matchAll(/"([^"]*)"/g)].map(([, path]) => path ?? '') : rest.split(/\s+/);
  return paths.slice(0, -1);
}
