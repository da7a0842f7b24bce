import { expect, test } from 'vitest';
import { shareAssessments } from '../../electron/shell/shared-assessments.ts';

/** Windows that read the catalogue of an assessment and leave it, over an API that remembers what it was asked. */
function windowsOver(open: Set<string>) {
  const asked: unknown[] = [];
  const shared = shareAssessments({ answer: (method) => { asked.push(method); return Promise.resolve({ ok: true, value: method }); } }, (window) => open.has(window));
  return { asked, shows: (window: string, assessment = 'a') => shared.answer(window, 'readCatalogue', { assessment }), leaves: (window: string, assessment: unknown = 'a') => shared.answer(window, 'closeAssessment', { assessment }), asks: shared.answer };
}

test('an assessment is closed when the last window leaves it', async () => {
  const { asked, shows, leaves } = windowsOver(new Set(['one', 'two']));
  await shows('one');
  await shows('two');

  const first = await leaves('one');
  const between = [...asked];
  const last = await leaves('two');

  expect([first, between, last, asked]).toEqual([{ ok: true, value: null }, ['readCatalogue', 'readCatalogue'], { ok: true, value: 'closeAssessment' }, ['readCatalogue', 'readCatalogue', 'closeAssessment']]);
});

test('a window that is gone holds nothing, nor does one that shows another assessment', async () => {
  const open = new Set(['one', 'two', 'three']);
  const { asked, shows, leaves } = windowsOver(open);
  await shows('one');
  await shows('two');
  await shows('three', 'b');
  open.delete('two');

  await leaves('one');

  expect(asked.at(-1)).toBe('closeAssessment');
});

test('everything else goes through as it is', async () => {
  const { asked, asks, leaves } = windowsOver(new Set());
  await Promise.all([asks('one', 'start', {}), asks('one', 'start', null), asks('one', 7, 'x'), leaves('one', 7), leaves('one')]);

  expect(asked).toEqual(['start', 'start', 7, 'closeAssessment', 'closeAssessment']);
});
