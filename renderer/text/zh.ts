import { care } from './zh/care.ts';
import { catalogue } from './zh/catalogue.ts';
import { explaining } from './zh/explaining.ts';
import { journal } from './zh/journal.ts';
import { managing } from './zh/managing.ts';
import { mapping } from './zh/mapping.ts';
import { planning } from './zh/planning.ts';
import { results } from './zh/results.ts';
import { score } from './zh/score.ts';
import { shell } from './zh/shell.ts';
import { wording } from './zh/wording.ts';

/** All Chinese words of the screens: the first language, whose keys and blanks the others must match. */
export const zh = { ...shell, ...score, ...results, ...journal, ...care, ...managing, ...mapping, ...catalogue, ...planning, ...explaining, ...wording } as const;
