import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Header, Reply } from '#contract';
import type { Product } from '../../../electron/shell/assemble.ts';
import { promise, type Promised } from './promises.ts';

/** A person at work: one assessment open at a time, every step through the API as the screens take it. */
export type Bench = {
  readonly product: Product;
  /** Where the person keeps what is imported, and the list of promises: outside the folder at risk. */
  readonly outside: string;
  readonly list: string;
  /** Promises before it does, as a program would that says "saved" too early. */
  readonly liar: boolean;
  open: Open | null;
};
export type Open = {
  readonly assessment: string; readonly file: string; readonly requirements: readonly string[];
  evidence: { readonly intake: string; readonly path: string } | null;
};
export type Opened = Reply<Header>;

export function openBench(product: Product, outside: string, liar = false): Bench {
  mkdirSync(outside, { recursive: true });
  return { product, outside, list: join(outside, 'promises'), liar, open: null };
}

/** Says who is at the keyboard, where nobody has yet. */
export async function sitDown({ product: { api } }: Bench): Promise<void> {
  const start = valueOf(await api.call('start', {}));
  if (start.identity === null) valueOf(await api.call('setIdentity', { name: '李雷', role: '评估师' }));
}

/** A new assessment, which becomes the open one. */
export async function create(bench: Bench): Promise<Opened> {
  const reply = await bench.product.api.call('createAssessment', { organisation: randomUUID(), project: '风控模型', scope: '在线评分', pack: 'model-delivery', target: 3, policy: 'strict', rollup: 'minimum' });
  if (!reply.ok) return reply;
  keep(bench, [{ kind: 'created', file: reply.value.fileName }]);
  return hold(bench, reply);
}

/** Opens an assessment by its file name. */
export async function open(bench: Bench, file: string): Promise<Opened> {
  const { handles, folders, api } = bench.product;
  return hold(bench, await api.call('openAssessment', { file: handles.issue({ kind: 'path', path: join(folders.assessments, file) }) }));
}

async function hold(bench: Bench, reply: Opened): Promise<Opened> {
  if (!reply.ok) return reply;
  const { assessment, fileName } = reply.value;
  const pack = valueOf(await bench.product.api.call('readCatalogue', { assessment }));
  bench.open = { assessment, file: fileName, requirements: pack.groups.flatMap(({ requirements }) => requirements.map(({ id }) => id)), evidence: null };
  return reply;
}

export async function close(bench: Bench): Promise<Reply<null>> {
  const { assessment } = opened(bench);
  const reply = await bench.product.api.call('closeAssessment', { assessment });
  bench.open = null;
  return reply;
}

/** The names of the assessments in the user's folder. */
export function assessmentsOf({ folders }: Product): readonly string[] {
  return readdirSync(folders.assessments).filter((name) => name.endsWith('.maturity'));
}

export function opened({ open: held }: Bench): Open {
  if (held === null) throw new Error('no assessment is open');
  return held;
}

/** The value of a reply that must be good. */
export function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`${reply.problem.kind}: ${reply.problem.en}`);
  return reply.value;
}

export function keep({ list }: Bench, promised: readonly Promised[]): void {
  promise(list, promised);
}

/** Does what was promised: the promise comes after the good reply, or before from a liar. */
export async function keeping<Value>(bench: Bench, promised: readonly Promised[], act: () => Promise<Reply<Value>>): Promise<Reply<Value>> {
  if (bench.liar) {
    keep(bench, promised);
    await wait(20);
  }
  const reply = await act();
  if (reply.ok && !bench.liar) keep(bench, promised);
  return reply;
}

/** A folder of fresh evidence whose name says how many files it holds, so that a half import shows. */
export function freshEvidence({ outside }: Bench, much: boolean): { readonly path: string; readonly remove: () => void } {
  const files = much ? 3 : randomInt(2, 6);
  const path = join(outside, `of-${files}-${randomUUID()}`);
  mkdirSync(path);
  for (let index = 0; index < files; index += 1) {
    const bytes = much && index === 0 ? randomBytes(4_400_000) : Buffer.from(`replicas: ${randomInt(1e9)}\nnote: ${randomBytes(randomInt(4_000)).toString('hex')}\n`);
    writeFileSync(join(path, `f${index}.yaml`), bytes);
  }
  return { path, remove: () => { rmSync(path, { recursive: true, force: true }); } };
}
