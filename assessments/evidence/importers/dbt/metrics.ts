import type { FactOf } from '../../facts.ts';
import { type Spot, at, isGiven, isMapping, placeOf, settingAt, textAt, textsAt } from '../../spot.ts';
import { unstatedDefinition } from '../../unstated-records.ts';

/** A metric of the semantic layer, as a manifest or a property file defines it; before 1.6 with its own calculation. */
export function metricFact(metric: Spot): FactOf<'metric.definition'> {
  const meta = isMapping(at(metric, 'config', 'meta').value) ? at(metric, 'config', 'meta') : at(metric, 'meta');
  const [source] = textsAt(metric, 'depends_on', 'nodes');
  return {
    type: 'metric.definition', place: placeOf(metric), ...unstatedDefinition, metric: textAt(metric, 'name') ?? '', system: 'dbt',
    meaning: shown(textAt(metric, 'description')) ?? shown(textAt(metric, 'label')), formula: formulaOf(metric), unit: textAt(meta, 'unit'),
    source: source ?? textAt(metric, 'model'), owned: isGiven(at(meta, 'owner')) || isGiven(at(metric, 'owner')), versioned: isGiven(at(meta, 'version')),
  };
}

function shown(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim().slice(0, 500).toWellFormed();
}

function formulaOf(metric: Spot): string | null {
  const parameters = at(metric, 'type_params');
  const ratio = [nameIn(parameters, 'numerator'), nameIn(parameters, 'denominator')].filter((part) => part !== null);
  const old = [textAt(metric, 'calculation_method') ?? textAt(metric, 'type'), textAt(metric, 'expression') ?? textAt(metric, 'sql')];
  const written = settingAt(parameters, 'expr') ?? (ratio.length === 2 ? ratio.join(' / ') : nameIn(parameters, 'measure')) ?? (old[1] === null || old[1] === undefined ? null : old.filter((part) => part !== null).join(' '));
  return shown(written);
}

/** A measure is named alone or in a mapping with a filter. */
function nameIn(parameters: Spot, key: string): string | null {
  return textAt(parameters, key) ?? textAt(parameters, key, 'name');
}
