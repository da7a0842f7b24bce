import { describe, expect, test } from 'vitest';
import { jsx, jsxs } from '../../../renderer/shown/jsx-runtime.ts';
import { shownProps } from '../../../renderer/shown/shown-props.ts';

describe('every text on its way to the screen', () => {
  test('shows its unseen signs, in what is read and in what is read out; a field keeps what is in it', () => {
    expect(shownProps({ title: 'a\u202Eb', 'aria-label': 'x\u2066', children: ['\u200B', 3, ['\u0007'], null], value: '\u202E', 'data-x': '\u202E' }))
      .toEqual({ title: 'a[U+202E]b', 'aria-label': 'x[U+2066]', children: ['[U+200B]', 3, ['[U+0007]'], null], value: '\u202E', 'data-x': '\u202E' });
  });

  test('is given on as it is where nothing is unseen', () => {
    const props = { title: 'a', children: ['b', { c: 'd' }] };
    expect(shownProps(props)).toBe(props);
  });

  test('whatever the element, one child or several', () => {
    expect([jsx('b', { children: 'a\u202Eb' }).props, jsxs('p', { title: '\u2066', children: ['a\u200B', 'b'] }).props]).toEqual([{ children: 'a[U+202E]b' }, { title: '[U+2066]', children: ['a[U+200B]', 'b'] }]);
  });
});
