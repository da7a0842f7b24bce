import { expect, test } from 'vitest';
import { lineOfPage, pageOfLine } from '../../../../renderer/components/source/page-lines.ts';

test('a page is found by its line and the line by its page, empty pages and numbers beyond the end included', () => {
  const begins = [1, 4, 4, 9];

  expect([[1, 3, 4, 8, 9, 50].map((line) => pageOfLine(begins, line)), [0, 1, 2, 3, 4, 9].map((page) => lineOfPage(begins, page)), pageOfLine([], 5), lineOfPage([], 2)]).toEqual([[1, 1, 3, 3, 4, 4], [1, 1, 4, 4, 9, 9], 1, 1]);
});
