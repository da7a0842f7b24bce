import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { gzipSync } from 'node:zlib';
import { importFrom, newAssessment, openTestApi, valueOf, type TestApi } from '../builders/api.ts';
import { tarArchive } from '../builders/tar-archive.ts';

/** Many small manifests, an archive of more of them, and one file that is streamed. */
function makeEvidence(folder: string): string {
  const path = join(folder, 'evidence');
  mkdirSync(path);
  const manifest = (index: number): string => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d${index}}\nspec: {template: {spec: {containers: [{name: a, image: 'r/a:${index}'}]}}}\n`;
  for (let index = 0; index < 800; index += 1) writeFileSync(join(path, `d${index}.yaml`), manifest(index));
  writeFileSync(join(path, 'more.tgz'), gzipSync(tarArchive(Array.from({ length: 400 }, (_, index) => ({ name: `m${index}.yaml`, data: manifest(1000 + index) })))));
  writeFileSync(join(path, 'model.bin'), Buffer.from(Array.from({ length: 12_000_000 }, (_, at) => Math.imul(at, 2_654_435_761) >>> 24)));
  return path;
}

/** Everything an import could leave behind: files beside the assessment and in the run's folder. */
function leftBehind({ folder }: TestApi): readonly string[] {
  return [...readdirSync(join(folder, 'assessments')).filter((name) => !/\.maturity(?:-wal|-shm|\.lock)?$/.test(name)), ...readdirSync(join(folder, 'runs'))];
}

async function stateOf(api: TestApi, assessment: string): Promise<unknown> {
  const { revision } = valueOf(await api.call('readScore', { assessment }));
  const { files, intakes } = valueOf(await api.call('readEvidence', { assessment }));
  return { revision, files: files.length, intakes: intakes.length, leftBehind: leftBehind(api) };
}

/** Milliseconds a whole import takes, into another assessment. */
async function timeOf(folder: string): Promise<number> {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const start = performance.now();
  await importFrom(api, assessment, folder);
  return performance.now() - start;
}

/** Cancels an import at so many moments of it, one after the other: the file, its folder and the state stay as they were, and the import after them is whole. */
export async function cancelImports(moments: number): Promise<void> {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const folder = makeEvidence(api.folder);
  const took = await timeOf(folder);
  let before = await stateOf(api, assessment);
  const outcomes: string[] = [];

  for (let moment = 0; moment < moments; moment += 1) {
    const job = `at ${moment}`;
    const running = api.call('importEvidence', { assessment, sources: [api.choose(folder)], job });
    await wait((took * moment) / moments);
    valueOf(await api.call('cancel', { job }));
    const reply = await running;

    outcomes.push(reply.ok ? 'finished' : reply.problem.kind);
    if (reply.ok) {
      expect([reply.value.offered, reply.value.taken]).toEqual([1202, 1202]);
      valueOf(await api.call('undo', { assessment }));
      before = { ...(before as object), revision: reply.value.revision + 1 };
    }
    expect(await stateOf(api, assessment)).toEqual(before);
  }

  const last = await importFrom(api, assessment, folder);
  console.log(`${outcomes.filter((outcome) => outcome === 'cancelled').length} of ${moments} cancelled, a whole import takes ${Math.round(took)} ms`);
  expect([new Set(outcomes.slice(0, moments / 3)), last.taken, valueOf(await api.call('verify', { assessment })).ok]).toEqual([new Set(['cancelled']), 1202, true]);
}
