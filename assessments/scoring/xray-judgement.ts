import { confidencesOf } from './doubts.ts';
import type { Found, XrayRule } from './xray.ts';
import type { XrayRow, XrayView } from './xray-view.ts';

/** Checks of how ratings came about. */
export const judgementRules: readonly XrayRule[] = [naWithoutRationale, naOneRater, machineOnly, disputed, stale, lowConfidence, reworded, notConfirmed, unsettled];

function naWithoutRationale({ rows }: XrayView): readonly Found[] {
  return rows.filter(({ final, ratings, consensus }) => final.value === 'NA' && [...ratings.filter(({ value }) => value === 'NA'), ...(consensus === null ? [] : [consensus])].every(({ rationale }) => rationale.trim() === '')).map(({ requirement: { id } }) => ({
    kind: 'na-without-rationale', requirement: id,
    zh: `${id} 评为不适用，却没有写明理由：请写明为何不适用。`, en: `${id} is rated not applicable without a reason: say why it does not apply.`,
  }));
}

function naOneRater({ rows }: XrayView): readonly Found[] {
  return rows.filter((row) => row.final.value === 'NA' && eyes(row) < 2).map(({ requirement: { id } }) => ({
    kind: 'na-one-rater', requirement: id,
    zh: `${id} 只有一人评为不适用：不适用会抬高等级，请另一位评估师复核。`, en: `Only one person rated ${id} not applicable: that can lift a level, so have another assessor look at it.`,
  }));
}

function eyes({ ratings, consensus }: XrayRow): number {
  return new Set([...ratings.filter(({ value, basis }) => value === 'NA' && basis.kind === 'human').map(({ author }) => author.id), ...(consensus === null ? [] : [consensus.author.id])]).size;
}

function machineOnly({ rows }: XrayView): readonly Found[] {
  return rows.filter(({ final }) => final.basis === 'machine').map(({ requirement: { id }, final: { value } }) => ({
    kind: 'machine-only', requirement: id,
    zh: `${id} 的评分 ${value ?? '–'} 只来自机器：请评估师核对后评分。`, en: `Only the machine rated ${id} (${value ?? '–'}): have an assessor look and rate it.`,
  }));
}

function disputed({ rows }: XrayView): readonly Found[] {
  return rows.filter(({ final }) => final.disputed.length > 0).map(({ requirement: { id }, final }) => ({
    kind: 'disputed', requirement: id,
    zh: `${id} 的评分不一致（${final.disputed.join('、')}），按未评计：请合议。`, en: `Assessors differ on ${id} (${final.disputed.join(', ')}), so it counts as unassessed: settle it by consensus.`,
  }));
}

function stale({ rows }: XrayView): readonly Found[] {
  return rows.filter(({ consensus }) => consensus?.stale === true).map(({ requirement: { id } }) => ({
    kind: 'consensus-stale', requirement: id,
    zh: `${id} 合议之后又有评分变化：请复核合议结论。`, en: `A rating of ${id} changed after its consensus: look at the consensus again.`,
  }));
}

function lowConfidence({ rows, state, result, decides }: XrayView): readonly Found[] {
  const said = confidencesOf(state, result.finals);
  return rows.filter(({ requirement: { id } }) => said.get(id) === 'low' && decides(id)).map(({ requirement: { id }, subItem }) => ({
    kind: 'low-confidence-deciding', requirement: id,
    zh: `${id} 的评分把握低，却足以改变 ${subItem} 的等级：请优先核实。`, en: `${id} was rated with low confidence and decides the level of ${subItem}: look into it first.`,
  }));
}

/** Rated before another edition was pinned, or carried over and not rated here yet. */
function reworded({ state, rows, reworded: since }: XrayView): readonly Found[] {
  const rated = rows.filter(({ requirement: { id }, final }) => since.has(id) && final.value !== null).map(({ requirement: { id } }): Found => ({
    kind: 'reworded', requirement: id,
    zh: `${id} 评分之后条文有改动：请按新条文复核评分。`, en: `${id} has been reworded since it was rated: look at the rating again by its new words.`,
  }));
  const carried = state.carried.filter((carried) => carried.reworded && !carried.confirmed).map(({ requirement, value }) => ({
    kind: 'reworded', requirement,
    zh: `${requirement} 上次评为 ${value}，此后条文有改动：请按新条文重新评分。`, en: `${requirement} was rated ${value} last time and has been reworded since: rate it by its new words.`,
  } satisfies Found));
  return [...rated, ...carried];
}

function notConfirmed({ state }: XrayView): readonly Found[] {
  return state.carried.filter((carried) => !carried.reworded && !carried.confirmed).map(({ requirement, value }) => ({
    kind: 'not-confirmed', requirement,
    zh: `${requirement} 上次评为 ${value}，本次还没有确认：请确认或重新评分。`, en: `${requirement} was rated ${value} last time and is not confirmed yet: confirm it or rate it again.`,
  }));
}

function unsettled({ state }: XrayView): readonly Found[] {
  if (state.conflicts.length === 0) return [];
  return [{
    kind: 'unsettled', node: '',
    zh: `有 ${state.conflicts.length} 处并行修改尚未裁定：请逐处裁定。`, en: `${state.conflicts.length} concurrent ${state.conflicts.length === 1 ? 'change waits' : 'changes wait'} to be settled: settle each of them.`,
  }];
}
