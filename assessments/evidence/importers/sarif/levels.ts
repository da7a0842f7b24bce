import type { Severity } from '../../scan/scan-report.ts';
import { type Spot, at, items, numberAt, textAt, wholeAt } from '../../spot.ts';

/** Null where a result is no finding: the rule passed or did not apply. */
export type Level = Severity | null;

/** What the rules of a run say of their results; `ids` by index of the driver. */
export type Rules = { readonly levels: ReadonlyMap<string, Level>; readonly ids: readonly string[]; readonly count: number };

/** The rules of the tool and of its extensions. */
export function rulesOf(run: Spot): Rules {
  const own = items(at(run, 'tool', 'driver', 'rules'));
  const extended = items(at(run, 'tool', 'extensions')).flatMap((extension) => items(at(extension, 'rules')));
  const rules = [...own, ...extended];
  const levels = new Map(rules.map((rule) => [textAt(rule, 'id') ?? '', ruleLevel(rule)] as const));
  return { levels, ids: own.map((rule) => textAt(rule, 'id') ?? ''), count: rules.length };
}

/** A score of 7 and more is high or critical (CVSS), whatever level the tool gives it; without both, `warning` is the default of the format. */
function ruleLevel(rule: Spot): Level {
  const score = numberAt(rule, 'properties', 'security-severity');
  if (score !== null) return score >= 7 ? 'error' : score >= 4 ? 'warning' : 'note';
  return severityOf(textAt(rule, 'defaultConfiguration', 'level'));
}

/** The id of the rule a result is of; '' where it names none. */
export function ruleOf(result: Spot, { ids }: Rules): string {
  const index = wholeAt(result, 'ruleIndex') ?? wholeAt(result, 'rule', 'index');
  return textAt(result, 'ruleId') ?? textAt(result, 'rule', 'id') ?? (index === null ? '' : ids[index] ?? '');
}

/** What a result says of itself, raised to the score of its rule; `kind` other than `fail` is no finding unless it must be looked at. */
export function levelOf(result: Spot, rules: Rules): Level {
  const kind = textAt(result, 'kind') ?? 'fail';
  if (kind !== 'fail') return kind === 'pass' || kind === 'notApplicable' ? null : 'note';
  const byRule = rules.levels.get(ruleOf(result, rules)) ?? null;
  const stated = severityOf(textAt(result, 'level'));
  return byRule === 'error' ? 'error' : stated ?? byRule ?? 'warning';
}

function severityOf(level: string | null): Level {
  switch (level) {
    case 'error': return 'error';
    case 'warning': return 'warning';
    case 'note': case 'none': return 'note';
    default: return null;
  }
}
