import type { FactOf } from './facts.ts';
import { type Spot, at, isMapping, numberAt } from './spot.ts';

type Bound = Pick<FactOf<'eval.metric'>, 'threshold' | 'comparison'>;

const unbounded: Bound = { threshold: null, comparison: 'unstated' };

const words: readonly (readonly [RegExp, Bound['comparison']])[] = [
  [/^(?:gte?|greater(?:thanorequal(?:to)?|orequal|than)?|min(?:imum)?|ge|atleast|>=?)$/, 'at-least'],
  [/^(?:lte?|less(?:thanorequal(?:to)?|orequal|than)?|max(?:imum)?|le|atmost|<=?)$/, 'at-most'],
  [/^(?:eq|equals?|==?)$/, 'equal'],
];

/** What a word such as `gte`, `lessThan` or `<=` compares by. */
export function comparisonOf(word: string): Bound['comparison'] {
  const plain = word.toLowerCase().replaceAll(/[\s_-]/g, '');
  return words.find(([pattern]) => pattern.test(plain))?.[1] ?? 'unstated';
}

/**
 * The bound of a condition such as `{ gte: 0.8 }`; none where it has no number or two sides. Facts know no strict
 * comparison and no tolerance: where the value stands exactly on the threshold of one, or is only near to what it should
 * equal, the comparison is left unstated.
 */
export function boundIn(condition: Spot, value: number | null): Bound {
  if (!isMapping(condition.value)) return unbounded;
  const bounds = Object.keys(condition.value).flatMap((key): readonly Bound[] => {
    const comparison = comparisonOf(key);
    const threshold = numberAt(condition, key) ?? numberAt(at(condition, key), 'value');
    const onEdge = comparison === 'equal' ? threshold !== value && isMapping(at(condition, key).value) : threshold === value && /^(?:gt|lt|greater_?than|less_?than)$/i.test(key);
    return comparison === 'unstated' || threshold === null ? [] : [{ threshold, comparison: onEdge ? 'unstated' : comparison }];
  });
  const [bound = unbounded] = bounds;
  return bounds.length === 1 ? bound : unbounded;
}
