import { describe, expect, test } from 'vitest';
import { factNames, factTypes, fieldName, valueInChinese } from '#assessments';

describe('the words for people', () => {
  test('name every fact type in both languages, no two alike', () => {
    const names = Object.values(factNames);

    expect([Object.keys(factNames).sort(), new Set(names.map(({ zh }) => zh)).size, new Set(names.map(({ en }) => en)).size]).toEqual([Object.keys(factTypes).sort(), names.length, names.length]);
  });

  test('name a field as it is said, and one that is not known as it is written', () => {
    expect(['maxSurge', 'subject', 'sorted'].map(fieldName)).toEqual([{ zh: '最多超出', en: 'Max surge' }, { zh: '对象', en: 'Subject' }, { zh: 'sorted', en: 'Sorted' }]);
  });

  test('say a value of a closed set in Chinese and leave names and free text alone', () => {
    const said = [valueInChinese('update.strategy', 'kind', 'canary'), valueInChinese('monitor.dashboard', 'areas', 'data-drift'), valueInChinese('dependency.lock', 'system', 'poetry'), valueInChinese('update.strategy', 'subject', 'canary'), valueInChinese('update.strategy', 'kind', 'constructor')];

    expect(said).toEqual(['金丝雀发布', '数据漂移', 'poetry', 'canary', 'constructor']);
  });
});
