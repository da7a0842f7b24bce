import { care } from './en/care.ts';
import { catalogue } from './en/catalogue.ts';
import { explaining } from './en/explaining.ts';
import { journal } from './en/journal.ts';
import { managing } from './en/managing.ts';
import { mapping } from './en/mapping.ts';
import { planning } from './en/planning.ts';
import { results } from './en/results.ts';
import { score } from './en/score.ts';
import { shell } from './en/shell.ts';
import { wording } from './en/wording.ts';

/** All English words of the screens; each part is held to the Chinese one by the compiler. */
export const en = { ...shell, ...score, ...results, ...journal, ...care, ...managing, ...mapping, ...catalogue, ...planning, ...explaining, ...wording } as const;
