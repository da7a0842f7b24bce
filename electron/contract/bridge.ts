/** What a shell hands to the page, and what reaches the page unasked. */
import type { Input, Method, Output } from '../contract.ts';
import type { AssessmentHandle, SourceHandle } from './handles.ts';
import type { Problem, Reply } from './replies.ts';
import type { ReportFile } from './reports.ts';

/** Events from the machine to the renderer. */
export type Told =
  | { readonly kind: 'progress'; readonly job: string; readonly phase: 'listing' | 'storing' | 'reading' | 'suggesting' | 'writing'; readonly done: number; readonly total: number | null; readonly bytesDone: number; readonly bytesTotal: number | null; readonly current: string | null; readonly bytesPerSecond: number | null; readonly secondsLeft: number | null }
  | { readonly kind: 'changed'; readonly assessment: AssessmentHandle; readonly revision: number }
  | { readonly kind: 'open-requested'; readonly file: SourceHandle }

  /** Something beside the journal changed in some window: the layer of an assessment, or (null) settings and the identity at the keyboard. */
  | { readonly kind: 'refresh'; readonly assessment: AssessmentHandle | null }
  | { readonly kind: 'menu'; readonly command: MenuCommand };

/** What a native menu asks of the page. The shell offers a command only where it makes sense; the page performs it as it does for its own keys. */
export type MenuCommand = 'new' | 'open' | 'import-files' | 'import-folder' | 'save-copy' | 'report' | 'undo' | 'redo' | 'find' | 'print' | 'settings' | 'catalogue' | 'licensed-wording' | 'journal' | 'help' | 'about' | 'close';

/**
 * What a shell hands to the renderer. `chooseEvidence` and `takeDropped` give handles for what the user picked or
 * dropped (null: cancelled); `deliver` lets the user save a finished file (a dialog, or a download).
 */
export type Bridge = {
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<Reply<Output<M>>>;
  readonly listen: (told: (event: Told) => void) => () => void;
  readonly chooseEvidence: (kind: 'files' | 'folder') => Promise<readonly SourceHandle[] | null>;
  readonly takeDropped: (transfer: unknown) => Promise<readonly SourceHandle[] | null>;
  readonly chooseAssessment: () => Promise<SourceHandle | null>;
  readonly deliver: (file: ReportFile) => Promise<boolean>;
  /** One more window of the program, on its home screen; the reason where there can be none. */
  readonly openWindow: () => Promise<Problem | null>;
};
