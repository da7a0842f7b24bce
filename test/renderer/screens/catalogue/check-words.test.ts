import { expect, it } from 'vitest';
import type { Check } from '#assessments';
import { checkInWords } from '../../../../renderer/screens/catalogue/check-words.ts';
import { textOf } from '../../../../renderer/text/text.ts';

const supporting: Check = {
  id: '2.2.3-L3-1.methods', fact: 'update.strategy', where: 'f.declared', distinct: 'kind', atLeast: 2, every: false, strength: 'direct', suggests: 'L',
  says: { zh: '清单声明了 {count} 种方式：{values}', en: '{count} methods declared: {values} ({place})' }, raises: { zh: '展示最近三次更新', en: 'Show the last three updates' }, seeks: { zh: '声明方式的清单', en: 'Manifests that declare methods' },
};
const opposing: Check = { id: 'x.b', fact: 'update.strategy', where: 'true', join: { fact: 'model.version', on: 'f.subject == g.model' }, atLeast: 1, every: true, strength: 'direct', contradicts: true, says: { zh: '{values}', en: 'All at once' } };

it('a check is told in sentences, its blanks described, its rule kept for those who ask', () => {
  expect([checkInWords(supporting, textOf('zh'), 'zh'), checkInWords(opposing, textOf('en'), 'en')]).toEqual([
    {
      supports: true, seeks: '声明方式的清单', facts: '更新策略', holds: '至少有 2 个不同的“类别”', suggests: 'L 大部分满足（直接证据）',
      says: '清单声明了 〔数量〕 种方式：〔各类别〕', raises: '展示最近三次更新', rule: ['f: update.strategy', 'f.declared'],
    },
    {
      supports: false, seeks: null, facts: 'Update strategy, held against Model version', holds: 'there are such facts, and all of them fit', suggests: 'Contradicts: N where nothing else supports it, at most P where something does',
      says: 'All at once', raises: null, rule: ['f: update.strategy', 'true', 'g: model.version', 'f.subject == g.model'],
    },
  ]);
});
