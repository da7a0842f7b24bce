/** What the API is asked about reports, and the files it makes. */
import type { Language } from '#assessments';
import type { AssessmentHandle, DownloadHandle } from './handles.ts';

/** `job` names the writing, so that its progress is told and it can be cancelled. */
export type ReportRequest = { readonly assessment: AssessmentHandle; readonly job?: string; readonly formats: readonly ('pdf' | 'xlsx' | 'json')[]; readonly language: Language | 'both'; readonly depth: 'executive' | 'management' | 'full';
  /** A milestone with which the state is compared in the report. */
  readonly since?: string };

export type ReportFile = { readonly name: string; readonly size: number; readonly format: 'pdf' | 'xlsx' | 'json' | 'maturity'; readonly download: DownloadHandle };
