import type { Pack, Requirement, Role } from '../../catalogue/pack.ts';
import type { Sufficiency } from './result.ts';

/** What to ask for next: a requirement whose evidence does not carry it yet, who can answer, and the coded evidence to ask for. */
export type AskNext = Pick<Sufficiency, 'requirement' | 'state' | 'share' | 'reasons' | 'ask'> & { readonly subItem: string; readonly level: number; readonly roles: readonly Role[]; readonly blocking: boolean };

/**
 * The requirements up to the target level whose evidence is not sufficient, most useful to ask about first: what holds a
 * level, then what the evidence carries least, then the order of the pack. `target` null = all levels.
 */
export function askNext(pack: Pack, all: ReadonlyMap<string, Sufficiency>, { target, blocking }: { readonly target: number | null; readonly blocking: ReadonlySet<string> }): readonly AskNext[] {
  const rows = pack.groups.flatMap(({ id: subItem, requirements }) => requirements.flatMap((requirement) => rowOf(requirement, subItem, all.get(requirement.id), blocking)));
  return rows.filter(({ level }) => target === null || level <= target).sort((one, other) => Number(other.blocking) - Number(one.blocking) || one.share - other.share);
}

function rowOf({ id, level, roles }: Requirement, subItem: string, found: Sufficiency | undefined, blocking: ReadonlySet<string>): readonly AskNext[] {
  if (found === undefined || found.state === 'sufficient') return [];
  const { state, share, reasons, ask } = found;
  return [{ requirement: id, subItem, level, roles, state, share, reasons, ask, blocking: blocking.has(id) }];
}
