/** How firmly a version is named: one exact version, a range, none, or a repository, path or address instead of one. */
export type Firmness = 'exact' | 'range' | 'free' | 'source';
/** A package as a list or a command names it; `name` in lower case with `-` for `_` and `.`. */
export type PackageRequirement = { readonly name: string; readonly version: string | null; readonly firmness: Firmness; readonly hashed: boolean };

type Version = Pick<PackageRequirement, 'version' | 'firmness'>;
/** Longer texts are no requirements. */
const longest = 2_000;

/** A requirement of pip (PEP 508, `-e`, an address or path); null where the text is none (an option, a sentence). */
export function pythonRequirement(written: string): PackageRequirement | null {
  if (written.length > longest) return null;
  const hashed = /--hash[= ]/.test(written);
  const text = written.replace(/\s--?[a-z-]+[= ].*$/is, '').trim();
  const source = sourceName(text.replace(/^(?:-e|--editable)[= ]\s*/, ''));
  if (source !== null) return { name: source, version: null, firmness: 'source', hashed };
  const [, name, rest = ''] = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/s.exec(text) ?? [];
  const version = pythonVersion(rest.split(';')[0]?.trim().replace(/^\(|\)$/g, '') ?? '');
  return name === undefined || version === null ? null : { name: normalized(name), ...version, hashed };
}

/** What stands behind the name; null where that is no version. */
function pythonVersion(written: string): Version | null {
  if (written === '') return { version: null, firmness: 'free' };
  if (written.startsWith('@')) return { version: null, firmness: 'source' };
  const exact = /^={2,3}\s*([^\s,*]+)$/.exec(written)?.[1];
  if (exact !== undefined) return { version: exact, firmness: 'exact' };
  return written.split(',').every((part) => /^\s*[<>=!~]{1,3}\s*[\w.*+!-]+\s*$/.test(part)) ? { version: written, firmness: 'range' } : null;
}

function sourceName(text: string): string | null {
  const egg = /[#&]egg=([\w.-]+)/.exec(text)?.[1];
  if (/^(?:git|hg|svn|bzr)\+|^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return normalized(egg ?? /([^/@#?]+?)(?:\.git)?(?:[@#?].*)?$/.exec(text)?.[1] ?? 'address');
  return /^\.{0,2}[\\/]|^\.$|\.(?:whl|tar\.gz|zip)$/.test(text) ? normalized(/([^\\/]+?)(?:-[0-9][^\\/]*)?(?:\.whl|\.tar\.gz|\.zip)?\/?$/.exec(text)?.[1] ?? 'path') : null;
}

/**
 * A package of conda: `name`, `name=1.2.3`, `name==1.2.3`, `name=1.2=build`, `channel::name`. One `=` stands for all
 * versions that begin so, and counts as exact only with three parts or a build.
 */
export function condaRequirement(written: string): PackageRequirement | null {
  if (written.length > longest) return null;
  const [, name, rest = ''] = /^(?:[\w./-]+::)?([A-Za-z0-9_][\w.-]*)\s*(?:\[[^\]]*\])?\s*([<>=!~0-9*].*)?$/.exec(written.trim()) ?? [];
  return name === undefined ? null : { name: normalized(name), hashed: false, ...condaVersion(rest.trim()) };
}

function condaVersion(written: string): Version {
  if (written === '') return { version: null, firmness: 'free' };
  const [, signs = '', version = '', build] = /^(={0,2})\s*([^\s=,|*<>]+)(=\S+)?$/.exec(written) ?? [];
  const firm = version !== '' && (signs === '==' || build !== undefined || /^[^.]+\.[^.]+\.[^.]/.test(version));
  return firm ? { version, firmness: 'exact' } : { version: written, firmness: 'range' };
}

/** Names as the package index compares them. */
function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[._-]+/g, '-');
}

const frameworks: ReadonlySet<string> = new Set([
  'torch', 'torchvision', 'tensorflow', 'tensorflow-cpu', 'tensorflow-gpu', 'keras', 'jax', 'flax', 'scikit-learn', 'sklearn', 'xgboost', 'lightgbm', 'catboost', 'statsmodels', 'prophet',
  'transformers', 'sentence-transformers', 'diffusers', 'accelerate', 'peft', 'vllm', 'datasets', 'spacy', 'gensim', 'nltk', 'onnx', 'onnxruntime', 'onnxruntime-gpu', 'paddlepaddle', 'mindspore', 'pytorch-lightning', 'lightning',
  'mlflow', 'mlflow-skinny', 'dvc', 'zenml', 'kfp', 'bentoml', 'ray', 'optuna', 'great-expectations', 'evidently', 'feast', 'fairlearn', 'shap', 'pyspark', 'tfx', 'tensorflow-data-validation', 'langchain', 'openai', 'llama-index', 'pytorch',
  '@tensorflow/tfjs', 'onnxruntime-node', 'onnxruntime-web',
]);

/** Libraries of machine learning among them as name==version (name alone where no exact one is named), at most 50, by name. */
export function frameworksOf(packages: readonly Pick<PackageRequirement, 'name' | 'version' | 'firmness'>[]): readonly string[] {
  const named = packages.filter(({ name }) => frameworks.has(name)).map(({ name, version, firmness }) => (firmness === 'exact' && version !== null ? `${name}==${version}` : name));
  return [...new Set(named)].sort().slice(0, 50);
}
