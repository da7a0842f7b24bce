import { matches } from '../desk/filters.ts';
import type { PackIndex } from '../desk/pack-index.ts';
import { screens, type Screen } from '../desk/state.ts';

export type Hit =
  | { readonly kind: 'screen'; readonly screen: Screen }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'requirement'; readonly id: string };

const most = 60;

/** What the palette finds: screens by name, groups and requirements by code, then by words; codes may leave out dots and dashes. */
export function findHits(words: string, index: PackIndex | null, screenName: (screen: Screen) => string, codesOnly: boolean): readonly Hit[] {
  const sought = words.trim().toLowerCase();
  const found: Hit[] = [];
  if (!codesOnly) {
    const all: readonly Screen[] = index === null ? ['home', 'about'] : [...screens, 'about'];
    found.push(...all.filter((screen) => sought === '' || screenName(screen).toLowerCase().includes(sought) || screen.startsWith(sought)).map((screen) => ({ kind: 'screen' as const, screen })));
  }
  if (index === null || (sought === '' && !codesOnly)) return found;

  const code = plain(sought);
  const byCode = (id: string) => plain(id).startsWith(code);
  const groups = [...index.groups.values()];
  found.push(
    ...groups.filter(({ id }) => byCode(id)).map(({ id }) => ({ kind: 'group' as const, id })),
    ...index.order.filter(byCode).map((id) => ({ kind: 'requirement' as const, id })),
  );
  if (!codesOnly) {
    const known = new Set(found.map((hit) => (hit.kind === 'screen' ? hit.screen : hit.id)));
    found.push(
      ...groups.filter(({ id, zh, en }) => !known.has(id) && `${zh} ${en}`.toLowerCase().includes(sought)).map(({ id }) => ({ kind: 'group' as const, id })),
      ...[...index.requirements.values()].filter((located) => !known.has(located.requirement.id) && matches(located, sought)).map(({ requirement }) => ({ kind: 'requirement' as const, id: requirement.id })),
    );
  }
  return found.slice(0, most);
}

const plain = (code: string): string => code.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
