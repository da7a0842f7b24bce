import { durationSeconds } from '../../duration.ts';
import type { FactOf } from '../../facts.ts';
import { monitoredArea } from '../../monitored-area.ts';
import { type Spot, at, isMapping, items, placeOf, textAt } from '../../spot.ts';

/** One fact per scrape job of a Prometheus configuration; a job without an interval has the global one. */
export function scrapeFacts(root: Spot): readonly FactOf<'monitor.metric'>[] {
  const everywhere = textAt(root, 'global', 'scrape_interval');
  return items(at(root, 'scrape_configs')).filter(({ value }) => isMapping(value)).map((job) => {
    const name = textAt(job, 'job_name') ?? '';
    return {
      type: 'monitor.metric', place: placeOf(job), also: [],
      name, source: 'scrape-config', area: monitoredArea([], name),
      expression: null, threshold: null,
      intervalSeconds: durationSeconds(textAt(job, 'scrape_interval') ?? everywhere),
    };
  });
}
