import { policyNames, rollupNames, rulesInWords, type Bilingual, type Pack, type Why } from '#assessments';
import { explain } from '../../handlers/questions.ts';
import type { Session } from '../../handlers/session.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, inLanguage } from '../terminal.ts';

type Explained = { readonly why: Why; readonly words: readonly Bilingual[] };
/** How the whole may be called where a node is asked for. */
const wholeNames = new Set(['', 'whole', 'overall', '总体', '整体']);
/** How many ratings are listed under "where to spend the remaining hour". */
const listed = 15;

/** Why the named node has its level; refuses a node the pack does not have. */
export function explained(session: Session, node: string, ...rest: Parameters<typeof explain> extends [unknown, unknown, ...infer More] ? More : never): Explained {
  const found = explain(session, wholeNames.has(node) ? '' : node, ...rest);
  if (found === null) throw new Refusal({ zh: `标准包中没有节点“${node}”；请给出能力域、能力项或能力子项的编号，或 whole（总体）。`, en: `The catalogue pack has no node “${node}”; give the id of a domain, item or sub-item, or “whole”.` });
  return found;
}

/** The answer for a person: the sentences, then the lists behind them, then the table of other rules. */
export function printWhy(terminal: Terminal, pack: Pack, { why, words }: Explained): void {
  for (const sentence of words.slice(0, -1)) terminal.out(inLanguage(terminal, sentence));
  const texts = new Map(pack.groups.flatMap((group) => group.requirements.map((requirement) => [requirement.id, requirement[terminal.language]] as const)));
  const section = (title: Bilingual, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    terminal.out('');
    terminal.out(inLanguage(terminal, title));
    for (const line of lines) terminal.out(`  ${line}`);
  };
  section({ zh: '挡住下一级的要求：', en: 'What blocks the next level:' }, why.blocking.map(({ requirement, value, needs }) => `${requirement}  ${value ?? '–'}${needs === null ? '' : `→${needs}`}  ${texts.get(requirement) ?? ''}`));
  section({ zh: '最短的升级路径：', en: 'The shortest way up:' }, (why.lift?.changes ?? []).map(({ requirement, from, to }) => `${requirement}  ${from ?? '–'}→${to}  ${texts.get(requirement) ?? ''}`));
  section({ zh: '剩下的时间先核实这些（最不确定的在前）：', en: 'Where to spend the remaining hour (the most doubtful first):' }, why.sensitivity.slice(0, listed).map((one) => `${one.requirement}  ${turns(one)}  ${inLanguage(terminal, doubtNames[one.doubt])}`));
  section({ zh: '按其他规则：', en: 'By other rules:' }, alternatives(terminal, why));
  terminal.out('');
  terminal.out(inLanguage(terminal, rulesInWords(why.rules)));
  terminal.out(inLanguage(terminal, { zh: '非中国信通院官方规则（官方规则未公开）。', en: "Not CAICT's official rule (which is not public)." }));
}

const doubtNames: Readonly<Record<Why['sensitivity'][number]['doubt'], Bilingual>> = {
  'low-confidence': { zh: '把握低', en: 'low confidence' }, 'unassessed': { zh: '未评', en: 'unassessed' }, 'disputed': { zh: '有分歧', en: 'disputed' },
  'machine': { zh: '只有机器评分', en: 'machine only' }, 'none': { zh: '', en: '' },
};

function turns({ value, raises, lowers }: Why['sensitivity'][number]): string {
  return [raises, lowers].filter((turn) => turn !== null).map(({ to, level }) => `${value ?? '–'}→${to} = ${level}`).join(', ');
}

/** One line per policy with its three roll-ups; the one in force is marked. */
function alternatives(terminal: Terminal, { alternatives: all, rules }: Why): readonly string[] {
  return [...Map.groupBy(all, ({ policy }) => policy)].map(([policy, row]) => `${inLanguage(terminal, policyNames[policy])}: ${row.map(({ rollup, min, max }) => {
    const mark = policy === rules.policy && rollup === rules.rollup ? '*' : '';
    return `${inLanguage(terminal, rollupNames[rollup])} ${min === max ? (min ?? '–') : `${min ?? '–'} (${min ?? '–'}–${max ?? '–'})`}${mark}`;
  }).join('  ')}`);
}
