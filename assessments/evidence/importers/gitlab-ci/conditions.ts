import { cut } from '../../pipeline-step/naming.ts';
import { type Spot, isMapping, items, settingAt, textAt, textsAt } from '../../spot.ts';
import type { Job } from './jobs.ts';

/** When a job runs, as its `rules`, `only`, `except` and `when` say; null where nothing limits it. */
export function conditionOf(job: Job): string | null {
  const when = textAt(job.setting('when'));
  const parts = [
    ...(when === null || when === 'on_success' ? [] : [`when: ${when}`]),
    ...rulesText(job.setting('rules')),
    ...limitText('only', job.setting('only')),
    ...limitText('except', job.setting('except')),
  ];
  return parts.length === 0 ? null : cut(parts.join('; '), 500);
}

/** The place that says that a person has to start the job; null where it starts by itself. */
export function runsByHand(job: Job): Spot | null {
  const when = job.setting('when');
  if (textAt(when) === 'manual') return when;
  return items(job.setting('rules')).find((rule) => textAt(rule, 'when') === 'manual') ?? null;
}

function rulesText(rules: Spot): readonly string[] {
  return items(rules).slice(0, 50).map((rule) => {
    const condition = textAt(rule, 'if');
    const changes = settingAt(rule, 'changes');
    const when = textAt(rule, 'when');
    const told = [condition === null ? null : `if: ${condition}`, changes === null ? null : `changes: ${changes}`, when === null ? null : `when: ${when}`];
    return told.filter((text) => text !== null).join(', ');
  }).filter((text) => text !== '');
}

function limitText(key: string, limit: Spot): readonly string[] {
  const told = isMapping(limit.value) ? settingAt(limit) : textsAt(limit).join(', ');
  return told === null || told === '' ? [] : [`${key}: ${told}`];
}
