import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { v7 } from 'uuid';
import type { StoredEvent } from '#assessments';
import { StorageError } from '../../../electron/storage/problems.ts';
import { backupFolderOf, listBackups } from '../../../electron/handlers/keeping/backup-folder.ts';
import { type Store, openAssessment } from '../../../electron/storage/store.ts';
import { verifyAt } from '../../../electron/storage/verify-at.ts';
import { openRunFolder } from '../../../electron/user/run-folder.ts';
import { foldersIn } from './product.ts';
import { type Promised, promisesIn } from './promises.ts';

/** What stands in the folder of the program after whatever befell it; no finding means that all that was promised is there. */
export type Examined = { readonly promises: number; readonly files: number; readonly events: number; readonly findings: readonly string[] };

const surroundings = { now: () => new Date(), newId: v7, device: 'rig' };

/**
 * Opens every assessment of a folder as the program would at its next start, verifies all of it, and looks for what was
 * promised, for anything that is there by half, and for litter. Closes everything again.
 */
export function examine(folder: string, list: string): Examined {
  const { user, assessments } = foldersIn(folder);
  mkdirSync(join(folder, 'copies'), { recursive: true });
  const promised = promisesIn(list);
  const names = readdirSync(assessments).filter((name) => name.endsWith('.maturity'));
  const looks = names.map((name) => lookInto(join(assessments, name), promised.filter((one) => 'file' in one && one.file === name), user));
  const lost = promised.filter((one) => 'file' in one && !names.includes(one.file)).map((one) => `lost with its file: ${JSON.stringify(one)}`);
  openRunFolder(user).remove();
  const copies = promised.flatMap((one) => (one.kind === 'copied' ? [one.path] : [])).map((path) => lookInto(join(folder, 'copies', basename(path)), [], user));
  return {
    promises: promised.length, files: names.length, events: looks.reduce((sum, { events }) => sum + events, 0),
    findings: [...looks.flatMap(({ findings }) => findings), ...copies.flatMap(({ findings }) => findings), ...lost, ...litterIn(assessments, user)],
  };
}

function lookInto(path: string, promised: readonly Promised[], user: string): { readonly events: number; readonly findings: readonly string[] } {
  const name = basename(path);
  try {
    const store = openAssessment(path, { surroundings });
    try {
      // What was never said to be there may be there by half: a file whose making was cut short is nobody's.
      if (store.packs().length === 0 && promised.length === 0) return begun(path, store);
      store.state();
      const { faults, events } = store.verify();
      return { events, findings: [...faults.map(({ kind, where }) => `${name}: ${kind} ${where}`), ...missingIn(store, promised, user), ...halvesIn(store.events(), name)] };
    } finally {
      store.close();
    }
  } catch (thrown) {
    if (thrown instanceof StorageError && promised.length === 0 && ['not-an-assessment', 'damaged'].includes(thrown.problem.kind)) return begun(path, null);
    return { events: 0, findings: [`${name} does not open: ${String(thrown)}`] };
  }
}

/** A file whose making was cut short. It goes with all that belongs to it, so that it is not met again. */
function begun(path: string, store: Store | null): { readonly events: number; readonly findings: readonly string[] } {
  store?.close();
  for (const ending of ['', '-wal', '-journal', '.lock']) rmSync(path + ending, { force: true });
  return { events: 0, findings: [] };
}

function missingIn(store: Store, promised: readonly Promised[], user: string): readonly string[] {
  const events = store.events();
  const texts = new Set(events.flatMap(({ payload }) => [payload['rationale'], payload['note'], payload['text']]).filter((text) => typeof text === 'string'));
  const takenBack = new Set(events.filter(({ type }) => type === 'undone' || type === 'redone').map(({ type, payload }) => `${type} ${String(payload['batch'])}`));
  const artefacts = new Set(store.artefactHashes());
  const filesOf = takenPerIntake(events);
  const backedUp = promised.some(({ kind }) => kind === 'backedUp') ? eventsBackedUp(user, store) : -1;
  const kept: { readonly [Kind in Promised['kind']]: (one: Extract<Promised, { readonly kind: Kind }>) => boolean } = {
    created: () => store.packs().length > 0,
    recorded: ({ token }) => texts.has(token),
    imported: ({ intake, files }) => filesOf.get(intake)?.length === files,
    undone: ({ batch }) => takenBack.has(`undone ${batch}`),
    redone: ({ batch }) => takenBack.has(`redone ${batch}`),
    purged: ({ artefact }) => !artefacts.has(artefact),
    backedUp: ({ events: count }) => backedUp >= count,
    copied: () => true,
  };
  return promised.filter((one) => !(kept[one.kind] as (one: Promised) => boolean)(one)).map((one) => `lost: ${JSON.stringify(one)}`);
}

/** The events in the fullest backup of an assessment that is whole; -1 where there is none. */
function eventsBackedUp(user: string, store: Store): number {
  const backups = listBackups(backupFolderOf(join(user, 'backups'), store.state().assessment)).filter(({ verified }) => verified);
  return Math.max(-1, ...backups.map(({ path }) => verifyAt(path)).filter(({ ok }) => ok).map(({ events }) => events));
}

/** Batches and imports of which only a part is there: each says in its words how many there should be. */
function halvesIn(events: readonly StoredEvent[], name: string): readonly string[] {
  const rated = Map.groupBy(events.filter(({ type }) => type === 'rating.set'), ({ batch }) => batch);
  const halfRated = [...rated.values()].filter((batch) => {
    const count = /^\S+ of (\d+)$/.exec(String(batch[0]?.payload['rationale']))?.[1];
    return count !== undefined && batch.length !== Number(count);
  });
  const labels = new Map(events.filter(({ type }) => type === 'evidence.added').map(({ payload }) => [String(payload['intake']), String(payload['label'])]));
  const halfTaken = [...takenPerIntake(events)].filter(([intake, files]) => {
    const count = /of-(\d+)-/.exec(labels.get(intake) ?? '')?.[1];
    return count !== undefined && files.length !== Number(count);
  });
  return [...halfRated.map((batch) => `${name}: half of the batch ${batch[0]?.batch ?? ''}`), ...halfTaken.map(([intake]) => `${name}: half of the import ${intake}`)];
}

function takenPerIntake(events: readonly StoredEvent[]): ReadonlyMap<string, readonly unknown[]> {
  const added = Map.groupBy(events.filter(({ type }) => type === 'evidence.added'), ({ payload }) => String(payload['intake']));
  return new Map([...added].map(([intake, parts]) => [intake, parts.flatMap(({ payload }) => (Array.isArray(payload['files']) ? payload['files'] as readonly unknown[] : []))]));
}

/** Whatever stands beside the assessments when all of them are closed, and in the folders of runs that are over (this process may have one). */
function litterIn(assessments: string, user: string): readonly string[] {
  const beside = readdirSync(assessments).filter((name) => !name.endsWith('.maturity') && !expected(name));
  const runs = join(user, 'runs');
  const left = existsSync(runs) ? readdirSync(runs).filter((name) => !name.startsWith(`${process.pid}-`)).map((name) => `runs/${name}`) : [];
  return [...beside, ...left].map((name) => `left behind: ${name}`);
}

/** Folders the program keeps beside assessments on purpose. */
function expected(name: string): boolean {
  return /backup/i.test(name);
}
