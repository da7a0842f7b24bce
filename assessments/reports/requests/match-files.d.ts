import type { Bilingual } from '../../language.ts';
import type { EvidenceRequest } from './evidence-requests.ts';
export type ReturnedFile = {
    readonly path: string;
    readonly artefact: string;
};
/** Bytes that the assessment already has: the path they have there, and the requirements they are linked to. */
export type KnownContent = {
    readonly path: string;
    readonly requirements: readonly string[];
};
/** A file proposed for a code; nothing is linked until a person says so. */
export type FileMatch = {
    readonly file: string;
    readonly code: string;
    readonly requirement: string;
    readonly by: 'code' | 'hash' | 'name';
    readonly certainty: 'certain' | 'likely' | 'possible';
    readonly reason: Bilingual;
};
export type MatchedFolder = {
    readonly matches: readonly FileMatch[];
    /** What was asked for and nothing answers. */
    readonly missing: readonly EvidenceRequest[];
    /** Files that answer nothing; `known`: the path of the same content in the assessment. */
    readonly extra: readonly {
        readonly file: string;
        readonly known: string | null;
    }[];
};
export type MatchInput = {
    /** What was asked for; and every code of the pack, because a folder may answer more. */
    readonly requests: readonly EvidenceRequest[];
    readonly everything: readonly EvidenceRequest[];
    readonly files: readonly ReturnedFile[];
    readonly known: (artefact: string) => KnownContent | null;
};
/**
 * Matches the files of a returned folder to what was asked for: by a code in the name (certain) or in the name of a
 * folder above it (likely), by bytes that are already linked to a requirement, by likeness of the name to what is asked
 * for. Files in the order given, what is missing in that of the requests.
 */
export declare function matchFiles({ requests, everything, files, known }: MatchInput): MatchedFolder;
