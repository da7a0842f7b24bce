import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Draft, type EvidenceFile, type StoredEvent, packHash } from '#assessments';
import { createStaging, stagingPath, type Staging } from '../../electron/storage/staging.ts';
import { createAssessment, openAssessment, type Store } from '../../electron/storage/store.ts';
import type { Surroundings } from '../../electron/storage/surroundings.ts';
import { temporaryFolder } from './folders.ts';
import { anna, creation, numbered } from './journal.ts';

/** A clock that ticks a second at every look, and ids that count. */
export function countingSurroundings(first = 0x5000): Surroundings {
  let [ids, seconds] = [first, 0];
  return { now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds += 1)), newId: () => numbered(ids += 1), device: 'test' };
}

/** A path for an assessment in a folder of its own. */
export function newPath(name = '评估 a.maturity'): string {
  return join(temporaryFolder(), name);
}

/** Opens what a test may leave open. */
export function open(path: string, first = 0x6000): Store {
  return closedAfterwards(openAssessment(path, { surroundings: countingSurroundings(first) }));
}

/** A new assessment of 安娜's with its first event. */
export function aStore(path = newPath()): Store {
  const store = closedAfterwards(createAssessment(path, { surroundings: countingSurroundings() }));
  store.append([creation], { author: anna });
  return store;
}

function closedAfterwards(store: Store): Store {
  onTestFinished(() => { store.close(); });
  return store;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Text that shrinks, or bytes that do not. */
export function someBytes(kind: 'text' | 'random', size: number): Buffer {
  return kind === 'text' ? Buffer.from('replicas: 3\nstrategy: canary\n'.repeat(size / 29 + 1)).subarray(0, size) : randomBytes(size);
}

/** A staging with these contents, and the draft of the intake that lists them. */
export function anIntake(store: Store, contents: Readonly<Record<string, Uint8Array>>, intake = numbered(0x1177)): { readonly staging: Staging; readonly draft: Draft } {
  const staging = createStaging(stagingPath(store.path, intake));
  const files = Object.entries(contents).map(([path, bytes]): EvidenceFile => {
    staging.put(sha256(bytes), bytes);
    return { path, artefact: sha256(bytes), size: bytes.length, mediaType: 'application/octet-stream', encoding: null };
  });
  staging.finish();
  return { staging, draft: { type: 'evidence.added', payload: { intake, label: 'release', files } } };
}

export const packFiles = [{ path: 'pack.yaml', text: 'id: small\n' }, { path: '2.2.3.yaml', text: 'subItem: 2.2.3\n' }] as const;
export const smallPack = { id: 'small', edition: '0.1-draft', hash: packHash(packFiles) } as const;

export const types = (events: readonly StoredEvent[]): readonly string[] => events.map(({ type }) => type);
