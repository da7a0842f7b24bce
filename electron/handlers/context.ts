import type { AssessmentHandle, IntakeReport, Reply, Told } from '#contract';
import type { Protection } from '../user/device-key.ts';
import type { Log } from '../user/log.ts';
import type { PreferenceStore } from '../user/preferences.ts';
import type { Handles } from './handles.ts';
import type { Packs } from './packs.ts';
import type { Session } from './session.ts';

/** What the API needs of the world; both shells, the command and the tests give their own. */
export type Surroundings = {
  readonly now: () => Date;
  /** A new uuid v7. */
  readonly newId: () => string;
  /** The fingerprint of this device's key, written into every event, and what keeps the key from others. */
  readonly device: string; readonly deviceProtection: Protection;
  readonly version: string;
  readonly shell: 'electron' | 'browser';
  /** Where new assessments are kept; the built-in catalogue packs; the evidence of the sample assessment. */
  readonly assessmentsFolder: string; readonly packs: Packs; readonly sampleFolder: string;
  /** Settings, identities and the log; the list of licences that the build wrote. */
  readonly userFolder: string; readonly licencesFile: string;
  /** Private temporary files of this run, and the rolling backups of every assessment. */
  readonly runFolder: string; readonly backupsFolder: string;
  /** Whether backups are made without being asked for: now and then, and when an assessment is closed. */
  readonly backsUpByItself: boolean;
  /** Absolute path of the assessment named on the command line. */
  readonly file: string | null;
  readonly handles: Handles;
  readonly preferences: PreferenceStore;
  readonly log: Log;
};

/** What every handler is given. */
export type Context = {
  readonly surroundings: Surroundings;
  readonly handles: Handles;
  readonly preferences: PreferenceStore;
  readonly packs: Packs;
  readonly sessions: Map<AssessmentHandle, Session>;
  /** Running work that can be cancelled, by the job the renderer named. */
  readonly jobs: Map<string, AbortController>;
  /** What imports answer, by job: those that run and the last few that have ended. */
  readonly imports: Map<string, Promise<Reply<IntakeReport>>>;
  readonly tell: (told: Told) => void;
};
