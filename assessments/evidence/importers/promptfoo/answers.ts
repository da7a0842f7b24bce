import type { Fact, FactOf } from '../../facts.ts';
import type { Place } from '../../place.ts';
import { type ListedCase, listedReportFacts } from '../../test-report/listed.ts';
import { unstatedEvaluation } from '../../unstated-records.ts';

/** What one provider answered to one prompt in one test. */
export type Answer = { readonly provider: string | null; readonly prompt: string; readonly name: string; readonly outcome: ListedCase['outcome']; readonly seconds: number | null; readonly place: Place; readonly scores: readonly FactOf<'eval.metric'>[] };

export type Evaluation = { readonly id: string; readonly place: Place; readonly at: string | null; readonly declared: number | null; readonly evaluators: readonly string[] };

/** The tests as one run, an evaluation for each provider and prompt, and all scores; a file without an answer is an empty one. */
export function answerFacts(evaluation: Evaluation, answers: readonly Answer[]): readonly Fact[] {
  const { id, place, at, declared } = evaluation;
  const cases = answers.map((answer) => ({ ...answer, group: groupOf(answer) }));
  const groups = [...Map.groupBy(cases, ({ group }) => group).values()];
  const report = listedReportFacts({ system: 'promptfoo', name: id, declared, seconds: null, at, commit: null, repository: null, run: null, place }, cases);
  return [...(groups.length === 0 ? [runFact(evaluation, [])] : groups.map((own) => runFact(evaluation, own))), ...report.map(layered), ...answers.flatMap(({ scores }) => scores)];
}

/** What is tested is a model, whatever the prompt is called. */
function layered(fact: Fact): Fact {
  return fact.type === 'test.case.group' ? { ...fact, layer: 'model' } : fact;
}

function groupOf({ provider, prompt }: Answer): string {
  return [provider, prompt].filter((part) => part !== null && part !== '').join(' · ').slice(0, 200).toWellFormed();
}

function runFact({ id, place, at, evaluators }: Evaluation, answers: readonly Answer[]): FactOf<'eval.run'> {
  const [first] = answers;
  const scores = answers.flatMap((answer) => answer.scores);
  const having = (...outcomes: readonly string[]) => answers.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    type: 'eval.run', place: first?.place ?? place, ...unstatedEvaluation, evaluation: id, system: 'promptfoo', model: modelOf(first?.provider ?? null),
    tasks: first === undefined ? [] : [first.prompt.slice(0, 200).toWellFormed()], evaluators: [...evaluators], instances: answers.length, partial: answers.length < 10,
    metrics: scores.filter(({ value }) => value !== null).length, thresholds: scores.filter(({ threshold }) => threshold !== null).length,
    failedMetrics: [...new Set(scores.filter(({ passed, threshold }) => passed === false && threshold !== null).map(({ metric }) => metric))].slice(0, 50),
    passed: having('passed'), failed: having('failed', 'error'), empty: answers.length === 0, at,
  };
}

/** Providers that are a script, a command, an address or somebody's own label say nothing of a model. */
function modelOf(provider: string | null): string | null {
  return provider === null || /\s/.test(provider) || /^(?:python|exec|file|https?|webhook|package|golang|ruby|browser|echo)(?::|$)/.test(provider) ? null : provider;
}
