import type { Assembler } from './assembler.ts';
import { releaseFolderSet } from './release-folder.ts';

/** Every assembler of a set of files, one line each; the order decides nothing. */
export const assemblers: readonly Assembler[] = [
  releaseFolderSet,
];
