import type { Documents } from '../documents.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { type Spot, at, isMapping, isWritten, placeOf, rootSpots } from '../spot.ts';
import { linesOf } from '../text-lines.ts';
import { type Settings, namesIn, settingsIn } from '../training/hyperparameters.ts';
import { isParameterPath, parameterFact } from '../training/parameter-file.ts';
import { scriptSettings } from './training-parameters/script-settings.ts';
import { isRunConfiguration } from './zenml/run-configuration.ts';

/** Settings of a training: parameter files in YAML, JSON or TOML, and the defaults that a Python program writes down. Nothing is run. */
export const trainingParameters: Importer = {
  id: 'training-parameters',
  title: { zh: '训练参数（参数文件或脚本默认值）', en: 'Training parameters (files or defaults in scripts)' },
  recognises: (file, documents) => readingOf(file, documents) !== null,
  read: (file, documents) => {
    const read = readingOf(file, documents);
    return { facts: read === null ? [] : [parameterFact(read.place, read.kind, read.settings)], diagnostics: [] };
  },
};

type Read = { readonly place: Parameters<typeof parameterFact>[0]; readonly kind: Parameters<typeof parameterFact>[1]; readonly settings: Settings };

function readingOf(file: SourceFile, documents: Documents): Read | null {
  if (/\.py$/i.test(file.path)) return scriptReading(file, documents);
  const [root, ...others] = rootSpots(file.path, documents).filter(({ value }) => value !== null);
  if (root === undefined || others.length > 0 || !isMapping(root.value) || !isNamed(file.path) || isForeign(root)) return null;
  const settings = settingsIn(namesIn(root));
  // A file named for parameters says what it is; one that is only named after a model or kept among configurations has to show it.
  const enough = isParameterPath(file.path) && settings.dataPaths ? 1 : 2;
  return settings.parameters.length >= enough ? { place: placeOf(root), kind: 'file', settings } : null;
}

/** A name that says settings or training, or a folder that says so; a JSON file of any other name is a result or a model. */
function isNamed(path: string): boolean {
  if (/(?:^|\/)(?:package|tsconfig|tokenizer|special_tokens|generation|preprocessor|adapter)[\w-]*\.json$|(?:^|\/)config\.json$|(?:^|\/)(?:pyproject|cargo|setup|tox)\.\w+$/i.test(path)) return false;
  return isParameterPath(path) || /(?:^|\/)(?:configs?|conf|params|hparams|experiments?)\/(?:[^/]+\/)*[^/]+\.(?:ya?ml|toml)$/i.test(path) || /(?:^|\/)[\w-]*(?:train|training|trainer|finetune|fine[-_]tune|model)[\w-]*\.(?:ya?ml|toml)$/i.test(path);
}

/** Formats that hold settings too and have readers of their own. */
function isForeign(root: Spot): boolean {
  return ['apiVersion', '$schema', 'jobs', 'stages', 'on', 'steps', 'tasks', 'services', 'resources', 'bundle', 'schema', 'deps', 'outs', 'repos', 'components', 'pipelineSpec', 'pipelineInfo', 'entry_points', 'flavors', 'script', 'swagger', 'openapi', 'prompts', 'providers', 'datasource', 'scrape_configs', 'groups', 'version'].some((key) => isWritten(at(root, key))) || isRunConfiguration(root);
}

/** A module of settings is a file of parameters; a program that trains has them as defaults. */
function scriptReading({ path, text }: SourceFile, { kind }: Documents): Read | null {
  const configures = isParameterPath(path);
  const trains = /(?:^|\/)[^/]*(?:train|fine_?tun|fit_model|hyperparam|hparam)[^/]*\.py$/i.test(path) && !/(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/i.test(path);
  if (text === null || kind !== 'none' || (!configures && !trains)) return null;
  const lines = linesOf(text);
  const { names, first, last } = scriptSettings(lines);
  const settings = settingsIn(names);
  return settings.parameters.length < 2 ? null : { place: { file: path, lines: [first, last] }, kind: configures ? 'file' : 'script', settings };
}
