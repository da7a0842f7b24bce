import { describe, expect, test } from 'vitest';
import { checkCatalogue } from '#assessments';
import { type PackSketch, type RequirementSketch, aCheck, packTexts } from '../builders/packs.ts';

/** Sentences that share no three characters in a row, in either language. */
const zh = ['甲乙丙丁', '戊己庚辛', '壬癸子丑', '寅卯辰巳', '午未申酉', '戌亥天地', '玄黄宇宙', '洪荒日月', '盈昃星宿', '列张寒暑', '往秋收冬', '藏闰余成', '岁律吕调', '阳云腾致'];
const en = ['abcd', 'efgh', 'ijkl', 'mnop', 'qrst', 'uvwx', 'yz01', '2345', '6789', 'acbd', 'egfh', 'ikjl', 'moqn', 'prsu'];

const sketches = (levels: readonly number[], change: (requirement: RequirementSketch, index: number) => RequirementSketch = (one) => one): readonly RequirementSketch[] =>
  levels.map((level, index) => change({ id: `s-${index}`, level, zh: zh[index]!, en: en[index]!, checks: [aCheck({ id: `c-${index}` })] }, index));

const wellSpread = [1, 2, 2, 3, 3, 3, 4, 4, 5];

function warningsOf(requirements: readonly RequirementSketch[], more: Partial<PackSketch> & { readonly inherited?: readonly number[] } = {}) {
  const { inherited = [], ...sketch } = more;
  const actions = [{ id: 'all', satisfies: requirements.map(({ id }) => id) }];
  return checkCatalogue(packTexts({ subItems: { s: { requirements, inherited } }, actions, ...sketch })).problems;
}

const told = (problems: ReturnType<typeof warningsOf>) => problems.map(({ kind, severity, requirement, en: sentence }) => ({ kind, severity, requirement, sentence }));

test('a sub-item written to the guide has nothing to say about', () => {
  expect(warningsOf(sketches(wellSpread))).toEqual([]);
});

describe('the distribution over levels', () => {
  test('wants nine requirements at least', () => {
    expect(told(warningsOf(sketches([1, 2, 2, 3, 3, 4, 4, 5])))).toEqual([{ kind: 'distribution', severity: 'warning', requirement: 's-0', sentence: 's has 8 requirements; 9–13 are expected.' }]);
  });

  test('and thirteen at most', () => {
    expect(told(warningsOf(sketches([...wellSpread, 1, 2, 3, 4, 5])))).toMatchObject([{ kind: 'distribution', sentence: 's has 14 requirements; 9–13 are expected.' }]);
  });

  test('wants one at level 1, two at 2, 3 and 4, one at 5', () => {
    expect(told(warningsOf(sketches([2, 3, 3, 3, 3, 3, 4, 4, 4]))).map(({ sentence }) => sentence)).toEqual([
      'Level 1 of s has 0 requirements; at least 1 are expected.', 'Level 2 of s has 1 requirements; at least 2 are expected.', 'Level 5 of s has 0 requirements; at least 1 are expected.',
    ]);
  });

  test('asks nothing of an inherited level', () => {
    expect(warningsOf(sketches([1, 2, 2, 3, 3, 3, 4, 4, 4]), { inherited: [5] })).toEqual([]);
  });

  test('is asked of maturity packs only', () => {
    expect(warningsOf(sketches([1, 2]), { kind: 'conformance' })).toEqual([]);
  });
});

describe('a sentence', () => {
  const withFirst = (first: Partial<RequirementSketch>) => sketches(wellSpread, (one, index) => (index === 0 ? { ...one, ...first } : one));

  test('over 120 Chinese characters is too long; spaces do not count', () => {
    const characters = (count: number) => Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');

    expect([characters(120), `${characters(120)}  `, characters(121)].map((text) => told(warningsOf(withFirst({ zh: text }))))).toEqual([[], [], [
      { kind: 'too-long', severity: 'warning', requirement: 's-0', sentence: 'The Chinese sentence is 121 long, the limit is 120; a requirement says one thing: split or shorten it.' },
    ]]);
  });

  test('over 60 English words is too long', () => {
    const words = (count: number) => Array.from({ length: count }, (_, index) => String.fromCodePoint(0x3b1 + index).repeat(3)).join(' ');

    expect([words(60), words(61)].map((text) => warningsOf(withFirst({ en: text })).map(({ kind }) => kind))).toEqual([[], ['too-long']]);
  });

  test('with a word without a measure is told', () => {
    expect(warningsOf(withFirst({ zh: '建立完善的制度' })).map((problem) => [problem.kind, problem.en])).toEqual([['no-measure', '“完善” has no measure; say what is there to be seen or counted.']]);
  });

  test('copied over from the other language is told', () => {
    expect(told(warningsOf(withFirst({ en: '每次发布留有记录' }))).map(({ kind, sentence }) => [kind, sentence])).toEqual([['wrong-language', 'The English sentence does not look like English: “每次发布留有记录”; write it.']]);
    expect(warningsOf(withFirst({ zh: 'recorded' })).map(({ kind, pointer }) => [kind, pointer])).toEqual([['wrong-language', '/requirements/0/zh']]);
  });

  test('of a check, too, must be in its language', () => {
    const checks = [aCheck({ id: 'c', seeks: { zh: 'a gate', en: 'a gate' } })];

    expect(warningsOf(withFirst({ checks })).map(({ kind, pointer }) => [kind, pointer])).toEqual([['wrong-language', '/requirements/0/checks/0/seeks/zh']]);
  });
});

