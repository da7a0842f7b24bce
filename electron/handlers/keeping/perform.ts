import { chmodSync, constants, copyFileSync } from 'node:fs';
import { holdsArtefact, settleCopy } from '../../storage/backups/settle-copy.ts';
import { rebuildFile } from '../../storage/salvage/rebuild-file.ts';
import { salvage } from '../../storage/salvage/salvage.ts';
import type { FileAnswer, FileTask } from './messages.ts';

/** Faults that are told; a file that lost thousands of events needs no list of thousands. */
const mostFaults = 200;

/** Does what is asked, in whichever process this is. */
export function perform(task: FileTask): FileAnswer {
  switch (task.kind) {
    case 'settle': return { kind: 'verified', verified: settleCopy(task.path) };
    case 'copy': {
      copyFileSync(task.from, task.to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      chmodSync(task.to, 0o600);
      return { kind: 'verified', verified: settleCopy(task.to) };
    }
    case 'holding': return { kind: 'holding', paths: task.paths.filter((path) => holdsArtefact(path, task.artefacts)) };
    case 'salvage': return { kind: 'salvaged', rebuilt: salvageTo(task) };
  }
}

function salvageTo({ path, to, now, backups, packs, recorded }: Extract<FileTask, { readonly kind: 'salvage' }>): Extract<FileAnswer, { readonly kind: 'salvaged' }>['rebuilt'] {
  const [damaged, ...others] = [path, ...backups].map(salvage);
  if (damaged === undefined) throw new Error('nothing to salvage');
  try {
    const rebuilt = rebuildFile(to, { damaged, backups: others, packs }, { now: new Date(now), recorded });
    return { ...rebuilt, faults: rebuilt.faults.slice(0, mostFaults) };
  } finally {
    for (const one of [damaged, ...others]) one.close();
  }
}
