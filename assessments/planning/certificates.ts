import type { Group } from '../catalogue/pack.ts';
import type { Ladder } from '../scoring/levels.ts';
import { ladderOf, thirds } from '../scoring/levels.ts';
import { type Valued, policyRules, thirdsNeeded } from '../scoring/policies.ts';
import type { NodeResult } from '../scoring/result.ts';
import { quotaOf } from '../scoring/rollups.ts';
import { type ScoringRules, weightOf } from '../scoring/rules.ts';
import { valuesOf } from '../scoring/score.ts';
import { type Draft, type Term, addRow, addShare } from './programme.ts';
import type { Situation } from './situation.ts';

/** That a node reaches a level: certain, impossible, or a variable that may be 1 only if it does. */
export type Certificate = { readonly certain: boolean } | { readonly variable: number };
export type Certificates = {
  /** `node` '' = the whole pack. */
  readonly reaches: (node: string, level: number) => Certificate;
  /** The variable that may be 1 only if a chosen action closes the requirement; undefined where no candidate does. */
  readonly closed: (requirement: string) => number | undefined;
};

const none = { now: null, reachable: null };

/**
 * Adds to a programme what it takes to say “this node reaches that level”, as far as it is asked: variables per
 * requirement, per level of a sub-item and per level of the nodes above, each with the constraints that let it be 1 only
 * where policy and roll-up give that level (assessments/scoring). Closing takes a requirement to F.
 */
