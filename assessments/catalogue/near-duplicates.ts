import type { Language } from '../language.ts';
import type { Group } from './pack.ts';
import { trigrams } from './trigrams.ts';

/** Percent of shared three-character runs (Jaccard, rounded down) above which two sentences count as the same one. */
const tooSimilar = 60;

/** A sentence that is too close to an earlier one of the pack, and by how many percent. */
export type Twin = { readonly requirement: string; readonly other: string; readonly percent: number };

/**
 * The requirements whose sentence in a language is too close to one before it, each with its closest one. The name of
 * the sub-item is taken out first: the same sentence with another name in it is the same sentence.
 */
export function nearDuplicates(written: readonly Group[], language: Language): readonly Twin[] {
  const sentences = written.flatMap((group) => group.requirements.map((requirement) => ({ id: requirement.id, grams: trigrams(withoutNames(requirement[language], group, language)) })));
  const holders = new Map<string, number[]>();
  return sentences.flatMap(({ id, grams }, index) => {
    const shared = new Map<number, number>();
    for (const gram of grams) {
      const earlier = holders.get(gram) ?? [];
      for (const one of earlier) shared.set(one, (shared.get(one) ?? 0) + 1);
      earlier.push(index);
      holders.set(gram, earlier);
    }
    const [twin] = [...shared].flatMap(([one, count]): readonly Twin[] => {
      const other = sentences[one];
      return other === undefined ? [] : [{ requirement: id, other: other.id, percent: Math.floor((100 * count) / (grams.size + other.grams.size - count)) }];
    }).filter(({ percent }) => percent > tooSimilar).toSorted((a, b) => b.percent - a.percent);
    return twin === undefined ? [] : [twin];
  });
}

function withoutNames(sentence: string, group: Group, language: Language): string {
  const names = [group[language], ...group.aliases.flatMap((alias) => alias[language] ?? [])];
  return names.reduce((left, name) => left.toLowerCase().replaceAll(name.toLowerCase(), ''), sentence);
}
