import type { FactOf } from '../../facts.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { modelNamed } from './bundle-parts.ts';
import { outcomesIn } from './cards.ts';
import { releaseNamed } from './decision.ts';
import { binderGrid, stepsIn } from './kinds.ts';
import { listIn, placeholdersOf, saidIn } from './lookup.ts';
import { percentOf, spanSeconds } from './wording.ts';
import type { WrittenRecord } from './written-record.ts';

/** A canary plan. */
export function canaryFacts(record: WrittenRecord): readonly FactOf<'rollout.plan'>[] {
  const traffic = saidIn(record, 'traffic', 'canary scope');
  return [{
    type: 'rollout.plan', place: record.place, also: [], release: releaseNamed(record), ...modelNamed(record),
    id: saidIn(record, 'canary id', 'plan id'), name: saidIn(record, 'use case') ?? record.title, stage: stageOf(record), trafficPercent: percentOf(traffic), scope: traffic,
    entryCondition: saidIn(record, 'entry condition'), durationSeconds: spanSeconds(saidIn(record, 'duration')), metrics: listIn(record, 'monitored metrics'),
    rollbackConditions: listIn(record, 'auto rollback', 'automatic rollback trigger'), manualReview: saidIn(record, 'manual review'), exitDecisions: outcomesIn(saidIn(record, 'exit decision')),
    rollbackTarget: saidIn(record, 'rollback target'), placeholders: placeholdersOf(record),
  }];
}

function stageOf(record: WrittenRecord): FactOf<'rollout.plan'>['stage'] {
  const words = `${saidIn(record, 'stage') ?? ''} ${saidIn(record, 'canary id', 'plan id') ?? ''} ${record.title}`;
  if (/canary|灰度|金丝雀/i.test(words)) return 'canary';
  if (/shadow|影子/i.test(words)) return 'shadow';
  if (/ramp|放量/i.test(words)) return 'ramp';
  return /\bfull\b|全量/i.test(words) ? 'full' : 'unstated';
}

const runbookKinds: readonly (readonly [RegExp, FactOf<'runbook'>['kind']])[] = [
  [/roll[\s-]?back|回滚/i, 'rollback'], [/incident|outage|事件|事故|应急/i, 'incident'], [/retir|decommission|sunset|下线|退役/i, 'retirement'], [/re-?train|重新训练|再训练/i, 'retraining'],
  [/monitor|drift|监控|漂移/i, 'monitoring'], [/deploy|release|promotion|rollout|部署|发布|上线/i, 'deployment'],
];

/** Steps with their owners and what each leaves; steps without an action are left out. */
export function runbookFacts(record: WrittenRecord): readonly FactOf<'runbook'>[] {
  const grid = stepsIn(record);
  if (grid === undefined) return [];
  const named = (row: (typeof grid.rows)[number], ...columns: readonly string[]) => columns.map((column) => row.cells.get(column) ?? null).find((text) => !isPlaceholder(text)) ?? null;
  const rows = grid.rows.filter((row) => named(row, 'action') !== null);
  const ownerOf = (row: (typeof grid.rows)[number]) => named(row, 'owner', 'responsible', 'role');
  const title = [record.title, grid.section, record.file.slice(record.file.lastIndexOf('/') + 1)].find((text) => runbookKinds.some(([words]) => words.test(text))) ?? record.title;
  return [{
    type: 'runbook', place: grid.place, also: [], release: releaseNamed(record), ...modelNamed(record), name: record.title === '' ? record.file : record.title, kind: runbookKinds.find(([words]) => words.test(title))?.[1] ?? kindOfActions(rows.map((row) => named(row, 'action') ?? '')),
    steps: rows.length, stepsWithOwner: rows.filter((row) => ownerOf(row) !== null).length, stepsWithEvidence: rows.filter((row) => named(row, 'evidence', 'record') !== null).length,
    roles: [...new Set(rows.flatMap((row) => ownerOf(row) ?? []))], triggers: listIn(record, 'triggers', 'trigger', 'rollback trigger'), target: saidIn(record, 'rollback target'),
    placeholders: grid.rows.flatMap(({ cells }) => [...cells.values()]).filter((text) => text !== '' && isPlaceholder(text)).length + record.blanks,
  }];
}

/** Where no title says it: most steps of a way back speak of going back. */
function kindOfActions(actions: readonly string[]): FactOf<'runbook'>['kind'] {
  return actions.filter((action) => /roll[\s-]?back|revert|previous|回滚|恢复/i.test(action)).length >= 2 ? 'rollback' : 'other';
}

/** The index of an evidence binder: its sections, and which have something in them. */
export function binderFacts(record: WrittenRecord): readonly FactOf<'evidence.binder'>[] {
  const grid = binderGrid(record);
  if (grid === undefined) return [];
  const rows = grid.rows.map(({ cells }) => [...cells.values()]).filter(([name = '']) => name !== '');
  const isFilled = ([, ...rest]: readonly string[]) => rest.some((text) => !isPlaceholder(text));
  return [{
    type: 'evidence.binder', place: grid.place, also: [], release: releaseNamed(record), name: record.title === '' ? record.file : record.title,
    sections: rows.map(([name = '']) => name), filled: rows.filter(isFilled).map(([name = '']) => name), missing: rows.filter((row) => !isFilled(row)).map(([name = '']) => name),
    placeholders: rows.flat().filter((text) => isPlaceholder(text)).length,
  }];
}
