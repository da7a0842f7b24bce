import { machineAuthor, type AssessmentState, type Consensus, type FinalRating, type Layer, type Rating, type StoredEvent } from '#assessments';
import type { RequirementView } from '#contract';
import { requirementHistory } from './history.ts';

export type Seen = {
  readonly state: AssessmentState; readonly events: readonly StoredEvent[]; readonly finals: readonly FinalRating[];
  /** Whose ratings are `mine`, and in which layer. */
  readonly me: string | null; readonly layer: Layer;
  /** What was worded otherwise when a standing rating was given. */
  readonly reworded: ReadonlyMap<string, NonNullable<RequirementView['reworded']>>;
};

/** Everything recorded about the given requirements, in their order; `mine` is what `me` rated in the current layer. */
export function requirementViews(seen: Seen, requirements: readonly string[]): readonly RequirementView[] {
  const wanted = new Set(requirements);
  const of = <Item extends { readonly requirement: string }>(items: readonly Item[]) => grouped(items, ({ requirement }) => requirement, wanted);
  const ratings = of(seen.state.ratings.filter(({ subject }) => subject === null));
  const consensus = of(seen.state.consensus.filter(({ layer, subject }) => layer === seen.layer && subject === null));
  const finals = of(seen.finals);
  const carried = of(seen.state.carried.filter(({ subject }) => subject === null));
  const rejections = of(seen.state.rejections);
  const links = of(seen.state.links);
  const notes = grouped(seen.state.notes, ({ node }) => node ?? '', wanted);
  const history = requirementHistory(seen.events, wanted);

  return requirements.map((requirement) => ({
    requirement,
    ...ratingsView(seen, ratings.get(requirement) ?? []),
    consensus: consensusView(lastOf(consensus, requirement)),
    final: lastOf(finals, requirement) ?? { requirement, value: null, basis: null, disputed: [], layer: null },
    carried: lastOf(carried, requirement) ?? null,
    reworded: seen.reworded.get(requirement) ?? null,
    rejected: rejectionView(lastOf(rejections, requirement)),
    notes: (notes.get(requirement) ?? []).map(({ note, text, saidBy, author, at }) => ({ note, text, saidBy, author, at })),
    links: (links.get(requirement) ?? []).map(({ link, file, locator, stance, note, author }) => ({ link, path: file.path, locator, stance, note, author })),
    history: history.get(requirement) ?? [],
  }));
}

function ratingsView({ me, layer }: Seen, ratings: readonly Rating[]): Pick<RequirementView, 'mine' | 'others' | 'machine'> {
  const people = ratings.filter(({ author }) => author.id !== machineAuthor.id);
  const isMine = (rating: Rating): boolean => rating.author.id === me && rating.layer === layer;
  return {
    mine: people.find(isMine) ?? null,
    others: people.filter((rating) => !isMine(rating)),
    machine: ratings.findLast(({ author }) => author.id === machineAuthor.id) ?? null,
  };
}

function consensusView(settled: Consensus | undefined): RequirementView['consensus'] {
  return settled === undefined ? null : { value: settled.value, rationale: settled.rationale, author: settled.author, at: settled.at, stale: settled.stale };
}

function rejectionView(rejection: AssessmentState['rejections'][number] | undefined): RequirementView['rejected'] {
  return rejection === undefined ? null : { reason: rejection.reason, author: rejection.author, at: rejection.at };
}

function lastOf<Item>(groups: ReadonlyMap<string, readonly Item[]>, key: string): Item | undefined {
  return groups.get(key)?.at(-1);
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
