import type { FactOf } from '../facts.ts';
import type { Fragment, Json } from '../fragment.ts';
import { metricKind } from '../metric-kind.ts';
import { unstatedEvaluation, unstatedMetric } from '../unstated-records.ts';
import type { Assembler, Whole } from './assembler.ts';
import { isList, textIn, textsIn, valueIn } from './fragment-value.ts';

/** A run of HELM from the files of its folder: what was asked of which model, and what was measured. */
export const helmRunSet: Assembler = {
  set: 'helm-run',
  assemble: (whole) => {
    const run = runFact(whole);
    return { facts: [run, ...whole.of('stats').flatMap((stats) => statFacts(stats, run))], diagnostics: [] };
  },
};

function runFact({ key, fragments, of, one }: Whole): FactOf<'eval.run'> {
  const asked: Json = one('spec')?.value ?? {};
  const measured = of('stats').flatMap(({ value }) => (isList(value) ? value : []));
  const instances = numberOf(one('instances')?.value) ?? numberOf(valueIn(asked, 'limit'));
  return {
    type: 'eval.run', ...unstatedEvaluation, ...placesOf(one('spec'), fragments),
    evaluation: textIn(asked, 'name') ?? key, system: 'helm', model: textIn(asked, 'model'), tasks: [textIn(asked, 'scenario')].filter((task) => task !== null), evaluators: [...textsIn(asked, 'evaluators')],
    metrics: measured.length, instances, partial: instances !== null && instances < 10, slices: [...new Set(measured.map((stat) => textIn(stat, 'perturbation')).filter((slice) => slice !== null))].slice(0, 200),
    empty: measured.length === 0 || instances === 0,
  };
}

/** The specification where there is one, and the other files of the run. */
function placesOf(spec: Fragment | undefined, fragments: readonly Fragment[]): Pick<FactOf<'eval.run'>, 'place' | 'also'> {
  const [place = { file: '', pointer: '' }, ...also] = [...(spec === undefined ? [] : [spec]), ...fragments.filter((fragment) => fragment !== spec)].map((fragment) => fragment.place);
  return { place, also: also.slice(0, 20) };
}

function numberOf(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** One value for each metric, split and perturbation; its own count is that of trials, not of instances. */
function statFacts(stats: Fragment, { evaluation, model, instances }: FactOf<'eval.run'>): readonly FactOf<'eval.metric'>[] {
  const { value, place } = stats;
  return (isList(value) ? value : []).flatMap((stat) => {
    const [index, mean] = [numberOf(valueIn(stat, 'index')), valueIn(stat, 'mean')];
    const metric = textIn(stat, 'name') ?? '';
    const kind = metricKind(metric);
    return index === null || typeof mean !== 'number' ? [] : [{
      type: 'eval.metric', place: { file: place.file, pointer: `/${index}` }, ...unstatedMetric, evaluation, model, metric, task: textIn(stat, 'split'), slice: textIn(stat, 'perturbation'),
      value: mean, instances, kind: kind === 'unstated' ? 'quality' : kind,
    }];
  });
}
