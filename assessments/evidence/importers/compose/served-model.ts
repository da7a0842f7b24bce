import { plainAddress } from '../../plain-address.ts';
import { type Spot, at, isGiven, items, textAt, textsAt } from '../../spot.ts';
import { settingsOf } from './settings.ts';

/** A model that a service takes from outside its image. `uri` is null where only the server is known. */
export type ServedModel = { readonly uri: string | null; readonly framework: string | null; readonly version: string | null };

/** Servers of models by the name of their image. */
const servers: readonly (readonly [string, RegExp])[] = [
  ['tensorflow', /(?:^|\/)tensorflow\/serving|(?:^|\/)tensorflow-serving/], ['triton', /tritonserver/], ['pytorch', /(?:^|\/)(?:pytorch\/)?torchserve/], ['vllm', /(?:^|\/)vllm(?:-openai)?$/],
  ['huggingface', /text-generation-inference|text-embeddings-inference/], ['ollama', /(?:^|\/)ollama\/ollama$/], ['mlserver', /(?:^|\/)mlserver/],
];
const modelFolder = /(?:^|\/)(?:[\w.-]*models?|model[-_]?(?:repository|repo|store)|checkpoints?|weights)\/?$/i;
const modelFile = /\.(?:pt|pth|onnx|joblib|h5|hdf5|keras|ckpt|safetensors|gguf|tflite|cbm|mar)$/i;
const modelPickle = /[\w.-]*(?:model|classifier|regressor|pipeline)[\w.-]*\.(?:pkl|pickle|bin)$/i;
const modelVariable = /^(?:MODEL_?(?:URI|PATH|FILE|DIR|BASE_PATH|STORE|REPOSITORY)|MLFLOW_MODEL_URI|MODEL_?(?:ID|NAME))$/i;

/** The model a service is told to serve: mounted as a folder or file, named by a variable or by the command of its server; null where nothing says so. */
export function servedModel(service: Spot, image: string | null): ServedModel | null {
  const framework = frameworkOf(image ?? '');
  const uri = mountedModel(service) ?? namedModel(service);
  if (!isReachable(service) || (uri === null && framework === null)) return null;
  return { uri, framework, version: versionIn(uri ?? '') };
}

/** Tools beside a model that share its folder: they train, schedule, track or show, and answer nobody with predictions. */
const tools = /airflow|dagster|prefect|kubeflow|jupyter|notebook|rstudio|mlflow|celery|scheduler|worker|(?:^|[\s/_-])train(?:er|ing)?(?:$|[\s/._-])|label-?studio|minio|tensorboard|streamlit|frontend|nginx/i;

/** Without a port nobody can ask it: a training job that shares the folder. */
function isReachable(service: Spot): boolean {
  const named = [service.pointer.slice(service.pointer.lastIndexOf('/') + 1), textAt(service, 'image') ?? '', ...textsAt(service, 'command'), textAt(service, 'build', 'dockerfile') ?? textAt(service, 'build') ?? ''].join(' ').slice(0, 2_000);
  return (isGiven(at(service, 'ports')) || isGiven(at(service, 'expose'))) && (/\bmodels serve\b/.test(named) || !tools.test(named));
}

function frameworkOf(image: string): string | null {
  return servers.find(([, pattern]) => pattern.test(image.toLowerCase()))?.[0] ?? null;
}

/** `models:/churn/3`, `s3://models/churn/1.8/`. */
function versionIn(uri: string): string | null {
  return /^models:\/+[^/@]+\/([^/@]+)$/.exec(uri)?.[1] ?? /\/v?([0-9]+(?:\.[0-9]+)*)\/?$/.exec(uri)?.[1] ?? null;
}

/** Only what the project itself brings: a named volume may hold anything. */
function mountedModel(service: Spot): string | null {
  const sources = items(at(service, 'volumes')).map((volume) => textAt(volume, 'source') ?? /^((?:\.{0,2}\/|~\/)[^:]*):/.exec(textAt(volume) ?? '')?.[1] ?? '');
  const found = sources.find((source) => modelFolder.test(source) || modelFile.test(source) || modelPickle.test(source));
  return found === undefined ? null : plainAddress(found);
}

function namedModel(service: Spot): string | null {
  const words = [...textsAt(service, 'command'), ...textsAt(service, 'entrypoint')].join(' ').slice(0, 2_000);
  const told = /(?:--model(?:[-_](?:uri|path|repository|store|id|base_path))?|\bmlflow models serve\b.{0,200}?\s-m)[=\s]+["']?([^\s"']+)/.exec(words)?.[1];
  const set = settingsOf(service).find(({ name, value }) => modelVariable.test(name) && value !== null && /[/:]/.test(value))?.value;
  const uri = [told, set].find((one) => one !== undefined && one !== null && !one.startsWith('$') && !/\.py$/.test(one));
  return uri === undefined || uri === null ? null : plainAddress(uri);
}
