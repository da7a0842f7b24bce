/** An item of a list with the lines that belong to it. */
export type Item = { readonly text: string; readonly linked: boolean };

const begins = /^\s*(?:[-*+•]|\d+[.)])\s+\S/;
/** A request, issue or commit: `#12`, `!45`, `ABC-123`, a link to one of them. */
const reference = /(?:^|[\s([`])[#!][0-9]+\b|\/(?:pull|pulls|issues?|merge_requests|commit|commits|_workitems\/edit)\/[0-9a-f]+|\b[A-Z][A-Z0-9]{1,9}-[0-9]+\b|\b[0-9a-f]{40}\b|\bGH-[0-9]+/;

/** The items of an entry; one that only says that there is nothing (`N/A`, `None`) is none. */
export function itemsOf(body: readonly string[]): readonly Item[] {
  const items: string[][] = [];
  let open = false;
  for (const line of body) {
    if (begins.test(line)) items.push([line]);
    else if (open && /^\s+\S/.test(line)) items.at(-1)?.push(line);
    open = items.length > 0 && line.trim() !== '' && (begins.test(line) || (open && /^\s/.test(line)));
  }
  return items.map((lines) => lines.join('\n').slice(0, 5_000)).filter((text) => !saysNothing(text)).map((text) => ({ text, linked: reference.test(text) }));
}

function saysNothing(text: string): boolean {
  return /^\s*(?:[-*+•]|\d+[.)])\s+(?:n\/?a|none|nothing|no changes?|无)\.?\s*$/i.test(text);
}

/** An item below a heading or label of breaking changes (or a heading under it), or a sentence or commit type that says so. */
export function breaks(body: readonly string[]): boolean {
  let level = notBreaking;
  return body.some((line) => {
    const text = line.slice(0, 1_000);
    const own = headingLevel(text);
    if (own !== null) {
      if (own <= level || level === notBreaking) level = /\bbreaking\b|不兼容/i.test(text) ? own : notBreaking;
      return false;
    }
    return (level !== notBreaking && begins.test(text) && !saysNothing(text)) || saysBreaking(text);
  });
}

const notBreaking = 0;

/** The number of `#`; 7 for a label such as `Features:`; null for other lines. */
function headingLevel(text: string): number | null {
  const signs = /^\s{0,3}(#{1,6})\s/.exec(text)?.[1];
  return signs?.length ?? (/^[^.!?]{1,40}[:：]\**\s*$/.test(text) ? 7 : null);
}

function saysBreaking(text: string): boolean {
  if (/\bno breaking|\bnon-?breaking|\bwithout breaking|没有不兼容/i.test(text)) return false;
  return /\bbreaking[ -]changes?\b|BREAKING:|\b(?:feat|fix|refactor|perf|chore)(?:\([^)]{0,50}\))?!:|不兼容(?:的)?(?:变更|改动|修改)/i.test(text);
}

const topics: readonly (readonly [string, RegExp])[] = [
  ['model', /\bmodels?\b|模型/i], ['data', /\bdata(?:sets?|base)?\b|数据/i], ['feature', /\bfeature (?:store|view|engineering|set|table|pipeline)s?\b|\bfeaturi[sz]|特征/i],
  ['prompt', /\bprompts?\b|提示词/i], ['threshold', /\bthresholds?\b|阈值/i], ['rollback', /\broll(?:ed|ing)?[ -]?backs?\b|\brevert(?:ed|s)?\b|回滚|回退/i],
  ['security', /\bsecurity\b|\bvulnerab|\bCVE-[0-9]|安全|漏洞/i],
];

/** What a text speaks of, in the words that facts use. */
export function topicsOf(text: string): readonly string[] {
  return topics.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic);
}
