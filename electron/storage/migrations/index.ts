import { first } from './0001-first.ts';
import type { Migration } from './migration.ts';

/** Every shape an assessment file has had, in order. Released ones are never edited: add yours at the end. */
export const migrations: readonly Migration[] = [first];
