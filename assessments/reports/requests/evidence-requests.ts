import type { Pack, Requirement, Role } from '../../catalogue/pack.ts';
import type { Bilingual } from '../../language.ts';
import type { Sufficiency } from '../../scoring/sufficiency/result.ts';

/** One piece of evidence to be asked for, under its code; that of a requirement without coded evidence is its id. */
export type EvidenceRequest = {
  readonly code: string; readonly requirement: string; readonly subItem: string; readonly level: number;
  readonly kind: Requirement['evidence'][number]['kind']; readonly what: Bilingual; readonly roles: readonly Role[];
  /** Must still be handed in where a higher level is applied for. */
  readonly carry: boolean;
  readonly state: Sufficiency['state']; readonly reasons: readonly Bilingual[];
};

/** What to ask for: up to a level, below a node of the tree, of one role; null = everything. `all`: also where the evidence is sufficient. */
export type RequestFilter = { readonly target: number | null; readonly node: string | null; readonly role: Role | null; readonly all?: boolean };

/** The evidence still to be asked for, in the order of the pack. */
export function evidenceRequests(pack: Pack, sufficiency: ReadonlyMap<string, Sufficiency>, filter: RequestFilter): readonly EvidenceRequest[] {
  const below = nodesBelow(pack, filter.node);
  return pack.groups.filter(({ id }) => below.has(id)).flatMap(({ id: subItem, requirements }) => requirements.flatMap((requirement) => {
    const found = sufficiency.get(requirement.id);
    return found === undefined || !wanted(requirement, found, filter) ? [] : requestsOf(requirement, subItem, found, filter.all === true);
  }));
}

function wanted({ level, roles }: Requirement, { state }: Sufficiency, { target, role, all }: RequestFilter): boolean {
  return (target === null || level <= target) && (role === null || roles.includes(role)) && (all === true || state !== 'sufficient');
}

function requestsOf(requirement: Requirement, subItem: string, { state, reasons, ask }: Sufficiency, all: boolean): readonly EvidenceRequest[] {
  const { id, level, roles, carry, evidence, zh, en } = requirement;
  const codes = all ? evidence : ask;
  const asked: Requirement['evidence'] = evidence.length === 0 ? [{ code: id, kind: 'document', what: { zh, en } }] : codes;
  return asked.map(({ code, kind, what }) => ({ code, requirement: id, subItem, level, kind, what, roles, carry, state, reasons }));
}

/** A node of the tree with all below it; every node where none is named. */
function nodesBelow({ groups }: Pack, node: string | null): ReadonlySet<string> {
  const below = new Set(node === null ? groups.map(({ id }) => id) : [node]);
  for (const { id, parent } of groups) if (parent !== null && below.has(parent)) below.add(id);
  return below;
}
