import type { Bilingual } from '../language.ts';
import type { Group, Requirement } from '../catalogue/pack.ts';
import type { Place } from '../evidence/place.ts';
import { placeText } from '../findings/sentence.ts';
import type { Suggestion } from '../findings/suggestion.ts';
import type { FinalRating, NodeResult } from '../scoring/result.ts';
import { maskPersonalData } from './personal-data.ts';
import type { ReportInput } from './report-input.ts';
import { createVoice, type Voice } from './wording.ts';

/** What the sections of a report share: the input, looked up by id, and the voice they speak with. */
export type ReportContext = Voice & {
  readonly input: ReportInput;
  /** Nothing rated: no level is stated anywhere. */
  readonly rated: boolean;
  /** Sub-items in the pack's order, written or not. */
  readonly subItems: readonly Group[];
  readonly requirements: readonly { readonly requirement: Requirement; readonly group: Group }[];
  readonly group: (id: string) => Group | undefined;
  readonly requirement: (id: string) => Requirement | undefined;
  readonly node: (id: string) => NodeResult | undefined;
  readonly final: (requirement: string) => FinalRating | undefined;
  readonly suggestion: (requirement: string) => Suggestion | undefined;
  /** Text that was read out of evidence, without personal data unless it was asked for. */
  readonly evidence: (text: string) => string;
  /** A place as a reader finds it: file and lines where they are known, otherwise file and pointer; masked like all evidence. */
  readonly place: (place: Place) => string;
};

export function createContext(input: ReportInput): ReportContext {
  const { pack, result, suggestions, options } = input;
  const leaves = pack.groups.filter(({ children }) => children.length === 0);
  const requirements = leaves.flatMap((group) => group.requirements.map((requirement) => ({ requirement, group })));
  const groups = byId(pack.groups, ({ id }) => id);
  const requirementIds = byId(requirements.map(({ requirement }) => requirement), ({ id }) => id);
  const nodes = byId(result.nodes, ({ id }) => id);
  const finals = byId(result.finals, ({ requirement }) => requirement);
  const suggested = byId(suggestions, ({ requirement }) => requirement);
  const lines = new Map(input.lines);
  const evidence = options.withPersonalData ? (text: string) => text : maskPersonalData;
  return {
    ...createVoice(options.language),
    input, requirements, subItems: leaves,
    rated: result.finals.some(({ value }) => value !== null),
    group: (id) => groups.get(id), requirement: (id) => requirementIds.get(id), node: (id) => nodes.get(id),
    final: (id) => finals.get(id), suggestion: (id) => suggested.get(id),
    evidence,
    place: (place) => evidence(linesText(place, lines.get(placeText(place)))),
  };
}

/** `deploy/rollout.yaml L14–L31`. */
function linesText(place: Place, lines: readonly [number, number] | undefined): string {
  if (lines === undefined) return placeText(place);
  const [first, last] = lines;
  return first === last ? `${place.file} L${first}` : `${place.file} L${first}–L${last}`;
}

/** Id and name of a node, as it is named in running text. */
export function namedNode(context: ReportContext, id: string): Bilingual {
  const group = context.group(id);
  return group === undefined ? { zh: id, en: id } : { zh: `${id} ${group.zh}`, en: `${id} ${group.en}` };
}

/** The id a requirement is known by inside its sub-item is part of its id; this is the id of the sub-item itself. */
export function subItemOf(context: ReportContext, requirement: string): Group | undefined {
  return context.requirements.find((entry) => entry.requirement.id === requirement)?.group;
}

function byId<Item>(items: readonly Item[], id: (item: Item) => string): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [id(item), item]));
}
