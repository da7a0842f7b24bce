import type { Assembler } from './assembler.ts';
import { dvcLiveSet } from './dvc-live.ts';
import { dvcSet } from './dvc.ts';
import { gitExportSet } from './git-export.ts';
import { helmRunSet } from './helm-run.ts';
import { mlflowModelSet } from './mlflow-model.ts';
import { mlflowSet } from './mlflow.ts';
import { releaseFolderSet } from './release-folder.ts';

/** Every assembler of a set of files, one line each; the order decides nothing. */
export const assemblers: readonly Assembler[] = [
  dvcLiveSet,
  dvcSet,
  gitExportSet,
  helmRunSet,
  mlflowModelSet,
  mlflowSet,
  releaseFolderSet,
];
