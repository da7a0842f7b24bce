import type { FactOf } from '../../facts.ts';
import { type Spot, isMapping, items, members, placeOf, textAt } from '../../spot.ts';
import { unstatedValidation } from '../../unstated-records.ts';
import { sodaColumns, sodaKind } from './check-kind.ts';

const heading = /^checks for (.+)$/;
const others = /^(?:checks for|filter|configurations for|for each dataset|variables|profile columns|discover datasets|discover tables|sample datasets|automated monitoring|check suite|reconciliation|thresholds|notifications)\b/;

/** `checks for <dataset>` beside nothing but what SodaCL has. */
export function isCheckFile(root: Spot): boolean {
  const keys = members(root).map(([key]) => key);
  return keys.some((key) => heading.test(key)) && keys.every((key) => others.test(key));
}

/** One fact for each dataset; `for each dataset` too, by the name of its variable. */
export function checkFileFacts(root: Spot): readonly FactOf<'data.validation'>[] {
  return members(root).flatMap(([key, list]) => {
    const dataset = heading.exec(key)?.[1]?.replace(/\s*\[[^\]]*\]\s*$/, '') ?? null;
    return dataset === null ? [] : [definitionFact(list, key, dataset)];
  });
}

function definitionFact(list: Spot, suite: string, dataset: string): FactOf<'data.validation'> {
  const checks = items(list).map((check) => (isMapping(check.value) ? { text: members(check)[0]?.[0] ?? '', more: JSON.stringify(members(check)[0]?.[1].value ?? null) } : { text: textAt(check) ?? '', more: '' }));
  return {
    type: 'data.validation', place: placeOf(list), ...unstatedValidation, suite, system: 'soda', kind: 'expectations', dataset,
    evaluated: checks.length, columns: new Set(checks.flatMap(({ text }) => sodaColumns(text))).size,
    kinds: [...new Set(checks.map(({ text, more }) => (/^(?:no_)?invalid/.test(text) && more.includes('valid values') ? 'in_set' : sodaKind(text))))],
  };
}
