import type { Group, Pack, Requirement } from './pack.ts';
import { type Blanks, type CatalogueProblem, type CatalogueProblemKind, catalogueProblem } from './problem.ts';
import { vagueWords } from './quality-words.ts';
import { similarity, trigrams } from './similarity.ts';

/** Catalogue guide, rule 7: how many requirements a written sub-item of a maturity pack has, in all and at each level. */
const perSubItem = { least: 9, most: 13 } as const;
const perLevel: Readonly<Record<number, number>> = { 1: 1, 2: 2, 3: 2, 4: 2, 5: 1 };
/** Beyond these a sentence says more than one thing (characters, words). */
const longest = { zh: 120, en: 60 } as const;
/** Percent of shared three-character runs above which two sentences count as the same one. */
const tooSimilar = 60;

const languages = ['zh', 'en'] as const;
const languageNames = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } as const;

/** Where the words of a sound pack fall short of the catalogue guide: warnings only. */
export function qualityProblems(pack: Pack): readonly CatalogueProblem[] {
  const written = pack.groups.filter(({ requirements }) => requirements.length > 0);
  return [
    ...(pack.kind === 'maturity' ? written.flatMap((group) => [...distribution(group), ...fewChecks(group)]) : []),
    ...written.flatMap(({ requirements }) => requirements.flatMap((requirement) => [...tooLong(requirement), ...noMeasure(requirement)])),
    ...nearDuplicates(written),
    ...noAction(pack, written),
  ];
}

function warning(kind: CatalogueProblemKind, requirement: string, blanks: Blanks, pointer = ''): CatalogueProblem {
  return catalogueProblem(kind, { requirement, pointer }, blanks);
}

function distribution(group: Group): readonly CatalogueProblem[] {
  const first = group.requirements[0]?.id ?? '';
  const whole = group.requirements.length;
  const told = (where: { readonly zh: string; readonly en: string }, count: number, expected: { readonly zh: string; readonly en: string }) =>
    catalogueProblem('distribution', { requirement: first }, { where, count, expected });
  const levels = Object.entries(perLevel).flatMap(([key, least]) => {
    const level = Number(key);
    const count = group.requirements.filter((requirement) => requirement.level === level).length;
    if (group.inherited.includes(level) || count >= least) return [];
    return [told({ zh: `${group.id} 的 ${level} 级`, en: `Level ${level} of ${group.id}` }, count, { zh: `至少 ${least} 条`, en: `at least ${least}` })];
  });
  if (whole >= perSubItem.least && whole <= perSubItem.most) return levels;
  return [told({ zh: `${group.id} `, en: group.id }, whole, { zh: `${perSubItem.least}–${perSubItem.most} 条`, en: `${perSubItem.least}–${perSubItem.most}` }), ...levels];
}

/** Catalogue guide, rule 8. */
function fewChecks(group: Group): readonly CatalogueProblem[] {
  const middle = group.requirements.filter(({ level }) => level >= 2 && level <= 4);
  const checked = middle.filter(({ checks }) => checks.length > 0).length;
  if (2 * checked >= middle.length) return [];
  return [catalogueProblem('few-checks', { requirement: middle[0]?.id ?? '' }, { where: { zh: `${group.id} `, en: group.id }, checked, total: middle.length })];
}

function tooLong(requirement: Requirement): readonly CatalogueProblem[] {
  const lengths = { zh: [...requirement.zh.replace(/\s/gu, '')].length, en: requirement.en.split(/\s+/u).length };
  return languages.filter((language) => lengths[language] > longest[language]).map((language) =>
    warning('too-long', requirement.id, { language: languageNames[language], length: lengths[language], limit: longest[language] }, `/${language}`));
}

function noMeasure(requirement: Requirement): readonly CatalogueProblem[] {
  return languages.flatMap((language) => {
    const word = vagueWords[language].exec(requirement[language])?.[0];
    return word === undefined ? [] : [warning('no-measure', requirement.id, { word }, `/${language}`)];
  });
}

/** Names of the sub-item are taken out first: the same sentence with another name in it is the same sentence. */
function nearDuplicates(written: readonly Group[]): readonly CatalogueProblem[] {
  return languages.flatMap((language) => {
    const known: { readonly id: string; readonly grams: ReadonlySet<string> }[] = [];
    return written.flatMap((group) => group.requirements.flatMap((requirement) => {
      const grams = trigrams(withoutNames(requirement[language], group, language));
      const twin = known.map(({ id, grams: other }) => ({ id, percent: similarity(grams, other) })).filter(({ percent }) => percent > tooSimilar).sort((a, b) => b.percent - a.percent)[0];
      known.push({ id: requirement.id, grams });
      return twin === undefined ? [] : [warning('near-duplicate', requirement.id, { other: twin.id, percent: twin.percent, language: languageNames[language] }, `/${language}`)];
    }));
  });
}

function withoutNames(sentence: string, group: Group, language: 'zh' | 'en'): string {
  const names = [group[language], ...group.aliases.flatMap((alias) => alias[language] ?? [])];
  return names.reduce((left, name) => left.toLowerCase().replaceAll(name.toLowerCase(), ''), sentence);
}

function noAction(pack: Pack, written: readonly Group[]): readonly CatalogueProblem[] {
  const satisfied = new Set(pack.actions.flatMap(({ satisfies }) => satisfies));
  return written.flatMap(({ requirements }) => requirements.filter(({ id }) => !satisfied.has(id)).map(({ id }) => warning('no-action', id, { id })));
}
