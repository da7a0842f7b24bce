import type { FactOf } from '../../facts.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { type Spot, at, isMapping, textAt } from '../../spot.ts';

/** The model and its revision, out of `model_args` (`pretrained=org/name,revision=step512`, or a mapping since 0.4.9) and the fields beside it. */
export function modelNamed(root: Spot): Pick<FactOf<'eval.run'>, 'model' | 'modelVersion'> {
  const config = at(root, 'config');
  const model = argument(config, 'pretrained') ?? argument(config, 'model') ?? argument(config, 'engine') ?? textAt(root, 'model_name');
  const revision = argument(config, 'revision') ?? textAt(config, 'model_revision');
  const moving = revision === null || revision === 'main';
  return { model: isPlaceholder(model) ? null : model, modelVersion: (moving ? textAt(config, 'model_sha') : null) ?? revision };
}

function argument(config: Spot, name: string): string | null {
  const given = at(config, 'model_args');
  if (isMapping(given.value)) return textAt(given, name);
  const part = (textAt(given) ?? '').split(',').find((one) => one.trim().startsWith(`${name}=`));
  const value = part?.slice(part.indexOf('=') + 1).trim();
  return value === undefined || value === '' ? null : value;
}
