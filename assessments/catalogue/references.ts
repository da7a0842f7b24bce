import { findCycles } from './cycles.ts';
import type { GroupNode, Requirement } from './pack.ts';
import type { PackSource, PackSources, SubItemSource } from './pack-source.ts';
import { type Blanks, type CatalogueProblem, type CatalogueProblemKind, type ProblemPlace, catalogueProblem } from './problem.ts';
import { tagProblems } from './tags.ts';

/** A part of a pack's files: where it lies, and the requirement it belongs to. */
type Spot = { readonly source: PackSource<unknown>; readonly pointer: string; readonly requirement?: string };
type Written = { readonly requirement: Requirement; readonly spot: Spot };
type Tree = ReadonlyMap<string, { readonly node: GroupNode; readonly spot: Spot }>;

/** Everything that only shows when a pack's files are seen together: ids, references, circles, inherited levels. */
export function crossCheck(sources: PackSources): readonly CatalogueProblem[] {
  const groups = sources.head.content.groups.flatMap((node, index) => nodesOf(node, { source: sources.head, pointer: `/groups/${index}` }));
  const tree: Tree = new Map(groups.map((group) => [group.node.id, group]));
  const written = sources.subItems.flatMap(requirementsOf);
  return [
    ...groups.flatMap(groupKind),
    ...duplicateIds(groups, written, sources),
    ...sources.subItems.flatMap((source, index) => subItemPlace(source, sources.subItems.slice(0, index), tree)),
    ...sources.subItems.flatMap(inheritance),
    ...dependencies(written),
    ...related(written, tree, new Set(sources.subItems.map(({ content }) => content.subItem))),
    ...actionReferences(sources, written),
    ...tagProblems(sources),
  ];
}

function at(kind: CatalogueProblemKind, { source, pointer, requirement }: Spot, blanks: Blanks): CatalogueProblem {
  const place: ProblemPlace = { path: source.path, pointer, line: source.lineOf(pointer) };
  return catalogueProblem(kind, requirement === undefined ? place : { ...place, requirement }, blanks);
}

function nodesOf(node: GroupNode, spot: Spot): readonly { readonly node: GroupNode; readonly spot: Spot }[] {
  const children = node.children ?? [];
  return [{ node, spot }, ...children.flatMap((child, index) => nodesOf(child, { ...spot, pointer: `${spot.pointer}/children/${index}` }))];
}

function requirementsOf(source: SubItemSource): readonly Written[] {
  return source.content.requirements.map((requirement, index) => ({ requirement, spot: { source, pointer: `/requirements/${index}`, requirement: requirement.id } }));
}

const leafKinds: readonly string[] = ['subItem', 'clauseGroup', 'gate'];

function groupKind({ node, spot }: { readonly node: GroupNode; readonly spot: Spot }): readonly CatalogueProblem[] {
  const leaf = node.children === undefined || node.children.length === 0;
  return leafKinds.includes(node.kind) === leaf ? [] : [at('group-kind', spot, { id: node.id, groupKind: node.kind })];
}

/** Notes and links name groups and requirements by id alone, so these share one space of ids; checks and actions have their own. */
function duplicateIds(groups: readonly { readonly node: GroupNode; readonly spot: Spot }[], written: readonly Written[], { actions }: PackSources): readonly CatalogueProblem[] {
  const nodes = groups.map(({ node, spot }) => ({ id: node.id, spot }));
  const requirements = written.map(({ requirement, spot }) => ({ id: requirement.id, spot }));
  const checks = written.flatMap(({ requirement, spot }) => requirement.checks.map(({ id }, index) => ({ id, spot: { ...spot, pointer: `${spot.pointer}/checks/${index}` } })));
  const actionIds = actions === null ? [] : actions.content.actions.map(({ id }, index) => ({ id, spot: { source: actions, pointer: `/actions/${index}` } }));
  return [[...nodes, ...requirements], checks, actionIds].flatMap(repeated);
}

function repeated(named: readonly { readonly id: string; readonly spot: Spot }[]): readonly CatalogueProblem[] {
  const first = new Map<string, Spot>();
  return named.flatMap(({ id, spot }) => {
    const earlier = first.get(id);
    if (earlier === undefined) { first.set(id, spot); return []; }
    return [at('duplicate-id', { ...spot, pointer: `${spot.pointer}/id` }, { id, other: `${earlier.source.path}#${earlier.pointer}` })];
  });
}

