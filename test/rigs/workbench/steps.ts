import { randomInt, randomUUID } from 'node:crypto';
import { copyFileSync, closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change, Reply } from '#contract';
import { removeLeftovers } from '../../../electron/storage/leftovers.ts';
import { type Bench, assessmentsOf, close, create, freshEvidence, keep, keeping, open, opened, valueOf } from './bench.ts';

/** What a person does, as the screens do it. Every step gives the reply it got. */
export const steps = {
  create: (bench: Bench) => closeOpen(bench).then(() => create(bench)),
  rate,
  link,
  import: (bench: Bench) => importEvidence(bench, false),
  importMuch: (bench: Bench) => importEvidence(bench, true),
  undo: (bench: Bench) => takeBack(bench, 'undo'),
  redo: (bench: Bench) => takeBack(bench, 'redo'),
  report,
  copy,
  purge,
  backup,
  restore,
  reopen,
} as const satisfies Readonly<Record<string, (bench: Bench) => Promise<Reply<unknown>>>>;

export type Step = keyof typeof steps;

/** How often each is taken by somebody who works through an assessment. */
export const aDay: Mix = { create: 1, rate: 24, link: 4, import: 2, importMuch: 1, undo: 4, redo: 2, report: 1, copy: 2, purge: 1, backup: 1, restore: 1, reopen: 2 };
export type Mix = Readonly<Partial<Record<Step, number>>>;

/** A step by chance, as often as the mix says. */
export function anyOf(mix: Mix): Step {
  const bag = Object.entries(mix).flatMap(([step, times]) => Array.from({ length: times }, () => step as Step));
  return bag[randomInt(bag.length)] ?? 'rate';
}

/** One to three requirements in one go; each rationale says how many there are, so that half of them show. */
async function rate(bench: Bench): Promise<Reply<unknown>> {
  const { assessment, file, requirements } = opened(bench);
  const count = randomInt(1, 4);
  const from = randomInt(requirements.length - count);
  const token = `${randomUUID()} of ${count}`;
  return keeping(bench, [{ kind: 'recorded', file, token }], () => bench.product.api.call('rate', {
    assessment, requirements: requirements.slice(from, from + count), value: 'F', confidence: null, rationale: token, accepted: [],
  }));
}

async function link(bench: Bench): Promise<Reply<unknown>> {
  const held = opened(bench);
  held.evidence ??= await someEvidence(bench);
  if (held.evidence === null) return rate(bench);
  const { assessment, file, requirements, evidence: { intake, path } } = { ...held, evidence: held.evidence };
  const token = `${randomUUID()} of 1`;
  const linked = await keeping(bench, [{ kind: 'recorded', file, token }], () => bench.product.api.call('linkEvidence', {
    assessment, requirement: requirements[randomInt(requirements.length)] ?? '', intake, path, locator: null, stance: 'for', note: token,
  }));
  // The import it came from may have been taken back.
  if (!linked.ok && linked.problem.kind === 'not-found') held.evidence = null;
  return linked;
}

async function someEvidence(bench: Bench): Promise<{ readonly intake: string; readonly path: string } | null> {
  const { files } = valueOf(await bench.product.api.call('readEvidence', { assessment: opened(bench).assessment }));
  return files[0] ?? null;
}

async function importEvidence(bench: Bench, much: boolean): Promise<Reply<unknown>> {
  const held = opened(bench);
  const { path, remove } = freshEvidence(bench, much);
  try {
    const source = bench.product.handles.issue({ kind: 'path', path });
    const reply = await bench.product.api.call('importEvidence', { assessment: held.assessment, sources: [source], job: randomUUID() });
    if (!reply.ok) return reply;
    const { intake, taken } = reply.value;
    keep(bench, [{ kind: 'imported', file: held.file, intake, files: taken }]);
    held.evidence = await someEvidence(bench);
    return reply;
  } finally {
    remove();
  }
}

async function takeBack(bench: Bench, how: 'undo' | 'redo'): Promise<Reply<unknown>> {
  const { assessment, file } = opened(bench);
  const reply: Reply<Change> = await bench.product.api.call(how, { assessment });
  if (!reply.ok) return reply.problem.kind === 'nothing-to-undo' ? rate(bench) : reply;
  const batch = (how === 'undo' ? reply.value.redo : reply.value.undo)?.batch;
  if (batch !== undefined) keep(bench, [how === 'undo' ? { kind: 'undone', file, batch } : { kind: 'redone', file, batch }]);
  return reply;
}

async function report(bench: Bench): Promise<Reply<unknown>> {
  return bench.product.api.call('makeReport', { assessment: opened(bench).assessment, formats: ['json'], language: 'zh', depth: 'executive' });
}

/** The copy is put where the user wants it, as a shell does. */
async function copy(bench: Bench): Promise<Reply<unknown>> {
  const { product: { api, handles, folders } } = bench;
  const reply = await api.call('saveCopy', { assessment: opened(bench).assessment });
  if (!reply.ok) return reply;
  const offer = handles.takeOffer(reply.value.download);
  if (offer === undefined) throw new Error('the copy was not offered');
  const path = join(dirname(folders.assessments), 'copies', `${randomUUID()}.maturity`);
  try {
    copyFileSync(offer.path, path);
    for (const synced of [path, dirname(path)]) syncOne(synced);
  } finally {
    removeLeftovers(offer.path);
  }
  keep(bench, [{ kind: 'copied', path }]);
  return reply;
}

function syncOne(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}

/** Removes the bytes of a file for good. */
async function purge(bench: Bench): Promise<Reply<unknown>> {
  const { assessment, file } = opened(bench);
  const { files } = valueOf(await bench.product.api.call('readEvidence', { assessment }));
  const found = files[randomInt(Math.max(1, files.length))];
  if (found === undefined) return rate(bench);
  const reply = await bench.product.api.call('purgeEvidence', { assessment, files: [{ intake: found.intake, path: found.path }], reason: '含个人信息' });
  if (reply.ok) keep(bench, [{ kind: 'purged', file, artefact: found.artefact }]);
  opened(bench).evidence = null;
  return reply;
}

async function backup(bench: Bench): Promise<Reply<unknown>> {
  const { assessment, file } = opened(bench);
  const reply = await bench.product.api.call('makeBackup', { assessment });
  const newest = reply.ok ? reply.value.rows[0] : undefined;
  if (newest !== undefined) keep(bench, [{ kind: 'backedUp', file, events: newest.events }]);
  return reply;
}

/** Writes the newest backup beside the assessment, as a new one; makes one first where there is none. */
async function restore(bench: Bench): Promise<Reply<unknown>> {
  const { assessment } = opened(bench);
  const [newest] = valueOf(await bench.product.api.call('readBackups', { assessment })).rows;
  if (newest === undefined) return backup(bench);
  const reply = await bench.product.api.call('restoreBackup', { assessment, backup: newest.backup });
  if (reply.ok) keep(bench, [{ kind: 'created', file: reply.value.name }]);
  return reply;
}

/** Closes the assessment and opens it, or another one, again. */
async function reopen(bench: Bench): Promise<Reply<unknown>> {
  const closed = await closeOpen(bench);
  if (!closed.ok) return closed;
  const names = assessmentsOf(bench.product);
  const name = names[randomInt(names.length)];
  return name === undefined ? create(bench) : open(bench, name);
}

async function closeOpen(bench: Bench): Promise<Reply<null>> {
  return bench.open === null ? { ok: true, value: null } : close(bench);
}
