import type { Group, Pack, Requirement, TagKind } from '../catalogue/pack.ts';
import { tagsOf } from '../catalogue/tags.ts';
import type { FinalRating, NodeResult, ScoreResult } from './result.ts';

/** Of the applicable requirements of one level: how many there are, are rated, and are fully met. */
export type TagLevel = { readonly level: number; readonly total: number; readonly assessed: number; readonly met: number };

/** What is known across the tree about one capability, pipeline part or principle. Not a level of the standard. */
export type TagView = {
  readonly kind: TagKind;
  /** The Chinese term requirements are tagged with, and its name in both languages. */
  readonly tag: string; readonly zh: string; readonly en: string;
  readonly note: { readonly zh: string; readonly en: string } | null;
  /** One entry per level of the pack at which a requirement that applies carries the tag; lowest first. */
  readonly levels: readonly TagLevel[];
  readonly applicable: number; readonly assessed: number; readonly met: number;
  /** Share of F among those that apply, in whole percent rounded down; null where none applies. */
  readonly percent: number | null;
  /** The lowest level among the sub-items that carry it and in which anything is rated, and which have it; null where nothing is. */
  readonly lowest: { readonly level: number; readonly subItems: readonly string[] } | null;
  /** How many of the sub-items that carry it have no rating yet: these have no level to show. */
  readonly unrated: number;
};

/** The views of every kind in the order of the pack's vocabulary, and how many requirements that apply carry no tag of the kind. */
export type TagViews = Readonly<Record<TagKind, { readonly tags: readonly TagView[]; readonly untagged: number }>>;

type Carrier = { readonly requirement: Requirement; readonly group: Group; readonly final: FinalRating | undefined };

/**
 * The result across the tree (catalogue guide: a reader can look at it by capability, pipeline part and principle of the
 * practice guide). Requirements carry their own tags, or their sub-item's where they name none of the kind; NA counts as
 * if the requirement were not in the pack. Kinds without a vocabulary are shown by the tags in use.
 */
export function tagViews(pack: Pick<Pack, 'groups' | 'tags'>, result: Pick<ScoreResult, 'finals' | 'nodes'>): TagViews {
  const finals = new Map(result.finals.map((final) => [final.requirement, final]));
  const nodes = new Map(result.nodes.map((node) => [node.id, node]));
  const carriers = pack.groups.flatMap((group) => group.requirements.map((requirement): Carrier => ({ requirement, group, final: finals.get(requirement.id) }))).filter(({ final }) => final?.value !== 'NA');
  const ofKind = (kind: TagKind) => {
    const byTag = new Map<string, Carrier[]>(pack.tags[kind].map(({ zh }) => [zh, []]));
    const tagged = carriers.map((carrier) => ({ carrier, tags: tagsOf(carrier.requirement, carrier.group, kind) }));
    for (const { carrier, tags } of tagged) for (const tag of tags) byTag.set(tag, [...(byTag.get(tag) ?? []), carrier]);
    return { tags: [...byTag].map(([tag, carried]) => viewOf(pack, kind, tag, carried, nodes)), untagged: tagged.filter(({ tags }) => tags.length === 0).length };
  };
  const [capability, pipeline, principle] = [ofKind('capability'), ofKind('pipeline'), ofKind('principle')];
  return { capability, pipeline, principle };
}

function viewOf(pack: Pick<Pack, 'tags'>, kind: TagKind, tag: string, carried: readonly Carrier[], nodes: ReadonlyMap<string, NodeResult>): TagView {
  const term = pack.tags[kind].find(({ zh }) => zh === tag);
  const assessed = carried.filter(isAssessed).length;
  const met = carried.filter(isMet).length;
  return {
    kind, tag, zh: tag, en: term?.en ?? tag, note: term?.note ?? null,
    levels: levelsOf(carried), applicable: carried.length, assessed, met,
    percent: carried.length === 0 ? null : Math.floor((100 * met) / carried.length),
    ...lowestOf(carried, nodes),
  };
}

const isAssessed = ({ final }: Carrier): boolean => (final?.value ?? null) !== null;
const isMet = ({ final }: Carrier): boolean => final?.value === 'F';

function levelsOf(carried: readonly Carrier[]): readonly TagLevel[] {
  const levels = [...new Set(carried.map(({ requirement }) => requirement.level))].sort((a, b) => a - b);
  return levels.map((level) => {
    const here = carried.filter(({ requirement }) => requirement.level === level);
    return { level, total: here.length, assessed: here.filter(isAssessed).length, met: here.filter(isMet).length };
  });
}

function lowestOf(carried: readonly Carrier[], nodes: ReadonlyMap<string, NodeResult>): Pick<TagView, 'lowest' | 'unrated'> {
  const carrying = [...new Set(carried.map(({ group }) => group.id))].flatMap((id) => nodes.get(id) ?? []);
  const levelled = carrying.flatMap(({ id, level, assessed }) => (level === null || assessed === 0 ? [] : [{ id, level }]));
  const level = Math.min(...levelled.map((one) => one.level));
  return {
    lowest: levelled.length === 0 ? null : { level, subItems: levelled.filter((one) => one.level === level).map(({ id }) => id) },
    unrated: carrying.length - levelled.length,
  };
}
