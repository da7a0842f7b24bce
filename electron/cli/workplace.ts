import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { v5, v7 } from 'uuid';
import { loadPack, type Author } from '#assessments';
import type { Problem } from '#contract';
import type { Context } from '../handlers/context.ts';
import { createHandles } from '../handlers/handles.ts';
import { type FoundPack, openPacks, readPackTexts } from '../handlers/packs.ts';
import { openSession, type Session } from '../handlers/session.ts';
import { problemThrown } from '../handlers/thrown.ts';
import { preparedPacks, productPath, productVersion } from '../shell/product.ts';
import { openAssessment, type Store } from '../storage/store.ts';
import { backupsFolder, makePrivateFolder, userFolder } from '../user/folders.ts';
import { openDeviceKey } from '../user/device-key.ts';
import { openLog } from '../user/log.ts';
import { openPreferences, type PreferenceStore } from '../user/preferences.ts';
import { openRunFolder } from '../user/run-folder.ts';
import { packsFolder } from './product-folders.ts';
import { Refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with: the same handlers as the shells have, over the machine, without windows. */
export type Workplace = { readonly context: Context; readonly author: Author };

/** Runs a command's work and cleans up behind it: every assessment closed whole, no process and no temporary file left. */
export async function atWork(run: (workplace: Workplace) => Promise<number>): Promise<number> {
  const user = makePrivateFolder(userFolder());
  const now = (): Date => new Date();
  const newId = (): string => v7();
  const preferences = openPreferences(user);
  const log = openLog(user, now, newId);
  const { fingerprint, protection } = openDeviceKey({ userFolder: user, log });
  const temporary = openRunFolder(user);
  const handles = createHandles();
  const kept = readOnlyPreferences(preferences);
  const packs = openPacks(packsFolder, preparedPacks());
  const context: Context = {
    surroundings: {
      now, newId, device: fingerprint, deviceProtection: protection, version: productVersion(), shell: 'browser', handles, preferences: kept, log,
      assessmentsFolder: temporary.path, packs, sampleFolder: productPath('electron/sample/credit-scoring-delivery'), userFolder: user, licencesFile: productPath('out/licences.json'), runFolder: temporary.path, backupsFolder: backupsFolder(user), backsUpByItself: false, file: null,
    },
    handles, preferences: kept, packs, sessions: new Map(), jobs: new Map(), imports: new Map(), tell: () => undefined,
  };
  try {
    return await run({ context, author: authorOf(kept, fingerprint) });
  } catch (thrown) {
    const problem = thrown instanceof Refusal ? undefined : problemThrown(thrown);
    if (problem !== undefined) throw refusalOf(problem);
    throw thrown;
  } finally {
    for (const session of context.sessions.values()) {
      session.stop();
      session.store.close();
    }
    temporary.remove();
  }
}

/** What happens in an open assessment, with the pack asked for (or its first). */
export async function withAssessment(path: string, packId: string | undefined, run: (session: Session, workplace: Workplace) => Promise<number>): Promise<number> {
  return atWork(async (workplace) => {
    const store = openStore(path, workplace);
    try {
      const session = openSession(store, ...packOf(store, packId, workplace));
      return await run(session, workplace).finally(session.stop);
    } finally {
      store.close();
    }
  });
}

/** Opens the file alone; for work on the journal that needs no pack. */
export function openStore(path: string, { context }: Workplace): Store {
  if (!existsSync(path)) throw new Refusal({ zh: `找不到评估文件“${path}”；请检查路径。`, en: `There is no assessment file “${path}”; check the path.` });
  return openAssessment(path, { surroundings: context.surroundings });
}

/** The pack of a given id among those this program brings along, or the one in a folder; without either the first, which is Model Delivery. */
export function builtInPack({ context }: Workplace, id = 'model-delivery'): FoundPack {
  const found = isAbsolute(id) ? packIn(id) : context.packs.find(id);
  if (found === undefined) throw new Refusal({ zh: `没有编号为“${id}”的标准包；maturity catalogue list 列出现有的标准包。`, en: `There is no pack “${id}”; maturity catalogue list names those there are.` });
  return found;
}

/** A pack as the user names it: by its id, or by the path of its folder, which a slash tells. */
export function packNamed(terminal: Terminal, name: string | undefined): string | undefined {
  return name !== undefined && /[/\\]/.test(name) ? terminal.resolve(name) : name;
}

/** The pack in a folder; undefined where there is none. */
function packIn(folder: string): FoundPack | undefined {
  if (!existsSync(join(folder, 'pack.yaml'))) return undefined;
  const texts = readPackTexts(folder);
  const loaded = loadPack(texts);
  if (!loaded.ok) throw new Refusal({ zh: `“${folder}”里的标准包有误，无法使用；请运行 maturity catalogue check 查看。`, en: `The pack in “${folder}” has errors and cannot be used; see maturity catalogue check.` });
  return { texts, pack: loaded.value };
}

/** The sentence of a problem, with the place it is about. */
export function refusalOf({ zh, en, place }: Problem): Refusal {
  return new Refusal(place === null ? { zh, en } : { zh: `${place}：${zh}`, en: `${place}: ${en}` });
}

function packOf(store: Store, id: string | undefined, { context }: Workplace): [Session['pack'], Session['program']] {
  const pinned = id === undefined ? store.packs()[0] : store.packs().find((pack) => pack.id === id);
  if (pinned === undefined) throw new Refusal({ zh: `这个评估没有固定标准包“${id ?? ''}”。`, en: `This assessment has no pack “${id ?? ''}” pinned.` });
  const ready = context.packs.ready(pinned.texts);
  if (ready === undefined) throw new Refusal({ zh: `评估中保存的标准包“${pinned.id}”无法使用；请升级本程序。`, en: `The pack “${pinned.id}” kept in this assessment cannot be used; update this program.` });
  return [ready.pack, ready.program];
}

/** Commands do not change what the windows remember (recent files, who is at the keyboard). */
function readOnlyPreferences(store: PreferenceStore): PreferenceStore {
  const now = store.read();
  return { read: () => now, change: (change) => change(now) };
}

/** Who a command acts as: the person this laptop knows, otherwise the command itself, under one id for each device. */
function authorOf(preferences: PreferenceStore, device: string): Author {
  const { identity, identities } = preferences.read();
  const known = identities.find(({ id }) => id === identity);
  return known === undefined ? { id: v5(device, v5.URL), name: 'maturity', role: 'command' } : { id: known.id, name: known.name, role: known.role };
}
