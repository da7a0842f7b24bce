import { type NodeResult, type Pack, type Policy, type RatingValue, type Rollup, type ScoreResult, type ScoringRules, type Why, score, why } from '#assessments';
import { type PackSketch, type RequirementSketch, type SubItemSketch, type TreeSketch, aPack } from './packs.ts';
import { finalsOf } from './ratings.ts';

/**
 * A sub-item and its ratings in one line: `1:F F | 2:L - | 4:x | 5:=`. Per level the ratings N P L F, `-` unassessed,
 * `x` not applicable, `!` after a rating = mandatory; `=` declares the level as inherited. Ids are `<sub-item>-L2-1`.
 */
export type Ladder = string;

const signs: Readonly<Record<string, RatingValue | null>> = { N: 'N', P: 'P', L: 'L', F: 'F', x: 'NA', '-': null };

type Read = { readonly subItem: SubItemSketch; readonly values: Readonly<Record<string, RatingValue | null>> };

function readLadder(id: string, ladder: Ladder): Read {
  const inherited: number[] = [];
  const requirements: RequirementSketch[] = [];
  const values: Record<string, RatingValue | null> = {};
  for (const part of ladder.split('|').map((one) => one.trim()).filter((one) => one !== '')) {
    const [level, said] = part.split(':');
    if (said === '=') { inherited.push(Number(level)); continue; }
    said!.trim().split(/\s+/).forEach((sign, index) => {
      const requirement = `${id}-L${level}-${index + 1}`;
      requirements.push({ id: requirement, level: Number(level), mandatory: sign.endsWith('!') });
      const value = signs[sign[0]!];
      if (value === undefined) throw new Error(`A ladder has no sign ${sign}.`);
      values[requirement] = value;
    });
  }
  return { subItem: { requirements, inherited }, values };
}

export type Climb = Partial<Pick<ScoringRules, 'thresholdPercent' | 'quotaPercent' | 'weights'>> & { readonly policy?: Policy; readonly rollup?: Rollup; readonly targets?: Readonly<Record<string, number>>; readonly tree?: TreeSketch };

/** The score of sub-items given as ladders (an empty ladder = not yet written), and the pack it was made from. */
export function scoreOf(ladders: Readonly<Record<string, Ladder>>, { policy = 'strict', rollup = 'minimum', targets = {}, tree, ...numbers }: Climb = {}): { readonly pack: Pack; readonly result: ScoreResult; readonly node: (id: string) => NodeResult; readonly why: (id: string) => Why } {
  const read = Object.entries(ladders).map(([id, ladder]) => [id, readLadder(id, ladder)] as const);
  const sketch: PackSketch = {
    tree: tree ?? { 1: { 1.1: Object.keys(ladders) } },
    subItems: Object.fromEntries(read.filter(([, { subItem }]) => subItem.requirements.length > 0).map(([id, { subItem }]) => [id, subItem])),
  };
  const pack = aPack(sketch);
  const input = { pack, finals: finalsOf(pack, Object.assign({}, ...read.map(([, { values }]) => values)) as Readonly<Record<string, RatingValue | null>>), policy, rollup, targets, ...numbers };
  const result = score(input);
  return { pack, result, node: (id) => result.nodes.find((node) => node.id === id)!, why: (id) => why(input, id)! };
}
