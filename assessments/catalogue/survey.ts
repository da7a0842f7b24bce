import { type Group, type Pack, type Requirement, axes, sourceKinds, verifyMethods } from './pack.ts';

type Counted<Name extends string> = readonly { readonly name: Name; readonly count: number }[];
/** How many requirements at levels 2–4 there are, and how many of them have a check. */
type Checked = { readonly checked: number; readonly total: number };

/** What a pack holds, counted. In conformance and gate packs the levels say nothing, yet every requirement has one. */
export type PackSurvey = {
  readonly requirements: number;
  readonly actions: number;
  /** The leaves in document order; `levels` are the counts at level 1 to 5. */
  readonly subItems: readonly { readonly id: string; readonly zh: string; readonly en: string; readonly levels: readonly number[]; readonly total: number; readonly middle: Checked }[];
  readonly levels: readonly number[];
  readonly middle: Checked;
  readonly axes: Counted<(typeof axes)[number]>;
  /** By requirements that can be verified so; most can be in more than one way. */
  readonly methods: Counted<(typeof verifyMethods)[number]>;
  /** How sure the content is: requirements that name a source of the kind, and those that rest on it alone. */
  readonly sources: readonly { readonly name: (typeof sourceKinds)[number]; readonly count: number; readonly alone: number }[];
};

/** Counts a pack by sub-item and level, axis, verify method, checks and source. */
export function surveyPack(pack: Pack): PackSurvey {
  const all = pack.groups.flatMap(({ requirements }) => requirements);
  const kindsOf = ({ source }: Requirement): ReadonlySet<string> => new Set(source.map(({ kind }) => kind));
  return {
    requirements: all.length,
    actions: pack.actions.length,
    subItems: pack.groups.filter(({ children }) => children.length === 0).map(surveyGroup),
    levels: levelsOf(all),
    middle: middleOf(all),
    axes: axes.map((name) => ({ name, count: all.filter(({ axis }) => axis === name).length })),
    methods: verifyMethods.map((name) => ({ name, count: all.filter(({ verify }) => verify.some(({ method }) => method === name)).length })),
    sources: sourceKinds.map((name) => ({ name, count: all.filter((one) => kindsOf(one).has(name)).length, alone: all.filter((one) => kindsOf(one).has(name) && kindsOf(one).size === 1).length })),
  };
}

function surveyGroup({ id, zh, en, requirements }: Group): PackSurvey['subItems'][number] {
  return { id, zh, en, levels: levelsOf(requirements), total: requirements.length, middle: middleOf(requirements) };
}

function levelsOf(requirements: readonly Requirement[]): readonly number[] {
  return [1, 2, 3, 4, 5].map((level) => requirements.filter((requirement) => requirement.level === level).length);
}

function middleOf(requirements: readonly Requirement[]): Checked {
  const middle = requirements.filter(({ level }) => level >= 2 && level <= 4);
  return { checked: middle.filter(({ checks }) => checks.length > 0).length, total: middle.length };
}
