import type { Bilingual } from '../../language.ts';

/** What says nothing of the content: versions, dates, copies, and the words people put behind a name. */
const noise = /\(\d+\)|（\d+）|\bv?\d+(?:[._-]\d+)*\b|\d{4}年?\d{0,2}月?\d{0,2}日?|最终版?|终稿|定稿|修订版?|副本|扫描件|盖章版?|\b(?:final|draft|copy|signed|scan|rev)\b/giu;
const empty = /[的与和及或]|最近[一两二三]?次?|\b(?:the|of|and|a|an|with|for|latest|to|in)\b/giu;

/**
 * How alike a file name (without folder and ending) and what is asked for are, 0 to 1, in the language that fits better.
 * Compared are pairs of neighbouring signs, which serves Chinese words of two characters as well as English ones.
 */
export function nameLikeness(name: string, what: Bilingual): number {
  return Math.max(likeness(pairs(name), pairs(withoutRemarks(what.zh))), likeness(pairs(name), pairs(withoutRemarks(what.en))));
}

function withoutRemarks(text: string): string {
  return text.replace(/（[^）]*）|\([^)]*\)/gu, '');
}

/** Half of it is how much both have in common, half how much of the shorter is in the longer: a name is often cut short. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((pair) => other.has(pair)).length;
  const shorter = Math.min(one.size, other.size);
  return shorter < 2 ? 0 : common / (one.size + other.size) + common / shorter / 2;
}

function pairs(text: string): ReadonlySet<string> {
  const signs = [...text.normalize('NFKC').toLowerCase().replace(/[_-]+/gu, ' ').replace(noise, ' ').replace(empty, '').replace(/[\s\p{P}\p{S}]+/gu, '')];
  return new Set(signs.slice(0, -1).map((sign, at) => `${sign}${signs[at + 1] ?? ''}`));
}
