import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { bindings, commandFor, fieldKeys, isLinkKey, type Press } from '../../../renderer/keyboard/keys.ts';
import { en } from '../../../renderer/text/en.ts';

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

  it('are told in the help as they are bound, each of them and nothing else', () => {
    const signs: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', BracketLeft: '[', BracketRight: ']', Slash: '/', Comma: ',', 'Shift+Slash': '?' };
    const sign = (chord: string): string => signs[chord] ?? chord.split('+').map((part) => signs[part] ?? part.replace(/^(?:Key|Digit)/, '')).join(' ');
    const bound = bindings.flatMap(({ chords }) => chords.map(sign));
    const told = bindings.flatMap(({ shown }) => shown.split('  ')).filter((each) => each !== '').flatMap((each) => (each === 'Shift 1–4' ? ['Shift 1', 'Shift 2', 'Shift 3', 'Shift 4'] : each === '1–3' ? [] : [each]));

    expect(told.toSorted()).toEqual(bound.toSorted());
    expect([...bindings, ...fieldKeys].filter(({ text }) => !(`keys.${text}` in en))).toEqual([]);
  });

  it('that fields, lists and trees of the evidence and score screens use themselves are told too, and no others', () => {
    const root = new URL('../../../renderer/', import.meta.url);
    const sources = ['screens/evidence', 'screens/score', 'components/source'].flatMap((folder) => readdirSync(new URL(folder, root)).map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')));
    const named = /'(Arrow(?:Up|Down|Left|Right)|Home|End|Enter|Escape|PageUp|PageDown|Delete|Backspace)'/g, letters = /\bkey(?:\.toLowerCase\(\))? === '(\w)'/g;
    const used = new Set(sources.flatMap((source) => [...source.matchAll(named), ...source.matchAll(letters)].map(([, key = '']) => key)));

    expect([...used].toSorted()).toEqual([...new Set(fieldKeys.flatMap(({ keys }) => keys.map((key) => key.replace(/^.*\+/, ''))))].toSorted());
  });
});

it('the key that links is no key of a text field', () => {
  vi.stubGlobal('Element', class Element { readonly closest = null; });
  onTestFinished(() => { vi.unstubAllGlobals(); });
  const pressed = (more: Partial<KeyboardEvent>): KeyboardEvent => ({ key: 'l', code: 'KeyL', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false, target: null, ...more }) as KeyboardEvent;

  expect([pressed({}), pressed({ isComposing: true }), pressed({ ctrlKey: true }), pressed({ key: 'k', code: 'KeyK' })].map(isLinkKey)).toEqual([true, false, false, false]);
});
