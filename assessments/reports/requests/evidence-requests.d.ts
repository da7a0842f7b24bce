import type { Pack, Requirement, Role } from '../../catalogue/pack.ts';
import type { Bilingual } from '../../language.ts';
import type { Sufficiency } from '../../scoring/sufficiency/result.ts';
/** One piece of evidence to be asked for, under its code; that of a requirement without coded evidence is its id. */
export type EvidenceRequest = {
    readonly code: string;
    readonly requirement: string;
    readonly subItem: string;
    readonly level: number;
    readonly kind: Requirement['evidence'][number]['kind'];
    readonly what: Bilingual;
    readonly roles: readonly Role[];
    /** Must still be handed in where a higher level is applied for. */
    readonly carry: boolean;
    readonly state: Sufficiency['state'];
    readonly reasons: readonly Bilingual[];
};
/** What to ask for: up to a level, below a node of the tree, of one role; null = everything. `all`: also where the evidence is sufficient. */
export type RequestFilter = {
    readonly target: number | null;
    readonly node: string | null;
    readonly role: Role | null;
    readonly all?: boolean;
};
/** The evidence still to be asked for, in the order of the pack. */
export declare function evidenceRequests(pack: Pack, sufficiency: ReadonlyMap<string, Sufficiency>, filter: RequestFilter): readonly EvidenceRequest[];
