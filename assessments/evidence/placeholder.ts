const wholePlaceholder = /^(?:unknown|none|null|n\/?a|nan|tbd|tba|to ?do|to be (?:done|defined|determined)|xxx+|\?+|-+|\.{3}|…|example|placeholder|changeme|change[-_ ]me|待定|待补充|未知|无|暂无)$/i;
const insidePlaceholder = /\[(?:more information needed|needs more information|(?:dataset|model) name)\]|\[required(?::[^\]]*)?\]|\[(?:insert|your|todo|tbd|fill|add|specify|describe)\b[^\]]*\]|<(?:your|insert|todo|tbd|name|fill)\b[^>]*>|\{\{[^}]*\}\}|\$\{[^}]*\}|\btodo\b\s*:|lorem ipsum|（?待填写）?/gi;

/** The value says nothing: empty, unknown, TBD, `[More Information Needed]`, an unfilled bracket, or a value that was elided (`4b7...`). */
export function isPlaceholder(value: string | null): boolean {
  const text = (value ?? '').trim();
  if (text === '' || wholePlaceholder.test(text)) return true;
  return /^[0-9a-z:]{0,12}(?:\.{3}|…)$/i.test(text) || text.replaceAll(insidePlaceholder, '').trim() === '';
}

/** How many placeholders a longer text still holds. */
export function placeholdersIn(text: string): number {
  return text.match(insidePlaceholder)?.length ?? 0;
}