describe('near-duplicates', () => {
  const pair = (first: Partial<RequirementSketch>, second: Partial<RequirementSketch>) => warningsOf(sketches(wellSpread, (one, index) => ({ ...one, ...(index === 0 ? first : index === 1 ? second : {}) })));

  test('are told on the later one, with the share of what they have in common', () => {
    // 12 and 13 characters: 10 and 11 runs of three, all 10 shared: 10 / 11 = 90 %
    expect(told(pair({ zh: '每次发布都留有可查的记录' }, { zh: '每次发布都留有可查的记录表' }))).toEqual([
      { kind: 'near-duplicate', severity: 'warning', requirement: 's-1', sentence: 'The Chinese sentence is too close to that of s-0 (90 %); say what is particular to this one.' },
    ]);
  });

  test('are found in English too, whatever the letter case and punctuation', () => {
    expect(pair({ en: 'Every release is recorded.' }, { en: 'every RELEASE, is recorded' }).map(({ kind, requirement }) => [kind, requirement])).toEqual([['near-duplicate', 's-1']]);
  });

  test('are not sentences that share 60 % or less', () => {
    // 5 and 5 characters: 3 and 3 runs, 2 shared of 4 = 50 %
    expect(pair({ zh: '甲乙丙丁天' }, { zh: '甲乙丙丁地' })).toEqual([]);
  });

  test('are found where only the name of the sub-item was exchanged', () => {
    const said = (name: string) => ({ requirements: [{ id: `${name}-1`, level: 1, zh: `节点 ${name} 有规范且有编号`, en: `Requirement ${name}` }] });
    const first = 'traffic-management';
    const second = 'retirement-of-old-models';

    const { problems } = checkCatalogue(packTexts({ kind: 'conformance', subItems: { [first]: said(first), [second]: said(second) }, actions: [{ id: 'all', satisfies: [`${first}-1`, `${second}-1`] }] }));

    expect(problems.map(({ kind, requirement, zh: sentence }) => [kind, requirement, sentence])).toEqual([['near-duplicate', 'retirement-of-old-models-1', '与 traffic-management-1 的中文语句过于相似（100%），请写出本子项特有的内容。']]);
  });
});

test('a requirement that no action satisfies is told', () => {
  expect(told(warningsOf(sketches(wellSpread), { actions: [{ id: 'most', satisfies: sketches(wellSpread).slice(1).map(({ id }) => id) }] }))).toMatchObject([{ kind: 'no-action', severity: 'warning', requirement: 's-0' }]);
});

test('fewer than half of the requirements at levels 2 to 4 with a check are told', () => {
  const checked = (count: number) => sketches(wellSpread, (one, index) => (index >= 1 && index <= count ? one : { ...one, checks: [] }));

  expect([warningsOf(checked(4)), warningsOf(checked(3))].map((problems) => problems.map(({ en: sentence }) => sentence))).toEqual([
    [], ['Only 3 of the 7 requirements of s at levels 2–4 have a check; at least half should.'],
  ]);
});

test('a warning names the file and the line it is about', () => {
  const texts = packTexts({ subItems: { s: { requirements: sketches(wellSpread, (one, index) => (index === 3 ? { ...one, zh: '完善制度建设' } : one)) } }, actions: [{ id: 'all', satisfies: sketches(wellSpread).map(({ id }) => id) }] });
  const { problems } = checkCatalogue(texts);
  const line = texts.find(({ path }) => path === 's.yaml')!.text.split('\n').findIndex((one) => one.includes('完善')) + 1;

  expect(problems).toMatchObject([{ kind: 'no-measure', path: 's.yaml', pointer: '/requirements/3/zh', line, requirement: 's-3' }]);
});

