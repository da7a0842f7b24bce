import { axes, roles, verifyMethods, type Language, type Pack, type TagKind } from '#assessments';
import type { Facet } from '../../desk/state.ts';
import type { ScreenText } from '../../text/text.ts';

export type NamedChoice = { readonly value: string; readonly name: string };

/** What can be chosen in a facet, in its own order, called as the language calls it. Tags come from the pack's vocabulary, else from what is in use. */
export function choicesOf(facet: Facet, pack: Pick<Pack, 'tags' | 'levels'>, text: ScreenText, language: Language, inUse: Iterable<string>): readonly NamedChoice[] {
  switch (facet) {
    case 'level': return levels.map((level) => ({ value: String(level), name: text(`level.${level}`) }));
    case 'axis': return axes.map((axis) => ({ value: axis, name: text(`axis.${axis}`) }));
    case 'role': return roles.map((role) => ({ value: role, name: text(`role.${role}`) }));
    case 'method': return verifyMethods.map((method) => ({ value: method, name: text(`method.${method}`) }));
    case 'checked': return [{ value: 'yes', name: text('facet.checked-yes') }];
    case 'mandatory': return [{ value: 'yes', name: text('facet.mandatory-yes') }];
    default: return tagChoices(facet, pack, language, inUse);
  }
}

const levels = [1, 2, 3, 4, 5] as const;

function tagChoices(kind: TagKind, { tags }: Pick<Pack, 'tags'>, language: Language, inUse: Iterable<string>): readonly NamedChoice[] {
  const terms = tags[kind].map((term) => ({ value: term.zh, name: term[language] }));
  return terms.length > 0 ? terms : [...inUse].map((value) => ({ value, name: value }));
}

/** What a value of a facet is called; tags that no vocabulary has are called as they are written. */
export function choiceName(facet: Facet, value: string, pack: Pick<Pack, 'tags' | 'levels'>, text: ScreenText, language: Language): string {
  return choicesOf(facet, pack, text, language, [value]).find((choice) => choice.value === value)?.name ?? value;
}

