import { expect, it } from 'vitest';
import { byteSize, clockTime, count, dateTime, days, levelRange, lineRange, nextQuarters, shortId, shownLevel, visibleText } from '../../renderer/format.ts';

it('shows a moment in the time zone asked for, the same way in both languages', () => {
  expect([clockTime('2026-11-20T02:42:07.120Z', '+08:00'), dateTime('2026-11-20T23:42:07Z', 'Asia/Shanghai')]).toEqual(['10:42:07', '2026-11-21 07:42']);
});

it('shows sizes with as many digits as they need', () => {
  expect([0, 512, 1024, 3482, 153_600, 1_288_490_189].map(byteSize)).toEqual(['0 B', '512 B', '1.0 kB', '3.4 kB', '150 kB', '1.2 GB']);
});

it('shows an interval until it has closed', () => {
  expect([levelRange(2, 2, 4), levelRange(3, 3, 3), levelRange(null, null, null)]).toEqual(['2 (2–4)', '3', '–']);
});

it('shortens ids and line ranges for narrow columns', () => {
  expect([shortId('2.2.3-L3-1', '2.2.3'), shortId('IA-4', '2.2.3'), lineRange([14, 31]), lineRange([7, 7]), lineRange(null)]).toEqual(['L3-1', 'IA-4', 'L14–L31', 'L7', '']);
});

it('groups large numbers', () => {
  expect([count(12_345, 'zh'), count(12_345, 'en')]).toEqual(['12,345', '12,345']);
});

it('shows by code the signs that could disguise a file name', () => {
  expect(visibleText('evil\u202egnp.svg\u0000')).toBe('evil[U+202E]gnp.svg[U+0000]');
});

it('shows no level before anything was rated', () => {
  expect([shownLevel({ level: 0, assessed: 0 }), shownLevel({ level: 0, assessed: 1 }), shownLevel(undefined)]).toEqual([null, 0, null]);
});

it('rounds person-days to tenths and counts quarters over the year', () => {
  expect([days(4), days(8.25), days(0.04), nextQuarters('2026-Q3', 3), nextQuarters('soon', 3)]).toEqual(['4', '8.3', '0', ['2026-Q3', '2026-Q4', '2027-Q1'], []]);
});
