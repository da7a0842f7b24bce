import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Header, IntakeReport, JournalFilter, Reply, Told } from '#contract';
import { createApi, type OpenApi } from '../../electron/handlers/api.ts';
import { createHandles, type Handles } from '../../electron/handlers/handles.ts';
import { openPacks } from '../../electron/handlers/packs.ts';
import { openLog } from '../../electron/user/log.ts';
import { openPreferences } from '../../electron/user/preferences.ts';
import { temporaryFolder } from './folders.ts';

export type TestApi = OpenApi & {
  readonly handles: Handles; readonly folder: string; readonly told: readonly Told[];
  /** A handle for a path of this machine, as a dialog would give it. */
  readonly choose: (path: string) => string;
  /** Lets days go by. */
  readonly later: (days: number) => void;
};

const product = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const sampleEvidence = product('electron/sample/credit-scoring-delivery');

/** Read once for all tests of a file: they never change. */
const builtInPacks = openPacks(product('assessments/packs'));

/** Counts over all APIs of a run, so that two of them never give the same id. */
let ids = 0;

/** The real API over a folder of its own; the clock goes on by a second a look, ids count up. */
export function openTestApi(folder: string = temporaryFolder(), { backsUpByItself = false, packs = builtInPacks } = {}): TestApi {
  let [ticks, days] = [0, 0];
  const now = (): Date => new Date(Date.UTC(2026, 9, 12 + days, 2, 0, (ticks += 1)));
  const newId = (): string => `0199d000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`;
  const [user, assessments, runs] = ['user', 'assessments', 'runs'].map((name) => join(folder, name)) as [string, string, string];
  for (const path of [user, assessments, runs]) mkdirSync(path, { recursive: true });
  const handles = createHandles();
  const api = createApi({
    now, newId, handles, device: 'test', deviceProtection: 'file', version: '0.1.0', shell: 'browser', assessmentsFolder: assessments, packs, sampleFolder: sampleEvidence,
    userFolder: user, licencesFile: join(folder, 'licences.json'), runFolder: runs, backupsFolder: join(user, 'backups'), backsUpByItself, file: null, preferences: openPreferences(user), log: openLog(user, now, newId),
  });
  const told: Told[] = [];
  api.listen((event) => told.push(event));
  onTestFinished(api.close);
  return { ...api, handles, folder, told, choose: (path) => handles.issue({ kind: 'path', path }), later: (more) => { days += more; } };
}

/** A filter that lets every action of a journal through. */
export const everything: JournalFilter = { author: null, kind: null, requirement: null, search: '' };

/** The value of a reply that must be good. */
export function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`${reply.problem.kind}: ${reply.problem.en}`);
  return reply.value;
}

/** Says who is at the keyboard and makes an assessment of the built-in pack. */
export async function newAssessment(api: TestApi, name = '李明'): Promise<Header> {
  valueOf(await api.call('setIdentity', { name, role: '主评估师' }));
  return valueOf(await api.call('createAssessment', { organisation: '示例银行', project: '风控模型 v3.4', scope: '在线评分', pack: 'model-delivery', target: 3, policy: 'strict', rollup: 'minimum' }));
}

export async function importFrom(api: TestApi, assessment: string, path: string = sampleEvidence, job = 'job'): Promise<IntakeReport> {
  return valueOf(await api.call('importEvidence', { assessment, sources: [api.choose(path)], job }));
}
