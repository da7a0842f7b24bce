import { describe, expect, it } from 'vitest';
import { loadPack, tagsOf, type PackText } from '#assessments';
import { readPack } from '../../assessments/catalogue/load.ts';
import { packTexts, withText, yaml } from '../builders/packs.ts';

const vocabulary = { capability: [{ zh: '模型服务', en: 'Model serving' }], pipeline: [{ zh: '持续部署流水线', en: 'Continuous deployment pipeline', aliases: ['模型服务流水线'] }] };

/** A pack of one requirement, with tags on it and on its sub-item. */
function texts({ tags, own, of }: { readonly tags?: object; readonly own?: object; readonly of?: object }): readonly PackText[] {
  const plain = packTexts({ subItems: { '1.1.1': { requirements: [{ id: '1.1.1-L1-1', level: 1 }] } } });
  const content = (path: string) => JSON.parse(plain.find((text) => text.path === path)!.text) as { readonly requirements: readonly object[] };
  const subItem = content('1.1.1.yaml');
  const tagged = withText(plain, '1.1.1.yaml', yaml('', { ...subItem, ...(of === undefined ? {} : { tags: of }), requirements: subItem.requirements.map((requirement) => ({ ...requirement, ...(own === undefined ? {} : { tags: own }) })) }).text);
  return withText(tagged, 'pack.yaml', yaml('', { ...content('pack.yaml'), ...(tags === undefined ? {} : { tags }) }).text);
}

describe('tags', () => {
  it('outside the vocabulary are told with the terms there are, and terms written twice too', () => {
    const { problems } = readPack(texts({ tags: { ...vocabulary, principle: [{ zh: '自动化', en: 'Automation' }, { zh: '自动', en: 'Automatic', aliases: ['自动化'] }] }, own: { capability: ['模型服务能力'] }, of: { pipeline: ['部署'] } }));

    expect(problems.map(({ kind, path, pointer, requirement, zh }) => [kind, path, pointer, requirement, zh])).toEqual([
      ['repeated-tag', 'pack.yaml', '/tags/principle/1', null, '词表 tags.principle 中“自动化”出现了两次（名称与别名合并计算），请只保留一处。'],
      ['unknown-tag', '1.1.1.yaml', '/tags/pipeline/0', null, 'tags.pipeline 中的“部署”不在 pack.yaml 的词表内，可用的有持续部署流水线。请改用其中之一，或把它补入词表。'],
      ['unknown-tag', '1.1.1.yaml', '/requirements/0/tags/capability/0', '1.1.1-L1-1', 'tags.capability 中的“模型服务能力”不在 pack.yaml 的词表内，可用的有模型服务。请改用其中之一，或把它补入词表。'],
    ]);
  });

  it('are called by their own names where an author used an alias, and taken as they are where no terms are laid down', () => {
    const loaded = loadPack(texts({ tags: vocabulary, own: { pipeline: ['模型服务流水线', '持续部署流水线'], principle: ['随意'] } }));
    const [, , group] = loaded.ok ? loaded.value.groups : [];

    expect(group?.requirements[0]?.tags).toEqual({ capability: [], pipeline: ['持续部署流水线'], principle: ['随意'] });
  });

  it('of a requirement are its own, and those of its sub-item where it names none of the kind', () => {
    const group = { tags: { capability: ['模型服务'], pipeline: ['持续部署流水线'], principle: [] } };
    const requirement = { tags: { capability: ['模型管理'], pipeline: [], principle: [] } };

    expect((['capability', 'pipeline', 'principle'] as const).map((kind) => tagsOf(requirement, group, kind))).toEqual([['模型管理'], ['持续部署流水线'], []]);
  });
});
