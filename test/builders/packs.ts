import { type Pack, type PackText, loadPack } from '#assessments';

/** What a test says about a requirement; everything else is filled with words of no meaning. */
export type RequirementSketch = {
  readonly id: string; readonly level: number; readonly mandatory?: boolean;
  readonly zh?: string; readonly en?: string;
  readonly dependsOn?: readonly string[]; readonly related?: readonly string[];
  readonly checks?: readonly object[];
  readonly evidence?: readonly object[]; readonly roles?: readonly string[];
};
export type ActionSketch = { readonly id: string; readonly satisfies: readonly string[]; readonly prerequisites?: readonly string[]; readonly effort?: object };
export type SubItemSketch = { readonly requirements: readonly RequirementSketch[]; readonly inherited?: readonly number[] };
/** Domain → item → sub-items. */
export type TreeSketch = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
export type PackSketch = {
  readonly kind?: 'maturity' | 'conformance' | 'gates';
  readonly tree?: TreeSketch;
  readonly subItems: Readonly<Record<string, SubItemSketch>>;
  readonly actions?: readonly ActionSketch[];
};

/** The pack of a sketch, loaded from its texts. Without a tree all its sub-items lie under domain 1, item 1.1. */
export function aPack(sketch: PackSketch): Pack {
  const loaded = loadPack(packTexts(sketch));
  if (!loaded.ok) throw new Error(`The sketched pack does not load: ${loaded.problem.map(({ en }) => en).join(' ')}`);
  return loaded.value;
}

/** The files of a sketched pack: pack.yaml, actions.yaml and one file per sub-item, named after it. */
export function packTexts({ kind = 'maturity', tree, subItems, actions = [] }: PackSketch): readonly PackText[] {
  const shape = tree ?? { 1: { 1.1: Object.keys(subItems) } };
  const groups = Object.entries(shape).map(([domain, items]) => node(domain, 'domain', Object.entries(items).map(([item, leaves]) => node(item, 'item', leaves.map((leaf) => node(leaf, 'subItem'))))));
  return [
    yaml('pack.yaml', { id: 'sketch', edition: '1', kind, zh: '草图', en: 'Sketch', disclaimer: { zh: '仅供测试', en: 'For tests only' }, groups }),
    yaml('actions.yaml', { actions: actions.map(actionOf) }),
    ...Object.entries(subItems).map(([id, subItem]) => yaml(`${id}.yaml`, subItemOf(id, subItem))),
  ];
}

/** The text with one of its files replaced, or added. */
export function withText(texts: readonly PackText[], path: string, text: string): readonly PackText[] {
  return [...texts.filter((one) => one.path !== path), { path, text }];
}

export function yaml(path: string, content: unknown): PackText {
  return { path, text: JSON.stringify(content, null, 2) };
}

export function subItemOf(id: string, { requirements, inherited = [] }: SubItemSketch): object {
  return { subItem: id, definition: { zh: '定义', en: 'Definition' }, source: [{ kind: 'inference' }], inherited, requirements: requirements.map(requirementOf) };
}

/** A check as the pack writes it, supporting P directly unless the test says otherwise. */
export function aCheck(check: { readonly id: string; readonly fact?: string } & Readonly<Record<string, unknown>>): object {
  const supports = check['contradicts'] === undefined ? { suggests: 'P', seeks: { zh: `寻找 ${check.id}`, en: `seeks ${check.id}` } } : {};
  return { fact: 'update.strategy', says: { zh: `发现 ${check.id}`, en: `found ${check.id}` }, ...supports, ...check };
}

function node(id: string, kind: string, children?: readonly object[]): object {
  return { id, kind, zh: `节点 ${id}`, en: `Node ${id}`, ...(children === undefined ? {} : { children }) };
}

function requirementOf({ id, level, mandatory = false, zh = `要求 ${id}`, en = `Requirement ${id}`, dependsOn = [], related = [], checks = [], evidence = [], roles = ['operations engineer'] }: RequirementSketch): object {
  return {
    id, level, axis: 'norm', zh, en, verify: [{ method: 'record' }], evidence, roles, carry: true, dependsOn, mandatory,
    effort: { low: 1, likely: 2, high: 3 }, source: [{ kind: 'inference' }], related, checks,
  };
}

function actionOf({ id, satisfies, prerequisites = [], effort = { low: 1, likely: 2, high: 4 } }: ActionSketch): object {
  return { id, zh: `措施 ${id}`, en: `Action ${id}`, outcome: { zh: '成果', en: 'Outcome' }, satisfies, effort, calendarWeeks: 1, prerequisites, roles: ['operations engineer'] };
}
