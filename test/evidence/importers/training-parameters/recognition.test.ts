import { expect, it } from 'vitest';
import { readEvidence } from '#assessments';
import { sourceFile } from '../../../builders/source-file.ts';

const parameters = (path: string, text: string) => readEvidence(sourceFile(path, text)).facts.flatMap((fact) => (fact.type === 'parameter.file' ? [[fact.kind, ...fact.parameters]] : []));

it.each([
  ['a file named for parameters with one of them and the data', 'params.yaml', 'train: {n_estimators: 50, model_path: models/m.joblib}\n', [['file', 'n_estimators']]],
  ['a configuration of training', 'config/train.yaml', 'hyperparameters: {lr: 1e-3, epochs: 10}\n', [['file', 'lr', 'epochs']]],
  ['a module of settings', 'src/models/conf.py', 'EPOCHS = 2\nBATCH_SIZE: int = 8\nROOT = here()\n', [['file', 'EPOCHS', 'BATCH_SIZE']]],
  ['keyword arguments on lines of their own', 'src/train.py', 'PARAMS = dict(\n    learning_rate=0.05,  # tried 0.1\n    max_depth=4,\n)\n', [['script', 'learning_rate', 'max_depth']]],
  ['options of a command', 'train.py', '@click.option("--epochs", "-e", default=10)\n@click.option("--lr", default=0.1)\n@click.option("--seed", required=True)\n', [['script', 'epochs', 'lr']]],
  ['a test of training', 'tests/test_train.py', 'EPOCHS = 2\nLR = 0.1\n', []],
  ['a parameter file of something else', 'params.yaml', 'environments: [{name: dev}]\n', []],
  ['a configuration of a model that was trained', 'config.json', '{"hidden_size": 768, "num_layers": 12}', []],
  ['a Kubernetes object', 'config/train.yaml', 'apiVersion: v1\nkind: ConfigMap\ndata: {lr: "1", epochs: "2"}\n', []],
] as const)('%s', (_, path, text, expected) => {
  expect(parameters(path, text)).toEqual(expected);
});
