const wholePlaceholder = /^(?:unknown|none|null|n\/?a|nan|tbd|tba|to ?do|to be (?:done|defined|determined)|xxx+|\?+|-+|\.{3}|…|example|placeholder|changeme|change[-_ ]me|待定|待补充|未知|无|暂无)$/i;
const insidePlaceholder = /\[(?:more information needed|needs more information|(?:dataset|model) name)\]|\[required(?::[^\]]*)?\]|\[(?:insert|your|todo|tbd|fill|add|specify|describe)\b[^\]]*\]|<(?:your|insert|todo|tbd|name|fill)\b[^>]*>|\{\{[^}]*\}\}|\$\{[^}]*\}|\btodo\b\s*:|lorem ipsum|（?待填写）?/gi;

/** Blanks of a form outside its fields: `[YYYY-MM-DD]`, `[Owner name]`, `<your team>`, TBD. What stands in code is a variable. */
const formBlank = /\[(?:(?:yyyy|dd|mm)[-/. ](?:mm|dd)[-/. ](?:dd|yyyy)|(?:effective |approval |review )?date|signature|(?:(?:full|your|company|organi[sz]ation|project|team|system|model|owner|approver|author)(?:['’]s)? )?name|company|organi[sz]ation|owner|approver|role|version|日期|姓名|签名|部门|版本号?)\](?!\(|:)|\bYYYY-MM-DD\b|(?<![A-Za-z])TB[DA](?![A-Za-z])|_{5,}/gi;

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

/** How many blanks the prose of a form still holds: the placeholders above, and dates, names and TBD left open outside code and tables. */
export function blanksIn(lines: readonly string[]): number {
  let fenced = false;
  const prose = lines.filter((line) => {
    const fence = /^\s{0,3}(?:`{3}|~{3})/.test(line);
    if (fence) fenced = !fenced;
    return !fence && !fenced && !/^\s*\|/.test(line);
  });
  const text = prose.map((line) => line.slice(0, 2_000).replaceAll(/`[^`]*`/g, '')).join('\n');
  return placeholdersIn(text) + (text.match(formBlank)?.length ?? 0);
}
