import type { Bridge, ReportFile, SourceHandle, Told } from '#contract';

/**
 * What the desktop shell's preload puts on the window: plain functions over plain values, nothing of Electron itself.
 * `takeDropped` gets the dropped `File` objects, because only the preload can ask where they lie.
 */
export type DesktopApi = {
  readonly call: Bridge['call'];
  readonly onTold: (told: (event: Told) => void) => () => void;
  readonly chooseEvidence: (kind: 'files' | 'folder') => Promise<readonly SourceHandle[] | null>;
  readonly takeDropped: (files: readonly File[]) => Promise<readonly SourceHandle[] | null>;
  readonly chooseAssessment: () => Promise<SourceHandle | null>;
  readonly deliver: (file: ReportFile) => Promise<boolean>;
  readonly openWindow: () => Promise<void>;
};

declare global {
  interface Window {
    /** Present under the desktop shell only; the browser shell has none. */
    readonly api?: DesktopApi;
  }
}
