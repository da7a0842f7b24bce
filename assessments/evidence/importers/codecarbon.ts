import { diagnostic } from '../diagnostics.ts';
import type { Row } from '../delimited-rows.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { instantOf } from '../instant.ts';
import { mostFacts } from '../most-facts.ts';
import { unstatedMetric } from '../unstated-records.ts';
import { unstatedRun } from '../unstated-run.ts';

/** CodeCarbon `emissions.csv`: what a run consumed and gave off. */
export const codecarbon: Importer = {
  id: 'codecarbon',
  title: { zh: 'CodeCarbon 碳排放记录', en: 'CodeCarbon emissions' },
  recognises: (_file, documents) => documents.kind === 'rows' && ['timestamp', 'project_name', 'duration', 'emissions'].every((title) => documents.header.includes(title)) && documents.header.some((title) => /^(?:energy_consumed|cpu_energy|emissions_rate)$/.test(title)),
  read: (file, documents) => {
    if (documents.kind !== 'rows') return { facts: [], diagnostics: [] };
    const rows = documents.rows();
    if (rows.length === 0) return { facts: [], diagnostics: [diagnostic('empty', file.path, { detail: 'emissions' })] };
    return mostFacts(file.path, rows.flatMap((row, index) => rowFacts(file.path, documents.header, row, index)));
  },
};

const measured = [['emissions', 'kg CO2eq'], ['energy_consumed', 'kWh']] as const;

/** A run with its time, and what it consumed; a value that was not measured is none. */
function rowFacts(file: string, header: readonly string[], row: Row, index: number): readonly Fact[] {
  const told = (title: string) => { const text = (row.values[header.indexOf(title)] ?? '').trim(); return text === '' || header.indexOf(title) === -1 ? null : text; };
  const place = { file, lines: [row.lines[0], row.lines[1]] as [number, number] };
  const run = told('run_id') ?? `${file}#${index}`;
  const values = measured.flatMap(([metric, unit]): readonly FactOf<'eval.metric'>[] => {
    const value = numberIn(told(metric));
    return value === null ? [] : [{ type: 'eval.metric', place, ...unstatedMetric, run, evaluation: file, metric, value, unit, kind: 'cost' }];
  });
  const names = values.map(({ metric }) => metric);
  const fact: FactOf<'pipeline.run'> = {
    type: 'pipeline.run', place, also: [], ...unstatedRun, system: 'codecarbon', run, name: told('project_name'), experiment: told('experiment_id'),
    metrics: names, metricCount: names.length, empty: false, endedAt: instantOf(told('timestamp')), durationSeconds: numberIn(told('duration')),
  };
  return [fact, ...values];
}

function numberIn(text: string | null): number | null {
  return text !== null && /^-?(?:[0-9]{1,18}(?:\.[0-9]{0,25})?|\.[0-9]{1,25})(?:[eE][-+]?[0-9]{1,3})?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}
