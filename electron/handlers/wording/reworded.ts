import { editionsInForce, machineAuthor, pinnedEditions, type AssessmentState, type Bilingual, type Pack } from '#assessments';
import type { RequirementView } from '#contract';
import type { Context } from '../context.ts';
import type { Session } from '../session.ts';

type Reworded = NonNullable<RequirementView['reworded']>;

/** What of the pack was worded otherwise when a standing rating was given, by requirement; computed once for each state of the journal. */
export function rewordedSince(context: Context, session: Session): ReadonlyMap<string, Reworded> {
  const { store, pack } = session;
  const before = held.get(session);
  if (before?.revision === store.revision() && before.pack === pack.hash) return before.reworded;
  const reworded = compute(context, session);
  held.set(session, { revision: store.revision(), pack: pack.hash, reworded });
  return reworded;
}

const held = new WeakMap<Session, { readonly revision: number; readonly pack: string; readonly reworded: ReadonlyMap<string, Reworded> }>();

function compute(context: Context, { store, pack }: Session): ReadonlyMap<string, Reworded> {
  const events = store.events();
  // Nearly every assessment has one edition, and is asked at every key press.
  if (events.filter(({ type, payload }) => type === 'pack.pinned' && payload['id'] === pack.id).length < 2) return new Map();

  const standing = standingOf(store.state());
  const inForce = editionsInForce(events, pack.id, new Set(standing.map(({ event }) => event)));
  const now = textsOf(pack);
  const editions = new Map(pinnedEditions(events, pack.id).map(({ hash, edition }) => [hash, { edition, texts: textsOf(context.packs.ready(store.pinnedTexts(hash))?.pack) }]));
  const changed = standing.flatMap(({ requirement, event, by }) => {
    const then = editions.get(inForce.get(event) ?? pack.hash);
    const [before, after] = [then?.texts.get(requirement), now.get(requirement)];
    return then === undefined || before === undefined || after === undefined || isSame(before, after) ? [] : [{ requirement, edition: then.edition, ...before, by }];
  });
  const byRequirement = Map.groupBy(changed, ({ requirement }) => requirement);
  return new Map([...byRequirement].flatMap(([requirement, ratings]) => {
    const last = ratings.at(-1);
    return last === undefined ? [] : [[requirement, { edition: last.edition, zh: last.zh, en: last.en, by: [...new Set(ratings.map(({ by }) => by))] }] as const];
  }));
}

function isSame(a: Bilingual, b: Bilingual): boolean {
  return a.zh === b.zh && a.en === b.en;
}

/** Every decision of people that counts for a requirement, and who took it. What a machine rated is asked of its suggestion. */
function standingOf({ ratings, consensus }: AssessmentState): readonly { readonly requirement: string; readonly event: string; readonly by: string }[] {
  return [...ratings, ...consensus].filter(({ subject, author }) => subject === null && author.id !== machineAuthor.id).map(({ requirement, event, author }) => ({ requirement, event, by: author.id }));
}

function textsOf(pack: Pack | undefined): ReadonlyMap<string, { readonly zh: string; readonly en: string }> {
  return new Map(pack?.groups.flatMap(({ requirements }) => requirements.map(({ id, zh, en }) => [id, { zh, en }] as const)) ?? []);
}
