import type { Diagnostic } from '../evidence/file.ts';
import type { Fact } from '../evidence/facts.ts';
import { valueInChinese } from '../evidence/words/value-words.ts';
import type { Bilingual } from '../language.ts';
import type { CheckProgram, CompiledCheck } from './compile.ts';
import { combine, type CheckedRequirement } from './combine.ts';
import { type FactIndex, indexFacts } from './fact-index.ts';
import { type Match, matchCheck } from './matching.ts';
import { sentence } from './sentence.ts';
import type { CheckFinding, Suggestion } from './suggestion.ts';

type Suggested = { readonly suggestions: readonly Suggestion[]; readonly diagnostics: readonly Diagnostic[] };

/**
 * What the checks say about every requirement of the pack, in its order, from the given facts; findings name facts by
 * their index. A check that fails on facts becomes one diagnostic (`check-error`) on the first of them.
 */
export function suggest(program: CheckProgram, facts: readonly Fact[]): Suggested {
  const steps = suggestStepwise(program, facts);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** `suggest` in steps, one check each: with many facts it takes seconds, in which the caller may want to answer others. */
export function* suggestStepwise(program: CheckProgram, facts: readonly Fact[]): Generator<undefined, Suggested> {
  const index = indexFacts(facts);
  const diagnostics: Diagnostic[] = [];
  const suggestions: Suggestion[] = [];
  for (const { requirement, checks } of program.requirements) {
    const checked: CheckedRequirement[number][] = [];
    for (const compiled of checks) {
      const match = matchCheck(compiled, index);
      diagnostics.push(...faultOf(compiled, match, facts));
      checked.push({ check: compiled.check, finding: match.satisfied ? findingOf(compiled, match, index) : null });
      yield;
    }
    suggestions.push(combine(requirement, checked));
  }
  return { suggestions, diagnostics };
}

function findingOf({ check, type }: CompiledCheck, { count, values, facts }: Match, index: FactIndex): CheckFinding {
  const place = index.facts[facts[0] ?? -1]?.place ?? null;
  return {
    id: check.id,
    outcome: check.contradicts === true ? 'contradicts' : 'supports',
    suggests: check.suggests ?? 'N',
    strength: check.strength,
    facts, count, values,
    says: sentence(check.says, { count, values, place }, (value) => (check.distinct === undefined ? value : valueInChinese(type, check.distinct, value))),
  };
}

function faultOf({ check, type }: CompiledCheck, { fault }: Match, facts: readonly Fact[]): readonly Diagnostic[] {
  const place = fault === null ? undefined : facts[fault.index]?.place;
  if (fault === null || place === undefined) return [];
  const told: Bilingual = fault.kind === 'too-many-pairs'
    ? { zh: `检查规则 ${check.id} 需要比较的事实对过多，已停止，未得出结论；请标准包作者按相等字段关联。`, en: `Check ${check.id} would compare too many pairs of facts; it was stopped and says nothing. Its author should join by equal fields.` }
    : { zh: `检查规则 ${check.id} 在 ${fault.count} 条 ${type} 事实上无法求值（${fault.reason}），这些事实按不符合处理；请标准包作者修改表达式。`, en: `Check ${check.id} could not be evaluated on ${fault.count} facts of type ${type} (${fault.reason}); they count as not matching. Its author should mend the expression.` };
  return [{ path: place.file, place, kind: 'check-error', ...told }];
}