function subItemPlace(source: SubItemSource, earlier: readonly SubItemSource[], tree: Tree): readonly CatalogueProblem[] {
  const id = source.content.subItem;
  const spot = { source, pointer: '/subItem' };
  const twin = earlier.find(({ content }) => content.subItem === id);
  if (twin !== undefined) return [at('second-file', spot, { id, other: twin.path })];
  const group = tree.get(id);
  if (group === undefined) return [at('unknown-group', spot, { id })];
  return leafKinds.includes(group.node.kind) ? [] : [at('not-a-leaf', spot, { id })];
}

/** An inherited level (同上) says the same as the level below: it has nothing of its own, and the level below has something. */
function inheritance(source: SubItemSource): readonly CatalogueProblem[] {
  const { inherited, requirements } = source.content;
  return inherited.flatMap((level, index) => {
    const spot = { source, pointer: `/inherited/${index}` };
    const own = requirements.find((requirement) => requirement.level === level);
    if (own !== undefined) return [at('inherited-with-requirements', spot, { level, id: own.id })];
    const based = inherited.includes(level - 1) || requirements.some((requirement) => requirement.level === level - 1);
    return based ? [] : [at('inherited-from-nothing', spot, { level })];
  });
}

function dependencies(written: readonly Written[]): readonly CatalogueProblem[] {
  const byId = new Map(written.map((entry) => [entry.requirement.id, entry]));
  const wrong = written.flatMap(({ requirement, spot }) => requirement.dependsOn.flatMap((id, index) => {
    const target = byId.get(id);
    const place = { ...spot, pointer: `${spot.pointer}/dependsOn/${index}` };
    if (target === undefined) return [at('unknown-dependency', place, { id })];
    const higher = target.requirement.level;
    return higher > requirement.level ? [at('depends-upwards', place, { id, level: requirement.level, higher })] : [];
  }));
  const edges = new Map(written.map(({ requirement }) => [requirement.id, requirement.dependsOn]));
  return [...wrong, ...circles('dependency-cycle', edges, (id) => byId.get(id)?.spot, 'dependsOn')];
}

function circles(kind: CatalogueProblemKind, edges: ReadonlyMap<string, readonly string[]>, spotOf: (id: string) => Spot | undefined, field: string): readonly CatalogueProblem[] {
  return findCycles(edges).flatMap((ids) => {
    const spot = spotOf(ids[0] ?? '');
    return spot === undefined ? [] : [at(kind, { ...spot, pointer: `${spot.pointer}/${field}` }, { ids: ids.join(' → ') })];
  });
}

/** A related id lies in this pack where it begins with the id of one of its leaves and a hyphen; other packs are not known here. */
function related(written: readonly Written[], tree: Tree, writtenLeaves: ReadonlySet<string>): readonly CatalogueProblem[] {
  const known = new Set(written.map(({ requirement }) => requirement.id));
  const leaves = [...tree.values()].filter(({ node }) => leafKinds.includes(node.kind)).map(({ node }) => node.id);
  return written.flatMap(({ requirement, spot }) => requirement.related.flatMap((id, index) => {
    const leaf = leaves.find((one) => id.startsWith(`${one}-`));
    if (leaf === undefined || known.has(id)) return [];
    return [at(writtenLeaves.has(leaf) ? 'unknown-related' : 'related-not-written', { ...spot, pointer: `${spot.pointer}/related/${index}` }, { id })];
  }));
}

function actionReferences({ actions }: PackSources, written: readonly Written[]): readonly CatalogueProblem[] {
  if (actions === null) return [];
  const requirements = new Set(written.map(({ requirement }) => requirement.id));
  const spots = new Map(actions.content.actions.map(({ id }, index) => [id, { source: actions, pointer: `/actions/${index}` }]));
  const unknown = actions.content.actions.flatMap(({ id: action, satisfies, prerequisites }, index) => [
    ...satisfies.flatMap((id, nth) => (requirements.has(id) ? [] : [at('unknown-satisfied', { source: actions, pointer: `/actions/${index}/satisfies/${nth}` }, { action, id })])),
    ...prerequisites.flatMap((id, nth) => (spots.has(id) ? [] : [at('unknown-prerequisite', { source: actions, pointer: `/actions/${index}/prerequisites/${nth}` }, { action, id })])),
  ]);
  const edges = new Map(actions.content.actions.map(({ id, prerequisites }) => [id, prerequisites]));
  return [...unknown, ...circles('prerequisite-cycle', edges, (id) => spots.get(id), 'prerequisites')];
}
