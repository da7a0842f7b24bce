import { describe, expect, it } from 'vitest';
import { defaultRules, loadPack, score, tagViews, type Pack, type RatingValue } from '#assessments';
import { packTexts, withText, yaml } from '../builders/packs.ts';
import { finalsOf } from '../builders/ratings.ts';

/** Two sub-items of capability S; the second one's requirement b2 is tagged M instead. No requirement has a pipeline part. */
function pack(): Pack {
  const texts = packTexts({ subItems: { '1.1.1': { requirements: [{ id: 'a1', level: 1 }, { id: 'a2', level: 2 }] }, '1.1.2': { requirements: [{ id: 'b1', level: 1 }, { id: 'b2', level: 2 }] } } });
  const content = (path: string) => JSON.parse(texts.find((text) => text.path === path)!.text) as { readonly requirements: readonly { readonly id: string }[] };
  const tags = { capability: [{ zh: '服务', en: 'Serving' }, { zh: '管理', en: 'Management', note: { zh: '说明', en: 'Note' } }, { zh: '安全', en: 'Security' }] };
  const tagged = ['1.1.1.yaml', '1.1.2.yaml'].reduce((all, path) => withText(all, path, yaml('', { ...content(path), tags: { capability: ['服务'] }, requirements: content(path).requirements.map((each) => (each.id === 'b2' ? { ...each, tags: { capability: ['管理'], principle: ['自动化'] } } : each)) }).text), texts);
  const loaded = loadPack(withText(tagged, 'pack.yaml', yaml('', { ...content('pack.yaml'), tags }).text));
  if (!loaded.ok) throw new Error(loaded.problem.map(({ en }) => en).join(' '));
  return loaded.value;
}

function views(values: Readonly<Record<string, RatingValue>>) {
  const made = pack();
  return tagViews(made, score({ pack: made, finals: finalsOf(made, values), targets: {}, ...defaultRules }));
}

describe('the view by tags', () => {
  it('counts what is met by level, takes the share of F, and names the lowest sub-item that carries the tag', () => {
    const { capability } = views({ a1: 'F', a2: 'F', b1: 'L', b2: 'F' });

    expect(capability.tags).toEqual([
      { kind: 'capability', tag: '服务', zh: '服务', en: 'Serving', note: null, levels: [{ level: 1, total: 2, assessed: 2, met: 1 }, { level: 2, total: 1, assessed: 1, met: 1 }], applicable: 3, assessed: 3, met: 2, percent: 66, lowest: { level: 0, subItems: ['1.1.2'] }, unrated: 0 },
      { kind: 'capability', tag: '管理', zh: '管理', en: 'Management', note: { zh: '说明', en: 'Note' }, levels: [{ level: 2, total: 1, assessed: 1, met: 1 }], applicable: 1, assessed: 1, met: 1, percent: 100, lowest: { level: 0, subItems: ['1.1.2'] }, unrated: 0 },
      { kind: 'capability', tag: '安全', zh: '安全', en: 'Security', note: null, levels: [], applicable: 0, assessed: 0, met: 0, percent: null, lowest: null, unrated: 0 },
    ]);
  });

  it('leaves out what does not apply, says nothing of a level before anything is rated, and counts what carries no tag', () => {
    const { capability, pipeline, principle } = views({ a1: 'NA', a2: 'NA' });
    const [serving] = capability.tags;

    expect([[serving?.applicable, serving?.percent, serving?.lowest, serving?.unrated], [pipeline.tags, pipeline.untagged], principle.tags.map(({ tag, applicable }) => [tag, applicable]), principle.untagged, capability.untagged]).toEqual([[1, 0, null, 1], [[], 2], [['自动化', 1]], 1, 0]);
  });
});
