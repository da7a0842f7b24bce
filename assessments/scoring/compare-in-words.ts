import type { Pack } from '../catalogue/pack.ts';
import type { Bilingual } from '../language.ts';
import type { Causes, ComparedNode, Comparison } from './comparison.ts';
import { whole } from './evaluation.ts';
import { rulesInWords } from './rule-words.ts';
import { nameOf } from './why-in-words.ts';

/** How many nodes are told one by one. */
const told = 12;

/** What a comparison found, in sentences: the whole first, then every node that moved with what moved it, then ratings and evidence in numbers. */
export function comparisonInWords(comparison: Comparison, pack: Pack): readonly Bilingual[] {
  const moved = comparison.nodes.filter(({ node, moved: how }) => node !== whole && how !== 'same');
  const left = moved.length - told;
  return [
    ...comparison.nodes.filter(({ node }) => node === whole).map((node) => nodeSentence(node, pack)),
    ...moved.slice(0, told).map((node) => nodeSentence(node, pack)),
    ...(left > 0 ? [{ zh: `另有 ${left} 个节点的等级有变化。`, en: `The level of ${left} more ${left === 1 ? 'node' : 'nodes'} changed.` }] : []),
    ...(comparison.rules === null ? [] : [{ zh: `计分规则有变化，原为：${rulesInWords(comparison.rules.from).zh}`, en: `The rules changed; they were: ${rulesInWords(comparison.rules.from).en}` }]),
    ratingsSentence(comparison), evidenceSentence(comparison),
  ];
}

function nodeSentence({ node, from, to, moved, causes }: ComparedNode, pack: Pack): Bilingual {
  const { zh, en } = nameOf(node, pack);
  const [before, after] = [gradeOf(from), gradeOf(to)];
  if (moved === 'same') return before === after ? { zh: `${zh}仍为 ${after}。`, en: `${en} stayed at ${after}.` } : { zh: `${zh}由 ${before} 变为 ${after}，等级未变。`, en: `${en} went from ${before} to ${after}; its level is the same.` };
  const why = causes === null ? { zh: '', en: '' } : causeWords(causes);
  return { zh: `${zh}由 ${before} 变为 ${after}${why.zh}。`, en: `${en} went from ${before} to ${after}${why.en}.` };
}

function causeWords({ rules, pack, children, ratings }: Causes): Bilingual {
  const parts = [
    rules ? { zh: '计分规则变化', en: 'other rules' } : null,
    pack ? { zh: '标准包变化', en: 'another edition of the pack' } : null,
    children.length === 0 ? null : { zh: children.join('、'), en: children.join(', ') },
    ratings.length === 0 ? null : { zh: ratings.join('、'), en: ratings.join(', ') },
  ].filter((part) => part !== null);
  return parts.length === 0 ? { zh: '', en: '' } : { zh: `（因 ${parts.map((part) => part.zh).join('；')}）`, en: ` (because of ${parts.map((part) => part.en).join('; ')})` };
}

function ratingsSentence({ ratings }: Comparison): Bilingual {
  const count = (...directions: readonly string[]): number => ratings.filter(({ direction }) => directions.includes(direction)).length;
  const [raised, lowered, assessed, others] = [count('raised'), count('lowered'), count('assessed'), count('unassessed', 'became-na', 'no-longer-na')];
  return {
    zh: `${ratings.length} 条评分有变化：升 ${raised}，降 ${lowered}，新评 ${assessed}，其他 ${others}。`,
    en: `${ratings.length} ${ratings.length === 1 ? 'rating' : 'ratings'} changed: ${raised} raised, ${lowered} lowered, ${assessed} newly rated, ${others} otherwise.`,
  };
}

function evidenceSentence({ files: { gained, lost, changed } }: Comparison): Bilingual {
  return {
    zh: `证据文件：新增 ${gained.length}，减少 ${lost.length}，内容变化 ${changed.length}。`,
    en: `Evidence files: ${gained.length} gained, ${lost.length} lost, ${changed.length} with other contents.`,
  };
}

function gradeOf(side: ComparedNode['from']): string {
  return side?.grade ?? '–';
}
