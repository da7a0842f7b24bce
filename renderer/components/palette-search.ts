import type { MenuCommand } from '#contract';
import { matches } from '../desk/filters.ts';
import type { PackIndex } from '../desk/pack-index.ts';
import { screens, type Screen } from '../desk/state.ts';

export type PaletteCommand = MenuCommand | 'window';
export type Hit =
  | { readonly kind: 'screen'; readonly screen: Screen }
  | { readonly kind: 'command'; readonly command: PaletteCommand }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'requirement'; readonly id: string };

const most = 60;

/** A command that makes sense now, and what it is called. */
export type NamedCommand = { readonly command: PaletteCommand; readonly name: string };

/** What the palette finds: screens and commands by name, groups and requirements by code, then by words; codes may leave out dots and dashes. */
export function findHits(words: string, index: PackIndex | null, screenName: (screen: Screen) => string, codesOnly: boolean, commands: readonly NamedCommand[] = []): readonly Hit[] {
  const sought = words.trim().toLowerCase();
  const found: Hit[] = [];
  if (!codesOnly) {
    const all: readonly Screen[] = index === null ? ['home', 'settings', 'about'] : [...screens, 'settings', 'about'];
    found.push(...all.filter((screen) => sought === '' || screenName(screen).toLowerCase().includes(sought) || screen.startsWith(sought)).map((screen) => ({ kind: 'screen' as const, screen })));
  }
  if (!codesOnly) found.push(...commands.filter(({ command, name }) => sought === '' || name.toLowerCase().includes(sought) || command.startsWith(sought)).map(({ command }) => ({ kind: 'command' as const, command })));
  if (index === null || (sought === '' && !codesOnly)) return found;

  const code = plain(sought);
  const byCode = (id: string) => plain(id).startsWith(code);
  const groups = [...index.groups.values()];
  found.push(
    ...groups.filter(({ id }) => byCode(id)).map(({ id }) => ({ kind: 'group' as const, id })),
    ...index.order.filter(byCode).map((id) => ({ kind: 'requirement' as const, id })),
  );
  if (!codesOnly) {
    const known = new Set(found.map(keyOf));
    found.push(
      ...groups.filter(({ id, zh, en }) => !known.has(id) && `${zh} ${en}`.toLowerCase().includes(sought)).map(({ id }) => ({ kind: 'group' as const, id })),
      ...[...index.requirements.values()].filter((located) => !known.has(located.requirement.id) && matches(located, sought)).map(({ requirement }) => ({ kind: 'requirement' as const, id: requirement.id })),
    );
  }
  return found.slice(0, most);
}

/** What tells a hit from the others. */
export function keyOf(hit: Hit): string {
  switch (hit.kind) {
    case 'screen': return hit.screen;
    case 'command': return hit.command;
    default: return hit.id;
  }
}

const plain = (code: string): string => code.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
