import type { Pack } from '../catalogue/pack.ts';
import { type RatingValue, ratingValues } from '../journal/event.ts';
import type { AssessmentState } from '../journal/state.ts';
import { type CauseInput, causesOf } from './causes.ts';
import type { ComparedNode, Comparison, RatingMove, Reached, SideName } from './comparison.ts';
import { whole } from './evaluation.ts';
import { finalRatings } from './final-rating.ts';
import type { ScoreResult } from './result.ts';
import { rulesOf } from './rules.ts';
import { score, valuesOf } from './score.ts';

/** One side of a comparison: an assessment as it stands, or as it stood at a milestone. */
export type CompareSide = { readonly name: string; readonly pack: Pack; readonly state: AssessmentState; readonly result: ScoreResult };

/** A side made from a pack and a folded state. */
export function sideOf(name: string, pack: Pack, state: AssessmentState): CompareSide {
  return { name, pack, state, result: score({ pack, finals: finalRatings(pack, state), targets: state.targets, ...rulesOf(state) }) };
}

/**
 * What became of every node, rating and piece of evidence between two sides, and what moved which level. Nodes and
 * requirements are matched by id, so the sides may have different editions of a pack.
 */
export function compare(from: CompareSide, to: CompareSide): Comparison {
  const [before, after] = [valuesOf(from.result.finals), valuesOf(to.result.finals)];
  const input: CauseInput = {
    from: { pack: from.pack, valueOf: before, rules: from.result.rules }, to: { pack: to.pack, valueOf: after, rules: to.result.rules },
  };
  const causes = causesOf(input);
  const nodes = nodesOf(from.result, to.result).map((node): ComparedNode => ({ ...node, causes: node.moved === 'risen' || node.moved === 'fallen' ? causes(node.node) : null }));
  return {
    from: sideName(from), to: sideName(to), nodes,
    ratings: ratingMoves(from.pack, to.pack, before, after),
    requirements: turnover(requirementsOf(from.pack), requirementsOf(to.pack), (id) => id),
    files: filesTurnover(from.state, to.state),
    links: turnover(linksOf(from.state), linksOf(to.state), ({ requirement, path, stance }) => `${requirement} ${stance} ${path}`),
    rules: sameRules(from.result, to.result) ? null : { from: from.result.rules, to: to.result.rules },
    dropped: nodes.filter(({ moved }) => moved === 'fallen').map(({ node }) => node),
  };
}

function sideName({ name, state: { lastEventAt, events } }: CompareSide): SideName {
  return { name, at: lastEventAt, events };
}

type Moving = Omit<ComparedNode, 'causes'>;

function nodesOf(from: ScoreResult, to: ScoreResult): readonly Moving[] {
  const earlier = new Map(from.nodes.map((node) => [node.id, node]));
  const later = new Set(to.nodes.map(({ id }) => id));
  return [
    { node: whole, kind: 'whole', ...moving(from.overall, to.overall) },
    ...to.nodes.map((node): Moving => ({ node: node.id, kind: node.kind, ...moving(earlier.get(node.id), node) })),
    ...from.nodes.filter(({ id }) => !later.has(id)).map((node): Moving => ({ node: node.id, kind: node.kind, ...moving(node, undefined) })),
  ];
}

function moving(before: Reached | undefined, after: Reached | undefined): Pick<ComparedNode, 'from' | 'to' | 'moved'> {
  const [from, to] = [before === undefined ? null : reached(before), after === undefined ? null : reached(after)];
  return { from, to, moved: movement(from?.level ?? null, to?.level ?? null) };
}

function movement(from: number | null, to: number | null): ComparedNode['moved'] {
  if (from === to) return 'same';
  if (from === null) return 'appeared';
  if (to === null) return 'gone';
  return to > from ? 'risen' : 'fallen';
}

function reached({ level, grade, min, max, assessed, total }: Reached): Reached {
  return { level, grade, min, max, assessed, total };
}

type ValueOf = (requirement: string) => RatingValue | null;

function ratingMoves(from: Pack, to: Pack, before: ValueOf, after: ValueOf): readonly RatingMove[] {
  const known = new Set(requirementsOf(from));
  return to.groups.flatMap((group) => group.requirements.filter(({ id }) => known.has(id) && before(id) !== after(id))
    .map(({ id }): RatingMove => ({ requirement: id, subItem: group.id, from: before(id), to: after(id), direction: direction(before(id), after(id)) })));
}

function direction(from: RatingValue | null, to: RatingValue | null): RatingMove['direction'] {
  if (to === null) return 'unassessed';
  if (to === 'NA') return 'became-na';
  if (from === null) return 'assessed';
  if (from === 'NA') return 'no-longer-na';
  return ratingValues.indexOf(to) > ratingValues.indexOf(from) ? 'raised' : 'lowered';
}

function requirementsOf(pack: Pack): readonly string[] {
  return pack.groups.flatMap((group) => group.requirements.map(({ id }) => id));
}

function filesTurnover(from: AssessmentState, to: AssessmentState): Comparison['files'] {
  const artefacts = new Map(filesOf(from).map(({ path, artefact }) => [path, artefact]));
  const { gained, lost } = turnover([...artefacts.keys()], [...new Set(filesOf(to).map(({ path }) => path))], (path) => path);
  return { gained, lost, changed: filesOf(to).filter(({ path, artefact }) => artefacts.has(path) && artefacts.get(path) !== artefact).map(({ path }) => path) };
}

function filesOf(state: AssessmentState) {
  return state.intakes.flatMap(({ files }) => files);
}

function linksOf(state: AssessmentState): Comparison['links']['gained'] {
  return state.links.map(({ requirement, file, stance }) => ({ requirement, path: file.path, stance }));
}

function turnover<Item>(from: readonly Item[], to: readonly Item[], keyOf: (item: Item) => string): { readonly gained: readonly Item[]; readonly lost: readonly Item[] } {
  const [before, after] = [new Set(from.map(keyOf)), new Set(to.map(keyOf))];
  return { gained: to.filter((item) => !before.has(keyOf(item))), lost: from.filter((item) => !after.has(keyOf(item))) };
}

function sameRules({ rules: one }: ScoreResult, { rules: other }: ScoreResult): boolean {
  const weights = ({ weights: given }: typeof one): string => JSON.stringify(Object.entries(given).filter(([, weight]) => weight !== 1).sort());
  return one.policy === other.policy && one.rollup === other.rollup && one.thresholdPercent === other.thresholdPercent && one.quotaPercent === other.quotaPercent && weights(one) === weights(other);
}
