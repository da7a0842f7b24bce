import { copyFileSync, existsSync, realpathSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { eventsAt, fold, ok, sideOf, type CompareSide } from '#assessments';
import type { Reply } from '#contract';
import { openAssessment } from '../storage/store.ts';
import type { Context } from './context.ts';
import { freePath } from './file-names.ts';
import type { Source } from './handles.ts';
import { refused } from './problems.ts';
import { sideNow } from './sides.ts';

/**
 * Another assessment as it stands, or at its milestone of that name: one that is open here as it is, any other from a
 * private copy, so that the file itself stays untouched.
 */
export function otherSide(context: Context, source: Source, milestone: string | null = null): Reply<CompareSide> {
  const path = source.kind === 'path' ? source.path : source.files[0]?.absolute;
  if (path === undefined || !existsSync(path)) return refused('file-gone', path === undefined ? null : basename(path));
  const open = [...context.sessions.values()].find(({ store }) => real(store.path) === real(path));
  return open === undefined ? fromCopy(context, path, milestone) : ok(sideNow(open));
}

/** A file beside which a log lies is being written, or was not closed: storage knows which, and opens or refuses it. */
function fromCopy(context: Context, path: string, milestone: string | null): Reply<CompareSide> {
  if (existsSync(`${path}-wal`)) return readAt(context, path, milestone);
  const copy = freePath(context.surroundings.runFolder, 'compared', '.maturity');
  try {
    copyFileSync(path, copy);
    return readAt(context, copy, milestone);
  } finally {
    rmSync(copy, { force: true });
  }
}

function readAt({ packs, surroundings }: Context, path: string, milestone: string | null): Reply<CompareSide> {
  const store = openAssessment(path, { surroundings });
  try {
    const pinned = store.packs()[0];
    const ready = pinned === undefined ? undefined : packs.ready(pinned.texts);
    if (ready === undefined) return refused('unusable-pack', pinned?.id ?? null);
    const state = store.state();
    const point = milestone === null ? null : state.milestones.find(({ name }) => name === milestone);
    if (point === undefined) return refused('no-milestone', milestone);
    return ok(point === null ? sideOf(state.project, ready.pack, state) : sideOf(point.name, ready.pack, fold(eventsAt(store.events(), point.heads))));
  } finally {
    store.close();
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
