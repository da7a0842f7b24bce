import { type Pack } from '../../catalogue/pack.ts';
import type { AssessmentState } from '../../journal/state.ts';
import type { Language } from '../../language.ts';
import type { ReportDocument } from '../document.ts';
import type { EvidenceRequest, RequestFilter } from './evidence-requests.ts';
export type RequestList = {
    readonly pack: Pack;
    readonly state: Pick<AssessmentState, 'organisation' | 'project' | 'window' | 'lastEventAt'>;
    readonly requests: readonly EvidenceRequest[];
    readonly filter: RequestFilter;
    readonly language: Language | 'both';
};
/**
 * The request list as a workbook: how to answer it, the list of material with coded file names, kind and level to be
 * filled in by whoever provides it, the same by role, and what each requirement lacks. The same list gives the same bytes.
 */
export declare function requestDocument(list: RequestList): ReportDocument;
