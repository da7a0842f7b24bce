import { machineAuthor, type AssessmentState, type FinalRating, type Layer, type Rating, type StoredEvent } from '#assessments';
import type { RequirementView } from '#contract';
import { requirementHistory } from './history.ts';

export type Seen = {
  readonly state: AssessmentState; readonly events: readonly StoredEvent[]; readonly finals: readonly FinalRating[];
  /** Whose ratings are `mine`, and in which layer. */
  readonly me: string | null; readonly layer: Layer;
};

/** Everything recorded about the given requirements, in their order; `mine` is what `me` rated in the current layer. */
export function requirementViews(seen: Seen, requirements: readonly string[]): readonly RequirementView[] {
  const wanted = new Set(requirements);
  const of = <Item extends { readonly requirement: string }>(items: readonly Item[]) => grouped(items, ({ requirement }) => requirement, wanted);
  const ratings = of(seen.state.ratings.filter(({ subject }) => subject === null));
  const consensus = of(seen.state.consensus.filter(({ layer, subject }) => layer === seen.layer && subject === null));
  const finals = of(seen.finals);
  const rejections = of(seen.state.rejections);
  const links = of(seen.state.links);
  const notes = grouped(seen.state.notes, ({ node }) => node ?? '', wanted);
  const history = requirementHistory(seen.events, wanted);

  return requirements.map((requirement) => {
    const people = (ratings.get(requirement) ?? []).filter(({ author }) => author.id !== machineAuthor.id);
    const isMine = ({ author, layer }: Rating): boolean => author.id === seen.me && layer === seen.layer;
    const settled = consensus.get(requirement)?.at(-1);
    const rejected = rejections.get(requirement)?.at(-1);
    return {
      requirement,
      mine: people.find(isMine) ?? null,
      others: people.filter((rating) => !isMine(rating)),
      machine: ratings.get(requirement)?.findLast(({ author }) => author.id === machineAuthor.id) ?? null,
      consensus: settled === undefined ? null : { value: settled.value, rationale: settled.rationale, author: settled.author, at: settled.at, stale: settled.stale },
      final: finals.get(requirement)?.at(-1) ?? { requirement, value: null, basis: null, disputed: [], layer: null },
      rejected: rejected === undefined ? null : { reason: rejected.reason, author: rejected.author, at: rejected.at },
      notes: (notes.get(requirement) ?? []).map(({ note, text, saidBy, author, at }) => ({ note, text, saidBy, author, at })),
      links: (links.get(requirement) ?? []).map(({ link, file, locator, stance, note, author }) => ({ link, path: file.path, locator, stance, note, author })),
      history: history.get(requirement) ?? [],
    };
  });
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string, wanted: ReadonlySet<string>): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (!wanted.has(key)) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
