/** Opens the assessment named on the command line and prints what it may do with it. */
import { randomUUID } from 'node:crypto';
import { StorageError } from '../../electron/storage/problems.ts';
import { openAssessment } from '../../electron/storage/store.ts';

const store = openAssessment(process.argv[2] ?? '', { surroundings: { now: () => new Date(), newId: () => randomUUID(), device: 'test' } });

function triedToAppend(): string {
  try {
    store.append([{ type: 'assessment.scoped', payload: { scope: 'x' } }], { author: { id: 'a', name: '安娜', role: '' } });
  } catch (thrown) {
    return thrown instanceof StorageError ? thrown.problem.kind : String(thrown);
  }
  return 'written';
}

process.stdout.write(JSON.stringify({ readOnly: store.readOnly, notice: store.notice?.kind, revision: store.revision(), verified: store.verify().ok, append: triedToAppend() }));
store.close();
