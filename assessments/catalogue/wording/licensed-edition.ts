import { dump } from 'js-yaml';
import type { Bilingual } from '../../language.ts';
import { type Result, fail, ok } from '../../result.ts';
import { readPack } from '../load.ts';
import type { GroupNode, PackText, Requirement } from '../pack.ts';
import type { PackSources, SubItemSource } from '../pack-source.ts';
import { type CatalogueProblem, catalogueProblem } from '../problem.ts';
import { keepReferences } from './references.ts';
import type { PackWording, WordedRequirement } from './read-wording.ts';
import { wordingDiff } from './wording-diff.ts';

/** The sentence that goes with every edition that holds text of a standard. */
export const licensedNotice: Bilingual = {
  zh: '本版次含有使用单位依其授权自行导入的标准文本，受著作权保护，仅供本单位在授权范围内使用，不得对外传播。',
  en: 'This edition holds text of a standard that its user has imported under a licence of their own. It is protected by copyright and must not be passed on.',
};

/**
 * The texts of a new edition of a pack in another wording: what was worded anew names itself as licensed text, all else
 * (checks, ways to verify, evidence, actions) stays by requirement id. The edition names the one it was made from and
 * its hash. References to what is gone, or now lies on a higher level, are left out. Fails where the base does not load.
 */
export function licensedEdition(texts: readonly PackText[], wording: PackWording, edition: string): Result<readonly PackText[], readonly CatalogueProblem[]> {
  const { pack, sources, problems } = readPack(texts);
  if (pack === null || sources === null) return fail(problems);
  if (edition.trim() === '' || edition.trim() === pack.edition) return fail([catalogueProblem('edition-taken', { path: sources.head.path, pointer: '/edition' }, { edition })]);

  const changes = wordingDiff(pack, wording).changes;
  const reworded = new Set(changes.flatMap((change) => (change.kind === 'reworded' || change.kind === 'new' ? [change.requirement] : [])));
  const worded = keepReferences({ files: filesOf(sources, wording, { reworded, edition: edition.trim() }), actions: sources.actions?.content.actions ?? null });
  return ok([
    text(sources.head.path, head(sources, wording, { edition: edition.trim(), hash: pack.hash })),
    ...worded.files.map(({ path, content }) => text(path, content)),
    ...(worded.actions === null ? [] : [text(sources.actions?.path ?? 'actions.yaml', { actions: worded.actions })]),
  ]);
}

/** Long sentences stay on their line, so that a change is seen as one. */
function text(path: string, content: object): PackText {
  return { path, text: dump(content, { lineWidth: -1, skipInvalid: true }) };
}

function head({ head: { content } }: PackSources, wording: PackWording, { edition, hash }: { readonly edition: string; readonly hash: string }): object {
  const { licensed, disclaimer, groups, levels, ...rest } = content;
  const notice = licensed?.notice ?? licensedNotice;
  const name = wording.names.find(({ id }) => id === content.id) ?? content;
  return {
    ...rest, edition,
    zh: licensed === undefined ? name.zh.replace('（自编解读）', '（使用单位导入的文本）') : name.zh,
    en: licensed === undefined ? name.en.replace('(own interpretation)', '(text imported by its user)') : name.en,
    disclaimer: licensed === undefined ? { zh: `${notice.zh}未改写的要求沿用原标准包，其声明为：${disclaimer.zh}`, en: `${notice.en} Requirements that were not reworded are those of the original pack, which says: ${disclaimer.en}` } : disclaimer,
    licensed: { base: { edition: content.edition, hash }, notice },
    groups: groups.map((node) => renamed(node, wording)),
    levels: levels.map((level) => {
      const given = wording.levels.find((one) => one.level === level.level);
      return given === undefined ? level : { level: level.level, zh: given.zh, en: given.en, meaning: given.meaning ?? level.meaning };
    }),
  };
}

function renamed(node: GroupNode, wording: PackWording): object {
  const given = wording.names.find(({ id }) => id === node.id) ?? node;
  const { children, ...rest } = node;
  return { ...rest, zh: given.zh, en: given.en, ...(children === undefined ? {} : { children: children.map((child) => renamed(child, wording)) }) };
}

type SubItem = SubItemSource['content'];
export type EditionFile = { readonly path: string; readonly content: SubItem };

function filesOf({ head: pack, subItems }: PackSources, wording: PackWording, { reworded, edition }: { readonly reworded: ReadonlySet<string>; readonly edition: string }): readonly EditionFile[] {
  const known = new Map(subItems.flatMap(({ content }) => content.requirements).map((requirement, index) => [requirement.id, { requirement, index }] as const));
  const groups = [...new Set([...subItems.map(({ content }) => content.subItem), ...wording.requirements.map(({ group }) => group)])];
  return groups.flatMap((group) => {
    const source = subItems.find(({ content }) => content.subItem === group);
    const rows = wording.requirements.filter((row) => row.group === group).map((row, index) => ({ row, before: known.get(row.id)?.requirement, order: known.get(row.id)?.index ?? known.size + index }));
    const requirements = rows.toSorted((a, b) => a.row.level - b.row.level || a.order - b.order)
      .map(({ row, before }) => requirementOf(row, before ?? newRequirement(source?.content.requirements[0]), reworded.has(row.id) ? edition : null));
    const name = wording.names.find(({ id }) => id === group);
    const base: SubItem = source?.content ?? { subItem: group, definition: name?.definition ?? namesOf(pack.content.groups, group), source: [{ kind: 'licensed text', ref: edition }], inherited: [], notes: [], requirements: [] };
    return requirements.length === 0 ? [] : [{ path: source?.path ?? `${group}.yaml`, content: { ...base, definition: name?.definition ?? base.definition, requirements } }];
  });
}

function namesOf(nodes: readonly GroupNode[], id: string): Bilingual {
  const found = nodes.flatMap((node) => [node, ...(node.children ?? [])].flatMap((one) => [one, ...(one.children ?? [])])).find((node) => node.id === id);
  return { zh: found?.zh ?? id, en: found?.en ?? id };
}

type Kept = Omit<Requirement, 'id' | 'level' | 'zh' | 'en'>;

function requirementOf({ id, level, zh, en, axis, mandatory, carry }: WordedRequirement, before: Kept, licensedBy: string | null): Requirement {
  return {
    ...before, id, level, zh, en, axis: axis ?? before.axis, mandatory: mandatory ?? before.mandatory, carry: carry ?? before.carry,
    source: licensedBy === null ? before.source : [{ kind: 'licensed text', ref: licensedBy }],
  };
}

/** What nobody has said of a new requirement: verified by a record, answered by those who answer for its neighbours. */
function newRequirement(neighbour: Requirement | undefined): Kept {
  return {
    axis: 'norm', verify: [{ method: 'document' }, { method: 'record' }], evidence: [], roles: neighbour?.roles ?? ['project manager'], carry: true, dependsOn: [], mandatory: false,
    effort: { low: 1, likely: 3, high: 8 }, source: [], related: [], checks: [],
  };
}