describe('the size of a whole pack', () => {
  const leaves = Array.from({ length: 16 }, (_, index) => `leaf${index}`);
  const sized = (perLeaf: readonly number[], actions: number, unwritten: readonly string[] = []) => {
    const requirements = (leaf: string) => perLeaf.map((level, index) => ({ id: `${leaf}-${index}`, level }));
    const subItems = Object.fromEntries(leaves.filter((leaf) => !unwritten.includes(leaf)).map((leaf) => [leaf, { requirements: requirements(leaf) }]));
    const ids = Object.keys(subItems).flatMap((leaf) => requirements(leaf).map(({ id }) => id));
    const texts = packTexts({ tree: { 1: { 1.1: leaves } }, subItems, actions: Array.from({ length: actions }, (_, index) => ({ id: `a${index}`, satisfies: ids })) });
    return checkCatalogue(texts).problems.filter(({ kind }) => kind === 'pack-size' || kind === 'action-count').map(({ path, en: sentence }) => [path, sentence]);
  };

  test('is in proportion to 320–400 requirements and 60–100 actions for 32 sub-items', () => {
    expect(sized([1, 2, 2, 3, 3, 4, 4, 5, 3, 3], 30)).toEqual([]);
    expect(sized([1, 2, 2, 3, 3, 4, 4, 5, 3], 51)).toEqual([
      ['pack.yaml', 'All 16 sub-items are written with 144 requirements in all; 160–200 are expected.'], ['actions.yaml', 'All 16 sub-items are written with 51 actions; 30–50 are expected.'],
    ]);
  });

  test('is not asked while a sub-item is unwritten', () => {
    expect(sized([1, 2], 1, ['leaf3'])).toEqual([]);
  });
});

test('an id that does not tell where its requirement stands is told', () => {
  const ids = (id: string) => warningsOf(sketches(wellSpread, (one, index) => (index === 3 ? { ...one, id } : one))).map(({ kind, requirement, en: sentence }) => [kind, requirement, sentence]);

  expect([ids('s-L3-1'), ids('t-3'), ids('s-L2-9')]).toEqual([[],
    [['foreign-id', 't-3', 'The id t-3 does not tell where the requirement stands and should begin with s-; ids stay for ever, so mend it before it is used.']],
    [['foreign-id', 's-L2-9', 'The id s-L2-9 does not tell where the requirement stands and should begin with s-L3-; ids stay for ever, so mend it before it is used.']],
  ]);
});

test('a related requirement must be known from this pack or another one', () => {
  const requirements = sketches(wellSpread, (one, index) => (index === 0 ? { ...one, related: ['s-1', 'RG-1', 'RG-2'] } : one));
  const texts = packTexts({ subItems: { s: { requirements } }, actions: [{ id: 'all', satisfies: requirements.map(({ id }) => id) }] });

  expect(checkCatalogue(texts, new Set(['RG-1'])).problems.map(({ kind, pointer, en: sentence }) => [kind, pointer, sentence])).toEqual([['unknown-elsewhere', '/requirements/0/related/2', 'related names RG-2, which no pack on this machine has; correct the id.']]);
  expect(checkCatalogue(texts).problems).toEqual([]);
});

describe('one fault hides no other', () => {
  const wrong = { checks: [aCheck({ id: 'c', where: 'f.kind.matches("canary")' })] };
  const second = (more: Partial<RequirementSketch>) => ({ requirements: [{ id: 't-1', level: 1, ...more }] });

  test('a check that calls what may not be called is told beside a reference to nowhere', () => {
    const texts = packTexts({ kind: 'conformance', subItems: { s: { requirements: [{ id: 's-1', level: 1, zh: '甲乙丙丁', en: 'abcd', ...wrong }] }, t: second({ dependsOn: ['nowhere'] }) }, actions: [{ id: 'all', satisfies: ['s-1', 't-1'] }] });

    expect(checkCatalogue(texts).problems.map(({ kind, path }) => [kind, path])).toEqual([['unknown-dependency', 't.yaml'], ['expression-function', 's.yaml']]);
  });

  test('and beside a file that cannot be read, of which nothing is presumed', () => {
    const texts = packTexts({ kind: 'conformance', subItems: { s: { requirements: [{ id: 's-1', level: 1, dependsOn: ['t-1'], ...wrong }] }, t: second({}) }, actions: [] });
    const broken = texts.map((one) => (one.path === 't.yaml' ? { ...one, text: 'subItem: [' } : one));

    expect(checkCatalogue(broken)).toMatchObject({ pack: null, problems: [{ kind: 'not-yaml', path: 't.yaml' }, { kind: 'expression-function', path: 's.yaml' }] });
  });
});
