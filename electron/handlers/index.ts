import { about } from './about.ts';
import { assessments } from './assessments.ts';
import { backups } from './backups.ts';
import { checking } from './checking.ts';
import { evidence } from './evidence.ts';
import type { Handlers } from './handler.ts';
import { importing } from './importing.ts';
import { journal } from './journal.ts';
import { purging } from './purging.ts';
import { ratings } from './ratings.ts';
import { reading } from './reading.ts';
import { repairing } from './repairing.ts';
import { reports } from './reports.ts';
import { start } from './start.ts';
import { undoing } from './undoing.ts';

/** Every method of the API; one that is missing does not compile. */
export const handlers: Handlers = { ...start, ...about, ...assessments, ...reading, ...evidence, ...importing, ...ratings, ...journal, ...undoing, ...reports, ...checking, ...backups, ...repairing, ...purging };
