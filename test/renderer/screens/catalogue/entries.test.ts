import { describe, expect, it } from 'vitest';
import { loadPack } from '#assessments';
import { indexPack } from '../../../../renderer/desk/pack-index.ts';
import { nothingChosen } from '../../../../renderer/desk/state.ts';
import { entriesOf, fieldShown, found, namedGroups } from '../../../../renderer/screens/catalogue/entries.ts';
import { choiceCounts, choicesMade, countsBelow, kept, toggled } from '../../../../renderer/screens/catalogue/filtering.ts';
import { wordsOf } from '../../../../renderer/screens/catalogue/folded.ts';
import { relationsOf } from '../../../../renderer/screens/catalogue/relations.ts';
import { aCheck, packTexts, withText, yaml } from '../../../builders/packs.ts';

const both = (zh: string, en: string) => ({ zh, en });
const plain = { verify: [{ method: 'record' }], roles: ['operations engineer'], carry: true, effort: { low: 1, likely: 2, high: 3 }, source: [{ kind: 'inference' }] };

/** Two sub-items as an author would write them, with aliases, evidence codes and tags. */
function index() {
  const texts = [
    yaml('2.2.3.yaml', {
      subItem: '2.2.3', definition: both('定义', 'Definition'), source: [{ kind: 'deck' }], tags: { capability: ['模型服务'] },
      requirements: [
        { ...plain, id: '2.2.3-L1-1', level: 1, axis: 'traceability', mandatory: true, ...both('有人能说明最近一次更新。', 'Someone can tell about the latest update.') },
        {
          ...plain, id: '2.2.3-L3-1', level: 3, axis: 'coverage', mandatory: false, dependsOn: ['2.2.3-L1-1'], related: ['RG-G7-2'], tags: { capability: ['模型管理'] },
          ...both('至少有两种可分批放量的更新方式。', 'At least two staged update methods, say a canary.'), verify: [{ method: 'demonstration', shows: both('灰度配置', 'The staged configuration') }, { method: 'machine' }],
          evidence: [{ code: 'MD-223-L3-1', kind: 'machine file', what: both('部署清单', 'Manifests') }], checks: [aCheck({ id: '2.2.3-L3-1.a' })],
        },
      ],
    }),
    yaml('2.2.4.yaml', { subItem: '2.2.4', definition: both('定义', 'Definition'), source: [{ kind: 'deck' }], requirements: [{ ...plain, id: '2.2.4-L1-1', level: 1, axis: 'visibility', mandatory: true, related: ['2.2.3-L1-1'], ...both('有人看得到模型的运行情况。', 'Someone sees how the model runs.') }] }),
  ];
  const base = packTexts({ tree: { 2: { 2.2: ['2.2.3', '2.2.4'] } }, subItems: {}, actions: [{ id: 'ACT-1', satisfies: ['2.2.3-L1-1'] }] });
  const head = JSON.parse(base[0]!.text) as { readonly groups: readonly { readonly children: readonly { readonly children: readonly object[] }[] }[] };
  const [domain] = head.groups;
  const [item] = domain!.children;
  const named = { ...head, groups: [{ ...domain, children: [{ ...item, children: [{ id: '2.2.3', kind: 'subItem', ...both('更新策略管理', 'Update strategy') }, { id: '2.2.4', kind: 'subItem', ...both('运行监控', 'Runtime monitoring'), aliases: [{ zh: '模型监控' }] }] }] }] };
  const loaded = loadPack([...withText(base, 'pack.yaml', JSON.stringify(named)), ...texts]);
  if (!loaded.ok) throw new Error(loaded.problem.map(({ en }) => en).join(' '));
  return indexPack(loaded.value);
}

const entries = entriesOf(index());
const ids = (search: string) => found(entries, wordsOf(search)).map(({ requirement }) => requirement.id);

describe('searching the catalogue', () => {
  it('finds codes with and without dots, words of both languages, two-character words, aliases, evidence codes and what is verified', () => {
    expect([ids('223l3'), ids('2.2.4'), ids('放量'), ids('STAGED methods'), ids('模型监控'), ids('md-223'), ids('md223l3'), ids('灰度'), ids('更新 方式'), ids('无此词'), ids('').length]).toEqual([
      ['2.2.3-L3-1'], ['2.2.4-L1-1'], ['2.2.3-L3-1'], ['2.2.3-L3-1'], ['2.2.4-L1-1'], ['2.2.3-L3-1'], ['2.2.3-L3-1'], ['2.2.3-L3-1'], ['2.2.3-L3-1'], [], 3,
    ]);
  });

  it('shows the text in which the words stand where the sentence does not have them, in the language of the reader', () => {
    const shown = (search: string, language: 'zh' | 'en') => fieldShown(entries[1]!, wordsOf(search), language);

    expect([shown('放量', 'zh'), shown('canary', 'zh')?.kind, shown('md-223', 'zh'), shown('灰度', 'zh')?.text, shown('staged configuration', 'zh')?.kind, shown('223l3', 'zh')]).toEqual([
      null, 'en', { kind: 'evidence', text: 'MD-223-L3-1 部署清单 Manifests', folded: 'md-223-l3-1 部署清单 manifests' }, '灰度配置', 'en', null,
    ]);
  });

  it('names the groups called so, by alias as well', () => {
    expect([namedGroups(index(), ['模型监控']).map(({ id }) => id), namedGroups(index(), [])]).toEqual([['2.2.4'], []]);
  });
});

describe('filters of the catalogue', () => {
  it('add up within a facet, narrow across facets, and fall back to the tags of the sub-item', () => {
    const with_ = (chosen: object) => kept(entries, { ...nothingChosen, ...chosen }).map(({ requirement }) => requirement.id);

    expect([with_({ level: ['1', '3'] }).length, with_({ level: ['1'], axis: ['visibility'] }), with_({ capability: ['模型服务'] }), with_({ checked: ['yes'] }), with_({ mandatory: ['yes'], checked: ['yes'] }), with_({}).length]).toEqual([
      3, ['2.2.4-L1-1'], ['2.2.3-L1-1'], ['2.2.3-L3-1'], [], 3,
    ]);
  });

  it('count beside each choice what it would show beside what is chosen elsewhere', () => {
    const counts = choiceCounts(entries, { ...nothingChosen, level: ['3'] });

    expect([[...counts.level], [...counts.mandatory], [...counts.method], [...counts.capability]]).toEqual([
      [['1', 2], ['3', 1]], [], [['demonstration', 1], ['machine', 1]], [['模型管理', 1]],
    ]);
  });

  it('are chosen and taken back one by one, and counted up the tree', () => {
    const chosen = toggled(toggled(nothingChosen, 'level', '3'), 'axis', 'norm');
    const parents = new Map(index().pack.groups.map(({ id, parent }) => [id, parent]));

    expect([choicesMade(chosen), toggled(chosen, 'level', '3').level, [...countsBelow(entries, parents)]]).toEqual([
      [{ facet: 'level', value: '3' }, { facet: 'axis', value: 'norm' }], [], [['2.2.3', 2], ['2.2', 3], ['2', 3], ['2.2.4', 1]],
    ]);
  });
});

it('links of a requirement go both ways, and tell those of another pack', () => {
  const { neededBy, related, actions } = relationsOf(index(), '2.2.3-L1-1');

  expect([neededBy, related, actions.map(({ id }) => id), relationsOf(index(), '2.2.3-L3-1').related]).toEqual([['2.2.3-L3-1'], [{ id: '2.2.4-L1-1', here: true }], ['ACT-1'], [{ id: 'RG-G7-2', here: false }]]);
});
