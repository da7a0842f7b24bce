import { expect, test } from 'vitest';
import { droppedBackups } from '../../../electron/storage/backups/retention.ts';

const now = new Date('2026-03-31T12:00:00.000Z');
const plenty = { free: 1e12, spare: 1 };
const at = (date: string): { readonly at: string; readonly bytes: number } => ({ at: `${date}:00.000Z`, bytes: 100 });
const dropped = (dates: readonly string[], room = plenty): readonly string[] => droppedBackups(dates.map(at), now, room).map((one) => one.at.slice(0, 16)).sort();

test('the newest three stay, however old', () => {
  expect(dropped(['2020-01-01T08:00', '2020-01-02T08:00', '2020-01-03T08:00'])).toEqual([]);
  expect(dropped(['2020-01-01T08:00', '2020-01-02T08:00', '2020-01-03T08:00', '2020-01-04T08:00'])).toEqual(['2020-01-01T08:00']);
});

test('of each of the last seven days the last one stays', () => {
  const days = ['25', '26', '27', '28', '29', '30', '31'].flatMap((day) => [`2026-03-${day}T08:00`, `2026-03-${day}T11:00`]);

  // The newest three are of the last two days.
  expect(dropped(days)).toEqual(['25', '26', '27', '28', '29'].map((day) => `2026-03-${day}T08:00`).concat('2026-03-30T08:00'));
});

test('of each of the last four weeks the last one stays, and nothing older', () => {
  const weekly = ['2026-02-02', '2026-02-10', '2026-02-24', '2026-03-03', '2026-03-10', '2026-03-17', '2026-03-23', '2026-03-31'].map((day) => `${day}T08:00`);

  expect(dropped(weekly)).toEqual(['2026-02-02T08:00', '2026-02-10T08:00', '2026-02-24T08:00', '2026-03-03T08:00']);
});

test('where the disk has too little left the oldest go first, but never the newest three', () => {
  const days = ['26', '27', '28', '29', '30', '31'].map((day) => `2026-03-${day}T08:00`);

  expect(dropped(days, { free: 900, spare: 1_000 })).toEqual(['2026-03-26T08:00']);
  expect(dropped(days, { free: 0, spare: 1_000_000 })).toEqual(['2026-03-26T08:00', '2026-03-27T08:00', '2026-03-28T08:00']);
});

test('an assessment worked on every half an hour for a year keeps few', () => {
  let kept: readonly { readonly at: string; readonly bytes: number }[] = [];
  for (let time = Date.UTC(2025, 0, 1); time < Date.UTC(2025, 3, 1); time += 1_800_000) {
    kept = [...kept, { at: new Date(time).toISOString(), bytes: 1 }];
    const gone = new Set(droppedBackups(kept, new Date(time), plenty));
    kept = kept.filter((one) => !gone.has(one));
  }
  expect(kept.length).toBeLessThanOrEqual(3 + 7 + 4);
  expect(kept.length).toBeGreaterThanOrEqual(9);
});
