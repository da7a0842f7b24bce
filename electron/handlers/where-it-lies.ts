import { existsSync, readdirSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Bilingual } from '#assessments';
import type { RecentAssessment } from '../user/preferences.ts';

/** What is known about the place of an assessment file. */
export type Surroundings = {
  readonly path: string;
  /** Names of the files in its folder. */
  readonly beside: readonly string[];
  /** Names in the folders above it, nearest first: one list for each. */
  readonly above: readonly (readonly string[])[];
  /** Type number of the file system, as Linux gives it; null where that is not known. */
  readonly fileSystem: number | null;
};
type Seen = Pick<RecentAssessment, 'path' | 'assessment' | 'lastSavedAt'>;

/**
 * What its user should know about where an assessment lies: beside copies that a sync program made of it, in a folder that is
 * synchronised, on a network drive, or behind a newer copy of itself that this laptop has seen. Nothing is forbidden
 * by it; each sentence says what to do.
 */
export function hintsOn(lies: Surroundings, file: { readonly assessment: string; readonly lastSavedAt: string | null }, recent: readonly Seen[]): readonly Bilingual[] {
  return [...copiesBeside(lies), ...newerElsewhere(lies.path, file, recent), ...synchronised(lies), ...onNetwork(lies)];
}

/** Looks around; what cannot be read says nothing. */
export function lookAround(path: string): Surroundings {
  const folders = foldersAbove(path);
  return { path, beside: namesIn(dirname(path)), above: folders.map((folder) => markers.filter((name) => existsSync(join(folder, name)))), fileSystem: fileSystemOf(dirname(path)) };
}

/** The names that Dropbox, OneDrive, Syncthing, Nextcloud and the Chinese ones give a file two machines changed. */
const conflictMark = /\.sync-conflict-|conflict(ed)? copy|\(.*conflict.*\)|_conf\(|冲突|衝突/iu;
const ending = '.maturity';

function copiesBeside({ path, beside }: Surroundings): readonly Bilingual[] {
  const own = basename(path);
  const stem = own.slice(0, own.lastIndexOf('.')).replace(/[.\s_-]*(\(.*\)|（.*）)$/u, '');
  const copies = beside.filter((name) => name !== own && name.endsWith(ending) && name.startsWith(stem) && conflictMark.test(name.slice(stem.length)));
  if (copies.length === 0 && conflictMark.test(own)) return [{ zh: '这个文件是同步软件在两台电脑都改动后留下的冲突副本：请与原文件分别打开核对，不要只留一份。', en: 'This file is a conflict copy: two machines changed the original and the sync program kept both. Open both and compare before you keep only one.' }];
  return copies.slice(0, 1).map((name) => ({
    zh: `同一文件夹里有同步软件留下的冲突副本“${name}”${copies.length > 1 ? `等 ${copies.length} 个` : ''}：两份可能各有改动，请分别打开核对，不要只留一份。`,
    en: `The folder holds a conflict copy left by a sync program, “${name}”${copies.length > 1 ? ` and ${copies.length - 1} more` : ''}: each may hold work of its own. Open both and compare before you keep only one.`,
  }));
}

function newerElsewhere(path: string, { assessment, lastSavedAt }: { readonly assessment: string; readonly lastSavedAt: string | null }, recent: readonly Seen[]): readonly Bilingual[] {
  const newer = recent.filter((seen) => seen.assessment === assessment && assessment !== '' && (seen.lastSavedAt ?? '') > (lastSavedAt ?? ''));
  if (newer.some((seen) => seen.path === path)) return [{ zh: '这个文件比本机上次看到的旧：可能被旧副本覆盖了。请先到“设置 → 备份”比对，再继续修改。', en: 'This file is older than when this laptop last saw it: an old copy may have replaced it. Compare with the backups under Settings before you change it.' }];
  return newer.slice(0, 1).map((seen) => ({
    zh: `同一评估在本机上有更新的一份“${basename(seen.path)}”（在 ${basename(dirname(seen.path))} 文件夹）：请确认要改的是哪一份。`,
    en: `This laptop has seen a newer copy of this assessment, “${basename(seen.path)}” in the folder ${basename(dirname(seen.path))}: make sure which one you want to change.`,
  }));
}

/** What sync programs leave in the folder they keep. */
const markers = ['.stfolder', '.dropbox', '.dropbox.cache', '.sync', '.nutstore', '.owncloudsync.log', '.nextcloudsync.log'];
const syncFolder = /^(OneDrive( - .+)?|Dropbox( \(.+\))?|iCloud ?Drive|com~apple~CloudDocs|CloudStorage|Google ?Drive|GoogleDrive-.+|Nextcloud|ownCloud|Box( Sync)?|坚果云|我的坚果云|Nutstore( Files)?|BaiduSyncdisk|百度网盘同步空间|腾讯微云|WPS ?(云盘|Cloud Files)|阿里云盘)$/iu;

function synchronised({ path, above }: Surroundings): readonly Bilingual[] {
  const folders = foldersAbove(path).map((folder) => folder.split(/[/\\]/u).at(-1) ?? '');
  const name = folders.find((folder, index) => syncFolder.test(folder) || (above[index]?.length ?? 0) > 0);
  return name === undefined ? [] : [{
    zh: `文件在同步文件夹“${name}”里：同步软件可能在您工作时替换它。请把评估放在本机文件夹里工作，需要给别人时用“另存副本”。`,
    en: `The file lies in the synchronised folder “${name}”: the sync program may replace it while you work. Work on it in a folder of this machine and hand it over with “Save a copy”.`,
  }];
}

/** NFS, SMB, SMB2, CIFS, AFS, 9P, CODA, NCP as Linux numbers them. */
const networkSystems = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x01021997, 0x73757245, 0x564c]);

function onNetwork({ path, fileSystem }: Surroundings): readonly Bilingual[] {
  const network = /^(\\\\|\/\/)[^\\/?.]/u.test(path) || (fileSystem !== null && networkSystems.has(fileSystem));
  return network ? [{
    zh: '文件在网络驱动器上：断网或服务器缓存会让保存失败，别的电脑也看不出它正被使用。请复制到本机文件夹后再改。',
    en: 'The file lies on a network drive: saving fails when the network does, and other machines cannot see that it is in use. Copy it to a folder of this machine before you change it.',
  }] : [];
}

/** The folders a file lies in, nearest first. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.replace(/[/\\][^/\\]*$/u, ''); at !== '' && folders.length < 40; at = at.includes('/') || at.includes('\\') ? at.replace(/[/\\][^/\\]*$/u, '') : '') folders.push(at);
  return folders;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function fileSystemOf(folder: string): number | null {
  if (process.platform !== 'linux') return null;
  try {
    // The number is unsigned, but comes with its sign on some machines.
    return statfsSync(folder).type >>> 0;
  } catch {
    return null;
  }
}
