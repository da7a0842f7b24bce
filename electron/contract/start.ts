/** What the home screen and the program as a whole tell: who works here, what there is, what it is made of. */
import type { Language, OrganisationType } from '#assessments';
import type { SourceHandle } from './handles.ts';
import type { Problem } from './replies.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Settings = {
  readonly language: Language; readonly theme: Theme; readonly autoAdvance: boolean;
  /** How often an open assessment is backed up; 0 = only when it is closed. */
  readonly backupMinutes: number;
  /** After how many days without a copy elsewhere one is reminded of it; 0 = never. */
  readonly copyReminderDays: number;
};
/** Who is at the keyboard. `role` is free text, e.g. 主评估师. */
export type Identity = { readonly id: string; readonly name: string; readonly role: string };

export type AssessmentCard = {
  readonly file: SourceHandle;
  readonly name: string; readonly organisation: string; readonly project: string;
  readonly level: string | null; readonly assessed: number; readonly total: number;
  readonly lastSavedAt: string | null;
  /** Settings of the same thing made apart that wait to be settled. */
  readonly conflicts: number;
  readonly lastBackupAt: string | null;
  /** A copy on another disk is due, as the settings ask for. */
  readonly copyDue: boolean;
  /** Why it cannot be opened, where it cannot. */
  readonly problem: Problem | null;
};

export type StartView = {
  readonly version: string; readonly shell: 'electron' | 'browser';
  readonly settings: Settings;
  readonly identity: Identity | null; readonly identities: readonly Identity[];
  /** Name of the folder in which new assessments are kept, for people to read. */
  readonly folder: string;
  readonly recent: readonly AssessmentCard[];
  readonly packs: readonly { readonly id: string; readonly edition: string; readonly zh: string; readonly en: string; readonly written: number; readonly subItems: number; readonly requirements: number; readonly organisationTypes: readonly OrganisationType[] }[];
  /** The assessment named on the command line, to be opened at once. */
  readonly open: SourceHandle | null;
};

/** What this program is made of, and where it keeps things. Folders are named for people to read, from the home folder on. */
export type AboutView = {
  readonly version: string; readonly shell: 'electron' | 'browser'; readonly platform: string;
  readonly parts: readonly { readonly name: string; readonly version: string }[];
  readonly dataFolder: string; readonly assessmentsFolder: string; readonly backupsFolder: string; readonly logFile: string;
  readonly licences: readonly { readonly name: string; readonly version: string; readonly licence: string }[];
  readonly deviceKey: { readonly fingerprint: string; readonly protection: 'os-key-store' | 'file' };
};
