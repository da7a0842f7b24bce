import { expect, test } from 'vitest';
import { createText } from '#assessments';

const zh = { gaps: '{count} 条差距，{days} 人天', none: '没有' } as const;
const text = createText<typeof zh>({ gaps: '{count} {count?gap|gaps}, {days} {days?person-day|person-days}', none: 'None' });

test('a text has its blanks filled, and a word by the number in one: the first for one, the second otherwise', () => {
  expect([text('gaps', { count: 1, days: '1' }), text('gaps', { count: 0, days: 12 }), text('gaps', { count: '1,234', days: 0.5 }), text('none'), createText<typeof zh>(zh)('gaps', { count: 1, days: 2 })])
    .toEqual(['1 gap, 1 person-day', '0 gaps, 12 person-days', '1,234 gaps, 0.5 person-days', 'None', '1 条差距，2 人天']);
});
