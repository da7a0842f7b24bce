/** The process that reads whole files: verifies backups, salvages damaged files. It can be killed at any moment. */
import { openParent } from '../../intake/parent.ts';
import { StorageError, codeOf } from '../../storage/problems.ts';
import type { FileAnswer, FileTask } from './messages.ts';
import { perform } from './perform.ts';

type Told = Extract<FileAnswer, { readonly kind: 'failed' }>['problem'];

const parent = openParent<FileTask, FileAnswer>();
parent.hear((task) => { void parent.say(answerTo(task)); });

function answerTo(task: FileTask): FileAnswer {
  try {
    return perform(task);
  } catch (thrown) {
    return { kind: 'failed', code: codeOf(thrown), problem: thrown instanceof StorageError ? thrown.problem.kind as Told : null, message: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown) };
  }
}
