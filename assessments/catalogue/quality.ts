import type { Bilingual } from '../language.ts';
import { nearDuplicates } from './near-duplicates.ts';
import type { Group, Pack } from './pack.ts';
import { type CatalogueProblem, catalogueProblem } from './problem.ts';
import { languageNames, languages, sentenceProblems } from './sentence-quality.ts';

/** Catalogue guide, rule 7: how many requirements a written sub-item of a maturity pack has, in all and at each level. */
const perSubItem = { least: 9, most: 13 } as const;
const perLevel: Readonly<Record<number, number>> = { 1: 1, 2: 2, 3: 2, 4: 2, 5: 1 };
/** The size of a whole maturity pack: 320–400 requirements and 60–100 actions for 32 sub-items, and as many in proportion. */
const wholePack = { subItems: 32, requirements: { least: 320, most: 400 }, actions: { least: 60, most: 100 } } as const;
/** Under so many sub-items an average says nothing that the size of each does not. */
const fewestForSize = 10;

/**
 * Where the words of a pack fall short of the catalogue guide: warnings only. `whole` is false where files of the pack
 * could not be read: nothing is said then of what they may hold. The wording of a standard's owner is not ours to judge.
 */
export function qualityProblems(pack: Pack, { whole }: { readonly whole: boolean }): readonly CatalogueProblem[] {
  if (pack.licensed !== null) return [];
  const written = pack.groups.filter(({ requirements }) => requirements.length > 0);
  return [
    ...(pack.kind === 'maturity' ? written.flatMap((group) => [...distribution(group), ...fewChecks(group), ...foreignIds(group)]) : []),
    ...(pack.kind === 'maturity' && whole ? packSize(pack, written) : []),
    ...sentenceProblems(pack),
    ...languages.flatMap((language) => nearDuplicates(written, language).map(({ requirement, other, percent }) =>
      catalogueProblem('near-duplicate', { requirement, pointer: `/${language}` }, { other, percent, language: languageNames[language] }))),
    ...(whole ? noAction(pack, written) : []),
  ];
}

function distribution(group: Group): readonly CatalogueProblem[] {
  const first = group.requirements[0]?.id ?? '';
  const whole = group.requirements.length;
  const told = (where: Bilingual, count: number, expected: Bilingual) => catalogueProblem('distribution', { requirement: first }, { where, count, expected });
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

/** An id tells the sub-item it was written for, and where it names a level (`2.2.3-L3-1`) it names its own. */
function foreignIds({ id: leaf, requirements }: Group): readonly CatalogueProblem[] {
  return requirements.flatMap(({ id, level }) => {
    const named = /-L(\d)-/.exec(id)?.[1];
    const expected = named === undefined ? `${leaf}-` : `${leaf}-L${level}-`;
    return id.startsWith(expected) ? [] : [catalogueProblem('foreign-id', { requirement: id, pointer: '/id' }, { id, expected })];
  });
}

function packSize(pack: Pack, written: readonly Group[]): readonly CatalogueProblem[] {
  const leaves = pack.groups.filter(({ children }) => children.length === 0).length;
  if (leaves < fewestForSize || written.length < leaves) return [];
  const size = (kind: 'pack-size' | 'action-count', count: number, bounds: { readonly least: number; readonly most: number }) => {
    const least = Math.ceil((bounds.least * leaves) / wholePack.subItems);
    const most = Math.floor((bounds.most * leaves) / wholePack.subItems);
    const path = kind === 'pack-size' ? 'pack.yaml' : 'actions.yaml';
    return count >= least && count <= most ? [] : [catalogueProblem(kind, { path, pointer: '' }, { leaves, count, least, most })];
  };
  const requirements = written.reduce((sum, group) => sum + group.requirements.length, 0);
  return [...size('pack-size', requirements, wholePack.requirements), ...size('action-count', pack.actions.length, wholePack.actions)];
}

function noAction(pack: Pack, written: readonly Group[]): readonly CatalogueProblem[] {
  const satisfied = new Set(pack.actions.flatMap(({ satisfies }) => satisfies));
  return written.flatMap(({ requirements }) => requirements.filter(({ id }) => !satisfied.has(id)).map(({ id }) => catalogueProblem('no-action', { requirement: id, pointer: '' }, { id })));
}