export function certificatesIn(draft: Draft, situation: Situation, actions: ReadonlyMap<string, number>): Certificates {
  const { input: { pack, finals, rules }, now, reachable } = situation;
  const groups = new Map(pack.groups.map((group) => [group.id, group]));
  const levels = new Map([['', { now: now.overall.level, reachable: reachable.overall.level }], ...now.nodes.map((node, index) => [node.id, { now: node.level, reachable: reachable.nodes[index]?.level ?? null }] as const)]);
  const childrenOf = (node: string): readonly string[] => (node === '' ? pack.groups.filter(({ parent }) => parent === null).map(({ id }) => id) : groups.get(node)?.children ?? []).filter((id) => (levels.get(id)?.now ?? null) !== null);

  const closed = remembering((requirement: string) => closedVariable(draft, situation, actions, requirement));
  const known = new Map<string, Certificate>();
  const reaches = (node: string, level: number): Certificate => {
    const { now: has, reachable: most } = levels.get(node) ?? none;
    if ((has ?? -1) >= level) return { certain: true };
    if ((most ?? -1) < level) return { certain: false };
    const name = `${node}>=${level}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const made = { variable: addShare(draft, name, { whole: true }) };
    known.set(name, made);
    addRows(node, level, made.variable);
    if (level > 1) impliesCertificate(draft, made.variable, reaches(node, level - 1));
    return made;
  };
  const addRows = (node: string, level: number, variable: number): void => {
    const group = groups.get(node);
    if (group?.children.length === 0) addLeafRows(draft, variable, { ladder: ladderOf(group, valuesOf(finals)), level, rules, closed });
    else {
      addRollupRows(draft, variable, { level, rules, children: childrenOf(node), reaches });
      if (rules.rollup === 'mean') tightened(node);
    }
  };
  const tightened = remembering((node: string) => { addMeanRow(draft, { node, rules, children: childrenOf(node), reaches }); return true; });
  return { reaches, closed };
}

/** At least one chosen action closes it. Between 0 and 1 is no lie: where it may be more than 0 it may be 1. */
function closedVariable(draft: Draft, { candidates }: Situation, actions: ReadonlyMap<string, number>, requirement: string): number | undefined {
  const closing = candidates.filter(({ satisfies }) => satisfies.includes(requirement)).flatMap(({ id }) => actions.get(id) ?? []);
  if (closing.length === 0) return undefined;
  const variable = addShare(draft, `closed ${requirement}`, { whole: false });
  addRow(draft, [...closing.map((action): Term => [action, 1]), [variable, -1]], { least: 0 });
  return variable;
}

type Leaf = { readonly ladder: Ladder; readonly level: number; readonly rules: ScoringRules; readonly closed: (requirement: string) => number | undefined };

/** A sub-item reaches a level with the next one it can have as a result. */
function addLeafRows(draft: Draft, variable: number, { ladder: { applicable, attainable }, level, rules, closed }: Leaf): void {
  const result = attainable.find((one) => one >= level) ?? level;
  const upTo = applicable.map((one): Valued => ({ ...one, value: one.value ?? thirds.N })).filter((one) => one.level <= result);
  const onlyIf = (requirement: string): void => { implies(draft, variable, closed(requirement)); };
  if (rules.policy !== 'threshold') {
    for (const { id } of policyRules[rules.policy](rules).blocking(upTo)) onlyIf(id);
    return;
  }
  for (const own of Map.groupBy(upTo, (one) => one.level).values()) {
    for (const { id, mandatory, value } of own) if (mandatory && value === thirds.N) onlyIf(id);
    const lacking = thirdsNeeded(own.length, rules.thresholdPercent) - own.reduce((sum, { value }) => sum + value, 0);
    if (lacking > 0) addRow(draft, [...own.flatMap(({ id, value }): readonly Term[] => { const brings = closed(id); return brings === undefined || value === thirds.F ? [] : [[brings, thirds.F - value]]; }), [variable, -lacking]], { least: 0 });
  }
}

type Rolled = { readonly level: number; readonly rules: ScoringRules; readonly children: readonly string[]; readonly reaches: (node: string, level: number) => Certificate };

function addRollupRows(draft: Draft, variable: number, { level, rules, children, reaches }: Rolled): void {
  const each = (at: number): void => { if (at > 0) for (const child of children) impliesCertificate(draft, variable, reaches(child, at)); };
  switch (rules.rollup) {
    case 'minimum': each(level); break;
    case 'quota':
      each(level - 1);
      addSum(draft, variable, quotaOf(children.length, rules.quotaPercent), children.map((child) => [reaches(child, level), 1]));
      break;
    case 'mean':
      each(level - 1);
      addSum(draft, variable, level * children.reduce((sum, child) => sum + weightOf(rules, child), 0), children.flatMap((child) => [1, 2, 3, 4, 5].map((at): readonly [Certificate, number] => [reaches(child, at), weightOf(rules, child)])));
      break;
  }
}

/**
 * The level of a node is at most the mean of its children: true anyway, and said in one row it keeps a solver from
 * counting on half a level here and half a level there, which it would take very long to rule out.
 */
function addMeanRow(draft: Draft, { node, rules, children, reaches }: Omit<Rolled, 'level'> & { readonly node: string }): void {
  const weight = children.reduce((sum, child) => sum + weightOf(rules, child), 0);
  const parts = [...children.map((child) => [child, weightOf(rules, child)] as const), [node, -weight] as const]
    .flatMap(([at, counts]) => [1, 2, 3, 4, 5].map((level) => [reaches(at, level), counts] as const));
  const certain = parts.reduce((sum, [certificate, counts]) => sum + ('certain' in certificate && certificate.certain ? counts : 0), 0);
  addRow(draft, parts.flatMap(([certificate, counts]): readonly Term[] => ('variable' in certificate ? [[certificate.variable, counts]] : [])), { least: -certain });
}

/** The sum of what is certain or chosen is at least so much where the variable is 1. */
function addSum(draft: Draft, variable: number, least: number, parts: readonly (readonly [Certificate, number])[]): void {
  const certain = parts.reduce((sum, [certificate, weight]) => sum + ('certain' in certificate && certificate.certain ? weight : 0), 0);
  const terms = parts.flatMap(([certificate, weight]): readonly Term[] => ('variable' in certificate ? [[certificate.variable, weight]] : []));
  if (least > certain) addRow(draft, [...terms, [variable, certain - least]], { least: 0 });
}

function impliesCertificate(draft: Draft, variable: number, needed: Certificate): void {
  if ('variable' in needed) implies(draft, variable, needed.variable);
  else if (!needed.certain) implies(draft, variable, undefined);
}

/** The variable is at most the other; 0 where there is none. */
function implies(draft: Draft, variable: number, needed: number | undefined): void {
  if (needed === undefined) addRow(draft, [[variable, 1]], { most: 0 });
  else addRow(draft, [[needed, 1], [variable, -1]], { least: 0 });
}

function remembering<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined || made.has(key)) return known as Value;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** A sub-item or clause group: what requirements are written in. */
export function isLeaf({ children }: Pick<Group, 'children'>): boolean {
  return children.length === 0;
}

/** The level and ceiling of a node in a result, null where there is no such node; '' = the whole pack. */
export function resultAt(result: { readonly overall: Pick<NodeResult, 'level' | 'ceiling'>; readonly nodes: readonly NodeResult[] }, node: string): Pick<NodeResult, 'level' | 'ceiling'> {
  return node === '' ? result.overall : result.nodes.find(({ id }) => id === node) ?? { level: null, ceiling: null };
}
