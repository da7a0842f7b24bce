import { about } from './about.ts';
import { assessments } from './assessments.ts';
import { backups } from './backups.ts';
import { bulkSuggestions } from './bulk-suggestions.ts';
import { checking } from './checking.ts';
import { cloning } from './cloning.ts';
import { evidence } from './evidence.ts';
import type { Handlers } from './handler.ts';
import { importing } from './importing.ts';
import { journal } from './journal.ts';
import { mapping } from './mapping.ts';
import { milestones } from './milestones.ts';
import { plans } from './planning.ts';
import { purging } from './purging.ts';
import { questions } from './questions.ts';
import { ratings } from './ratings.ts';
import { reading } from './reading.ts';
import { repairing } from './repairing.ts';
import { reports } from './reports.ts';
import { requests } from './requests.ts';
import { rules } from './rules.ts';
import { searching } from './searching.ts';
import { start } from './start.ts';
import { sufficiency } from './sufficiency.ts';
import { undoing } from './undoing.ts';
import { wording } from './wording/wording.ts';

/** Every method of the API; one that is missing does not compile. */
export const handlers: Handlers = { ...start, ...about, ...assessments, ...reading, ...evidence, ...sufficiency, ...requests, ...searching, ...bulkSuggestions, ...mapping, ...importing, ...ratings, ...journal, ...undoing, ...reports, ...checking, ...questions, ...rules, ...milestones, ...cloning, ...backups, ...repairing, ...purging, ...plans, ...wording };
