import { inWords } from '../in-words.ts';
import { type Spot, isMapping, items, members, textAt } from '../spot.ts';

/** Names of hyperparameters that libraries share (scikit-learn, XGBoost, LightGBM, Keras, PyTorch, Transformers), as inWords spells them. */
const known: ReadonlySet<string> = new Set([
  'learning_rate', 'lr', 'lr_scheduler', 'lr_scheduler_type', 'scheduler', 'optimizer', 'optim', 'momentum', 'weight_decay', 'betas', 'adam_beta1', 'adam_beta2', 'adam_epsilon', 'max_grad_norm', 'gradient_clip_val', 'clip_grad_norm',
  'epochs', 'num_epochs', 'n_epochs', 'max_epochs', 'num_train_epochs', 'max_steps', 'train_steps', 'num_train_steps', 'warmup_steps', 'warmup_ratio', 'patience', 'early_stopping', 'early_stopping_rounds', 'early_stopping_patience',
  'batch_size', 'train_batch_size', 'eval_batch_size', 'per_device_train_batch_size', 'per_device_eval_batch_size', 'gradient_accumulation_steps', 'dropout', 'dropout_rate', 'hidden_size', 'hidden_dim', 'hidden_units', 'hidden_layer_sizes',
  'num_layers', 'n_layers', 'num_heads', 'n_heads', 'embedding_dim', 'embed_dim', 'd_model', 'max_length', 'max_seq_length', 'sequence_length', 'lora_r', 'lora_alpha', 'lora_dropout', 'label_smoothing',
  'n_estimators', 'num_estimators', 'num_boost_round', 'max_depth', 'max_leaf_nodes', 'num_leaves', 'min_samples_split', 'min_samples_leaf', 'min_child_weight', 'min_child_samples', 'max_features', 'max_iter', 'criterion', 'subsample',
  'subsample_freq', 'colsample_bytree', 'feature_fraction', 'bagging_fraction', 'reg_alpha', 'reg_lambda', 'l1_ratio', 'l2_regularization', 'scale_pos_weight', 'class_weight', 'n_neighbors', 'n_clusters', 'kernel', 'objective', 'eval_metric', 'boosting_type',
  'test_size', 'val_size', 'validation_split', 'train_split', 'test_split', 'train_ratio', 'cv_folds', 'n_splits', 'random_state', 'random_seed', 'seed', 'loss', 'loss_function',
]);
const seeds: ReadonlySet<string> = new Set(['random_state', 'random_seed', 'seed', 'global_seed', 'np_seed', 'torch_seed']);
const dataPath = /(?:^|_)(?:data|dataset|train|training|test|val|validation|raw|processed|input|model|output)_?(?:path|dir|file|folder|csv|uri|root)$|^(?:dataset|data_source)$/;
const resource = /^(?:cpu_count|gpu_count|num_gpus|n_gpus|gpus|cpus|memory|num_workers|n_jobs|devices|accelerator|instance_type|compute|node_count)$/;

/** What a file of settings names that a training is set by. */
export type Settings = { readonly parameters: readonly string[]; readonly seed: boolean; readonly dataPaths: boolean; readonly resources: boolean };

/** Names with their values, sorted out; a name counts once. */
export function settingsIn(names: readonly string[]): Settings {
  const words = names.map((name) => ({ name, word: inWords(name).replaceAll(/^_|_$/g, '') }));
  return {
    parameters: [...new Set(words.filter(({ word }) => known.has(word)).map(({ name }) => name.slice(0, 200).toWellFormed()))],
    seed: words.some(({ word }) => seeds.has(word)), dataPaths: words.some(({ word }) => dataPath.test(word)), resources: words.some(({ word }) => resource.test(word)),
  };
}

const deepest = 6;
const mostNames = 2_000;

/** The names in a tree of settings that have a value: a scalar or a list of scalars; `{value: 0.1}` (W&B, sweeps of one) counts as its value. */
export function namesIn(spot: Spot): readonly string[] {
  const names: string[] = [];
  const walk = (parent: Spot, depth: number): void => {
    for (const [name, member] of members(parent)) {
      if (names.length >= mostNames) return;
      if (isValue(member)) names.push(name);
      else if (depth < deepest) walk(member, depth + 1);
    }
  };
  walk(spot, 0);
  return names;
}

function isValue(spot: Spot): boolean {
  if (isMapping(spot.value)) return textAt(spot, 'value') !== null;
  return textAt(spot) !== null || (Array.isArray(spot.value) && items(spot).every((item) => textAt(item) !== null));
}
