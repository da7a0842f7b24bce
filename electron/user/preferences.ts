import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { headingsKey, recordMappingSchema, type RecordMapping } from '#assessments';
import { writePrivateFile } from './private-file.ts';

const recentAssessment = z.object({
  /** Absolute. */
  path: z.string(),
  organisation: z.string(), project: z.string(),
  level: z.string().nullable(), assessed: z.number(), total: z.number(),
  lastSavedAt: z.string().nullable(),
  /** Settings of the same thing made apart that wait to be settled. */
  conflicts: z.number().default(0),
  /** Its id, by which its backups are found; since when a copy of it is owed to another disk. */
  assessment: z.string().default(''), owedSince: z.string().nullable().default(null),
  /** It did not open when it was last tried. */
  damaged: z.boolean().default(false),
}).readonly();

/** What this laptop remembers for its user; never part of an assessment file. */
const preferences = z.object({
  settings: z.object({ language: z.enum(['zh', 'en']), theme: z.enum(['system', 'light', 'dark']), autoAdvance: z.boolean(), backupMinutes: z.number().int().min(0).max(1440).default(30), copyReminderDays: z.number().int().min(0).max(365).default(7) }).readonly(),
  identity: z.string().nullable(),
  identities: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() }).readonly()).readonly(),
  /** How tables of records were read in assessments of an organisation, the newest first: offered again for a table with the same headings. */
  mappings: z.array(z.object({ organisation: z.string(), mapping: recordMappingSchema }).readonly()).readonly().default([]),
  /** Actions whose effect on the suggestions was seen, the newest first. */
  seenChanges: z.array(z.string()).readonly().default([]),
  /** Assessments, the last opened first, with what they looked like when last seen: a list must not open every file. */
  recent: z.array(recentAssessment).readonly(),
}).readonly();

export type RecentAssessment = z.infer<typeof recentAssessment>;
export type Preferences = z.infer<typeof preferences>;
export type PreferenceStore = { readonly read: () => Preferences; readonly change: (change: (now: Preferences) => Preferences) => Preferences };

/**
 * The preferences kept in `preferences.json` of the user's data folder. A missing or damaged file starts afresh: nothing
 * in it is worth refusing to start for. Every change is on disk when `change` returns.
 */
export function openPreferences(userFolder: string): PreferenceStore {
  const path = join(userFolder, 'preferences.json');
  const write = (next: Preferences): Preferences => {
    writePrivateFile(path, `${JSON.stringify(next, null, 2)}\n`);
    return next;
  };
  const read = (): Preferences => readPreferences(path) ?? fresh;
  return { read, change: (change) => write(change(read())) };
}

/** The preferences with `seen` at the head of the recent list, each path once, at most 30. */
export function withRecent(now: Preferences, seen: RecentAssessment): Preferences {
  return { ...now, recent: [seen, ...now.recent.filter(({ path }) => path !== seen.path)].slice(0, 30) };
}

const rememberedMappings = 200;

/** The preferences with a mapping remembered for an organisation, in place of what was remembered for the same headings. */
export function withMapping(now: Preferences, organisation: string, mapping: RecordMapping): Preferences {
  const key = headingsKey(mapping.headings);
  const others = now.mappings.filter((one) => one.organisation !== organisation || headingsKey(one.mapping.headings) !== key);
  return { ...now, mappings: [{ organisation, mapping }, ...others].slice(0, rememberedMappings) };
}

const rememberedChanges = 100;

/** The preferences with an action remembered, whose effect on the suggestions was seen. */
export function withSeenChange(now: Preferences, batch: string): Preferences {
  return { ...now, seenChanges: [batch, ...now.seenChanges.filter((one) => one !== batch)].slice(0, rememberedChanges) };
}

function readPreferences(path: string): Preferences | undefined {
  try {
    return preferences.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

const fresh: Preferences = {
  settings: { language: 'zh', theme: 'system', autoAdvance: true, backupMinutes: 30, copyReminderDays: 7 }, identity: null, identities: [], mappings: [], seenChanges: [], recent: [],
};
