import { realpathSync } from 'node:fs';
import { ok, type Author, type Bilingual, type Draft, type Policy, type Rollup } from '#assessments';
import type { Header, Reply } from '#contract';
import { createAssessment, discardNew, openAssessment, type Store } from '../storage/store.ts';
import { remember } from './cards.ts';
import type { Context } from './context.ts';
import { keepBackups } from './keeping/keeper.ts';
import type { FoundPack } from './packs.ts';
import { refused } from './problems.ts';
import { openSession } from './session.ts';
import { hintsOn, lookAround } from './where-it-lies.ts';

/** Chinese sites first; a field of the assessment, changed there where it is otherwise. */
const defaultTimeZone = '+08:00';

export type NewAssessment = {
  readonly path: string; readonly pack: FoundPack; readonly author: Author; readonly sample: boolean;
  readonly organisation: string; readonly project: string; readonly scope: string; readonly target: number | null; readonly policy: Policy; readonly rollup: Rollup;
  /** What else is said from the beginning. */
  readonly further?: readonly Draft[];
};

/** Makes a new assessment file, all of its beginning one batch, and opens it. */
export function createNew(context: Context, wanted: NewAssessment): Reply<Header> {
  const { surroundings } = context;
  const { organisation, project, scope, target, policy, rollup, sample, author, further = [] } = wanted;
  const store = createAssessment(wanted.path, { surroundings });
  const drafts: readonly Draft[] = [
    { type: 'assessment.created', payload: { assessment: surroundings.newId(), organisation, project, scope, timeZone: defaultTimeZone, sample } },
    { type: 'assessor.joined', payload: { id: author.id, name: author.name, role: author.role } },
    { type: 'policy.set', payload: { policy, rollup } },
    ...(target === null ? [] : [{ type: 'target.set' as const, payload: { node: null, level: target } }]),
    ...further,
  ];
  try {
    const { batch } = store.append(drafts, { author });
    store.pinPack(wanted.pack.texts, wanted.pack.pack, { author, batch });
  } catch (thrown) {
    discardNew(store);
    throw thrown;
  }
  return opened(context, store);
}

/** Opens an assessment file; one that is open already is given again, so that a reloaded page finds it. */
export function openExisting(context: Context, path: string): Reply<Header> {
  const real = realPath(path);
  const already = [...context.sessions.values()].find(({ store }) => realPath(store.path) === real);
  return already === undefined ? opened(context, openAssessment(path, { surroundings: context.surroundings })) : ok(already.header());
}

/** The pack kept in the file is the one that counts, whatever this program ships. */
function opened(context: Context, store: Store): Reply<Header> {
  const pinned = store.packs()[0];
  const ready = pinned === undefined ? undefined : context.packs.ready(pinned.texts);
  if (ready === undefined) {
    store.close();
    return refused('unusable-pack', pinned?.id ?? null);
  }
  const session = openSession(store, ready.pack, ready.program, placeHints(context, store));
  context.sessions.set(session.handle, session);
  keepBackups(context, session);
  remember(context, session);
  return ok(session.header());
}

function placeHints({ preferences }: Context, { path, state }: Store): readonly Bilingual[] {
  const { assessment, lastEventAt } = state();
  return hintsOn(lookAround(path), { assessment, lastSavedAt: lastEventAt === '' ? null : lastEventAt }, preferences.read().recent);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
