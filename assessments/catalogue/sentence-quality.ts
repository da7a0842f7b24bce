import type { Bilingual, Language } from '../language.ts';
import type { Action, Pack, Requirement } from './pack.ts';
import { type CatalogueProblem, catalogueProblem } from './problem.ts';
import { wordWithoutMeasure } from './quality-words.ts';

/** Beyond these a sentence says more than one thing (characters, words). */
const longest = { zh: 120, en: 60 } as const;

export const languages = ['zh', 'en'] as const;
export const languageNames = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } as const;

/** What is wrong with the sentences of a pack one by one: too long, without a measure, not in their language. */
export function sentenceProblems(pack: Pack): readonly CatalogueProblem[] {
  const requirements = pack.groups.flatMap((group) => group.requirements);
  return [
    ...requirements.flatMap((requirement) => [...tooLong(requirement), ...noMeasure(requirement), ...wrongLanguages(textsOf(requirement), { requirement: requirement.id })]),
    ...pack.actions.flatMap((action, index) => wrongLanguages(textsOfAction(action, index), { path: 'actions.yaml' })),
  ];
}

function tooLong(requirement: Requirement): readonly CatalogueProblem[] {
  const lengths = { zh: [...requirement.zh.replace(/\s/gu, '')].length, en: requirement.en.trim().split(/\s+/u).length };
  return languages.filter((language) => lengths[language] > longest[language]).map((language) =>
    catalogueProblem('too-long', { requirement: requirement.id, pointer: `/${language}` }, { language: languageNames[language], length: lengths[language], limit: longest[language] }));
}

function noMeasure(requirement: Requirement): readonly CatalogueProblem[] {
  return languages.flatMap((language) => {
    const word = wordWithoutMeasure(requirement[language], language);
    return word === null ? [] : [catalogueProblem('no-measure', { requirement: requirement.id, pointer: `/${language}` }, { word })];
  });
}

type Placed = { readonly pointer: string; readonly text: Bilingual };

function textsOf({ zh, en, verify, evidence, checks }: Requirement): readonly Placed[] {
  const given = (pointer: string, text: Bilingual | undefined): readonly Placed[] => (text === undefined ? [] : [{ pointer, text }]);
  return [
    { pointer: '', text: { zh, en } },
    ...verify.flatMap(({ shows }, index) => given(`/verify/${index}/shows`, shows)),
    ...evidence.map(({ what }, index) => ({ pointer: `/evidence/${index}/what`, text: what })),
    ...checks.flatMap(({ says, raises, seeks }, index) => [...given(`/checks/${index}/says`, says), ...given(`/checks/${index}/raises`, raises), ...given(`/checks/${index}/seeks`, seeks)]),
  ];
}

function textsOfAction({ zh, en, outcome }: Action, index: number): readonly Placed[] {
  return [{ pointer: `/actions/${index}`, text: { zh, en } }, { pointer: `/actions/${index}/outcome`, text: outcome }];
}

/** The Chinese text has Chinese in it and the English has none: a text copied over from the other language shows. */
function wrongLanguages(texts: readonly Placed[], place: { readonly requirement: string } | { readonly path: string }): readonly CatalogueProblem[] {
  const has = (text: string): boolean => /\p{Script=Han}/u.test(text);
  const wrong = (text: Bilingual): readonly Language[] => languages.filter((language) => (language === 'zh') !== has(text[language]));
  return texts.flatMap(({ pointer, text }) => wrong(text).map((language) =>
    catalogueProblem('wrong-language', { ...place, pointer: `${pointer}/${language}` }, { language: languageNames[language], text: text[language] })));
}
