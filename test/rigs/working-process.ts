/**
 * Works on the assessment named on the command line until it is killed: rates, takes back, takes evidence in. After each
 * thing is saved it adds to the list of promises what must be found again. As `liar` it promises before it saves.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { type Draft, undoable } from '#assessments';
import { createStaging, stagingPath } from '../../electron/storage/staging.ts';
import { openAssessment } from '../../electron/storage/store.ts';

const [path = '', promises = '', honesty = 'honest'] = process.argv.slice(2);
process.stdout.write('opening\n');
const store = openAssessment(path, { surroundings: { now: () => new Date(), newId: v7, device: 'rig' } });
const by = { author: { id: 'rig', name: '李雷', role: '评估师' } };

function promise(kind: 'token' | 'artefact', values: readonly string[]): void {
  appendFileSync(promises, values.map((value) => `${kind} ${value}\n`).join(''));
}

/** Promises what `save` saves: afterwards, or as a liar before. */
function saving(kind: 'token' | 'artefact', values: readonly string[], save: () => void): void {
  if (honesty === 'liar') promise(kind, values);
  save();
  if (honesty !== 'liar') promise(kind, values);
}

function rate(): void {
  const tokens = Array.from({ length: randomInt(1, 4) }, () => v7());
  const drafts = tokens.map((rationale): Draft => ({ type: 'rating.set', payload: { requirement: `2.2.3-L1-${randomInt(40)}`, subject: null, layer: 'on-site', value: 'F', confidence: null, rationale, basis: { kind: 'human', accepted: [] } } }));
  saving('token', tokens, () => { store.append(drafts, by); });
}

function takeBack(): void {
  const batch = undoable(store.events(), { author: by.author.id, chain: store.chain })?.batch;
  if (batch !== undefined) store.append([{ type: 'undone', payload: { batch } }], by);
}

/** Mostly a few small files; sometimes so much that it is written past the log. */
async function takeIn(): Promise<void> {
  const intake = v7();
  const staging = createStaging(stagingPath(path, intake));
  const contents = randomInt(4) === 0 ? [randomBytes(4_300_000)] : Array.from({ length: 5 }, () => randomBytes(randomInt(30_000)));
  const files = contents.map((bytes, index) => {
    const artefact = createHash('sha256').update(bytes).digest('hex');
    staging.put(artefact, bytes);
    return { path: `${intake}/${index}`, artefact, size: bytes.length, mediaType: 'application/octet-stream', encoding: null };
  });
  staging.finish();
  const hashes = files.map(({ artefact }) => artefact);
  if (honesty === 'liar') promise('artefact', hashes);
  await store.adopt(staging, [{ type: 'evidence.added', payload: { intake, label: intake, files } }], by);
  if (honesty !== 'liar') promise('artefact', hashes);
}

process.stdout.write('working\n');
for (;;) {
  const chance = randomInt(12);
  if (chance === 0) await takeIn();
  else if (chance === 1) takeBack();
  else rate();
}
