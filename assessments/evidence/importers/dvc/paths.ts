import type { FactOf } from '../../facts.ts';
import { plainAddress } from '../../plain-address.ts';
import { folderOf } from '../../release-of-path.ts';

type Kind = FactOf<'lineage.edge'>['fromKind'];
type Role = FactOf<'data.snapshot'>['role'];

/** A path of DVC seen from where the evidence begins: below the folder of its file and the working directory of its stage. */
export function tracedPath(file: string, workingDirectory: string | null, written: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:\/\/|\/|[A-Za-z]:\\)/.test(written)) return plainAddress(written);
  const segments: string[] = [];
  for (const segment of [folderOf(file), workingDirectory ?? '', written].join('/').split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

const code = /\.(?:py|ipynb|sh|bash|ps1|r|rmd|jl|scala|java|sql|js|ts|c|cc|cpp|h|go|rs|stan)$/i;
const modelFile = /\.(?:pt|pth|onnx|joblib|h5|hdf5|keras|ckpt|safetensors|gguf|ggml|tflite|mlmodel|mlpackage|cbm|bst|ubj|engine|plan|torchscript)$/i;
const pickled = /\.(?:pkl|pickle|bin|pb|json)$/i;
const settings = /(?:^|\/)(?:params|config|conf|settings|requirements|environment|dockerfile|pyproject)\b[^/]*$|\.(?:toml|ini|cfg|lock)$/i;
const results = /(?:^|[/_-])(?:metrics?|plots?|reports?|evaluation|scores?)(?:[/_.-]|$)|\.metric$/i;

/** What a path is, read from its name: a model, data, features, code, or another file. */
export function kindOfPath(path: string): Kind {
  if (code.test(path)) return 'code';
  if (modelFile.test(path) || (pickled.test(path) && /model|classifier|regressor|estimator|weights/i.test(path))) return 'model';
  if (/(?:^|\/)(?:models?|checkpoints?|weights)$/i.test(path)) return 'model';
  if (settings.test(path)) return 'other';
  if (results.test(path)) return 'artifact';
  return /features?(?:[/_.-]|$)|featuri[sz]ed/i.test(path) ? 'feature' : 'data';
}

const roles: readonly (readonly [Role, RegExp])[] = [
  ['validation', /(?:^|[/_.-])(?:val|valid|validation|dev)(?:[/_.-]|$)/i],
  ['test', /(?:^|[/_.-])(?:test|testing)(?:[/_.-]|$)/i],
  ['training', /(?:^|[/_.-])(?:train|training)(?:[/_.-]|$)/i],
  ['evaluation', /(?:^|[/_.-])(?:eval|evaluation|holdout|benchmark)(?:[/_.-]|$)/i],
  ['production', /(?:^|[/_.-])(?:prod|production|serving|inference)(?:[/_.-]|$)/i],
];

/** What a tracked file is for, as its name says; results and other files are unstated. */
export function roleOfPath(path: string): Role {
  const kind = kindOfPath(path);
  if (kind === 'model' || kind === 'feature') return kind;
  return kind === 'data' ? roles.find(([, pattern]) => pattern.test(path))?.[0] ?? 'unstated' : 'unstated';
}
