import { type Spot, at, members, textAt } from '../../spot.ts';
import type { KubernetesObject } from './object.ts';

/**
 * Images that are model servers and nothing else, by the runtime they carry. A Deployment counts as serving a model only
 * by such an image or by naming a model; an application that happens to call one does not.
 */
const runtimes: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)tensorflow\/serving|tf-?serving/, 'tensorflow'],
  [/tritonserver|triton-inference-server/, 'triton'],
  [/torchserve/, 'pytorch'],
  [/(?:^|\/)mlserver/, 'mlserver'],
  [/(?:^|\/)(?:vllm|vllm-openai|vllm-cpu|llm-d(?:-cuda|-cpu)?)(?:$|[:@-])|vllm\/vllm|llm-d\/llm-d/, 'vllm'],
  [/text-generation-inference/, 'tgi'],
  [/text-embeddings-inference/, 'tei'],
  [/huggingfaceserver|huggingface-server/, 'huggingface'],
  [/(?:^|\/)sklearnserver|sklearn-server/, 'sklearn'],
  [/(?:^|\/)xgbserver|xgboostserver/, 'xgboost'],
  [/(?:^|\/)lgbserver/, 'lightgbm'],
  [/(?:^|\/)pmmlserver/, 'pmml'],
  [/(?:^|\/)paddleserver|paddle\/serving/, 'paddle'],
  [/onnxruntime\/server/, 'onnx'],
  [/openvino\/model_server|openvino-model-server/, 'openvino'],
  [/(?:^|\/)(?:sglang|sgl-project)/, 'sglang'],
  [/(?:^|\/)ollama/, 'ollama'],
  [/(?:^|\/)rayproject\/ray|ray-ml/, 'ray'],
  [/lmdeploy/, 'lmdeploy'],
  [/mindie/, 'mindie'],
];

/** The model runtime an image carries; null for any other image. */
export function runtimeOf(image: string | null): string | null {
  const name = (image ?? '').toLowerCase().slice(0, 500).split('@')[0] ?? '';
  return runtimes.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/**
 * The version of a model as its location shows it: a tag or revision (`oci://…:1.2`, `hf://…:rev`, `models:/name/3`),
 * else the last path segment that is nothing but a version (`…/fraud/v7/`). A digit inside a name is a name.
 */
export function versionIn(modelUri: string | null): string | null {
  if (modelUri === null) return null;
  const path = modelUri.replace(/^[a-z0-9+.-]+:\/*/i, '').split(/[?#]/)[0] ?? '';
  if (/^(?:oci|hf):/i.test(modelUri)) {
    const tag = /[:@]([^:@/]+)$/.exec(path)?.[1];
    if (tag !== undefined) return tag;
  }
  const [, ...segments] = path.split('/');
  return segments.findLast((segment) => /^(?:v(?:ersion)?[-_=]?)?[0-9]+(?:\.[0-9]+)*$/i.test(segment)) ?? null;
}

const versionLabel = /(?:^|[/._-])model[-_.]?version$/i;

/** The version an object states in a label or annotation of its own, or of its pod template. */
export function labelledVersion(object: KubernetesObject, template?: Spot): string | null {
  const metadata = [at(object.spot, 'metadata'), ...(template === undefined ? [] : [at(template, 'metadata')])];
  const labels = metadata.flatMap((of) => [...members(at(of, 'labels')), ...members(at(of, 'annotations'))]);
  const found = labels.find(([key, value]) => versionLabel.test(key) && textAt(value) !== null);
  return found === undefined ? null : textAt(found[1]);
}
