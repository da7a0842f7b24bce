import { care } from './zh/care.ts';
import { catalogue } from './zh/catalogue.ts';
import { journal } from './zh/journal.ts';
import { results } from './zh/results.ts';
import { score } from './zh/score.ts';
import { shell } from './zh/shell.ts';
import { wording } from './zh/wording.ts';

/** All Chinese words of the screens: the first language, whose keys and blanks the others must match. */
export const zh = { ...shell, ...score, ...results, ...journal, ...care, ...catalogue, ...wording } as const;
