import { describe, expect, it } from 'vitest';
import { bindings, commandFor, type Press } from '../../../renderer/keyboard/keys.ts';

const press = (key: string, code: string, more: Partial<Press> = {}): Press => ({ key, code, ctrl: false, shift: false, alt: false, inText: false, ownsArrows: false, ...more });

describe('the keys', () => {
  it('rate with the digits, moving on unless Shift is held, on the number block too', () => {
    expect([
      press('3', 'Digit3'), press('#', 'Digit3', { shift: true }), press('4', 'Numpad4'),
    ].map(commandFor)).toEqual([
      { do: 'rate', value: 'L', move: true }, { do: 'rate', value: 'L', move: false }, { do: 'rate', value: 'F', move: true },
    ]);
  });

  it('mean the same while a Chinese input method is on', () => {
    expect([
      press('Process', 'KeyJ'), press('【', 'BracketLeft'), press('、', 'Slash'), press('？', 'Slash', { shift: true }),
    ].map((each) => commandFor(each)?.do)).toEqual(['next', 'previous-sub-item', 'search', 'help']);
  });

  it('follow the letter, not the place, on other keyboards', () => {
    expect(commandFor(press('a', 'KeyQ'))).toEqual({ do: 'accept' });
  });

  it('tell search and help by the sign, wherever a keyboard has it', () => {
    expect([press('/', 'Digit7', { shift: true }), press('?', 'Minus', { shift: true })].map((each) => commandFor(each)?.do)).toEqual(['search', 'help']);
  });

  it('leave text fields alone, but for the palette', () => {
    expect([
      press('1', 'Digit1', { inText: true }), press('z', 'KeyZ', { ctrl: true, inText: true }), press('k', 'KeyK', { ctrl: true, inText: true }),
    ].map(commandFor)).toEqual([null, null, { do: 'palette' }]);
  });

  it('leave the arrows to a tree or a menu, but not the letters', () => {
    expect([press('ArrowDown', 'ArrowDown', { ownsArrows: true }), press('j', 'KeyJ', { ownsArrows: true })].map(commandFor)).toEqual([null, { do: 'next' }]);
  });

  it('do not take what belongs to the system', () => {
    expect([press('1', 'Digit1', { ctrl: true }), press('n', 'KeyN', { ctrl: true }), press('x', 'KeyX', { alt: true })].map(commandFor)).toEqual([null, null, null]);
  });

  it('are each bound to one thing', () => {
    const chords = bindings.flatMap((binding) => binding.chords);

    expect(new Set(chords).size).toBe(chords.length);
  });
});
