import type { RatingValue } from '#assessments';
import type { MenuCommand } from '#contract';

/** What a key asks for on the score screen or anywhere. */
export type Command =
  | { readonly do: 'next' | 'previous' | 'next-sub-item' | 'previous-sub-item' | 'next-unanswered' | 'go-to-code' | 'search' }
  | { readonly do: 'rate'; readonly value: Exclude<RatingValue, 'NA'>; readonly move: boolean }
  | { readonly do: 'clear' | 'not-applicable' | 'accept' | 'reject' | 'explain' | 'confidence' | 'note' | 'link' }
  | { readonly do: 'palette' | 'help' | 'undo' | 'redo' }
  | { readonly do: 'menu'; readonly command: MenuCommand };

/** A key press as the map needs it: which key, and where the focus was. */
export type Press = {
  readonly key: string; readonly code: string;
  readonly ctrl: boolean; readonly shift: boolean; readonly alt: boolean;
  /** The focus is in a text field: only chords with Ctrl count, and undo is the field's own. */
  readonly inText: boolean;
  /** The focus is in a control that uses the arrow keys itself (a tree, a menu, a splitter, a text to scroll). */
  readonly ownsArrows: boolean;
};

type Binding = { readonly command: Command; readonly chords: readonly string[]; readonly group: KeyGroup; readonly text: KeyText; readonly shown: string };
export type KeyGroup = 'move' | 'rate' | 'suggestion' | 'record' | 'anywhere' | 'field';
export type KeyText =
  | 'next' | 'previous' | 'next-sub-item' | 'previous-sub-item' | 'next-unanswered' | 'go-to-code' | 'search' | 'rate-n' | 'rate-p' | 'rate-l' | 'rate-f' | 'stay' | 'clear' | 'not-applicable'
  | 'accept' | 'reject' | 'explain' | 'confidence' | 'note' | 'link' | 'palette' | 'help' | 'undo' | 'redo' | 'find' | 'catalogue' | 'journal' | 'report' | 'print' | 'open' | 'save-copy' | 'settings';

const menu = (command: MenuCommand): Command => ({ do: 'menu', command });
const rate = (value: 'N' | 'P' | 'L' | 'F', move: boolean): Command => ({ do: 'rate', value, move });

/** The one list of keys: what they do, and how the help shows them. */
export const bindings: readonly Binding[] = [
  { command: { do: 'next' }, chords: ['KeyJ', 'ArrowDown'], group: 'move', text: 'next', shown: 'J  ↓' },
  { command: { do: 'previous' }, chords: ['KeyK', 'ArrowUp'], group: 'move', text: 'previous', shown: 'K  ↑' },
  { command: { do: 'next-unanswered' }, chords: ['KeyU'], group: 'move', text: 'next-unanswered', shown: 'U' },
  { command: { do: 'previous-sub-item' }, chords: ['BracketLeft'], group: 'move', text: 'previous-sub-item', shown: '[' },
  { command: { do: 'next-sub-item' }, chords: ['BracketRight'], group: 'move', text: 'next-sub-item', shown: ']' },
  { command: { do: 'go-to-code' }, chords: ['KeyG'], group: 'move', text: 'go-to-code', shown: 'G' },
  { command: { do: 'search' }, chords: ['Slash'], group: 'move', text: 'search', shown: '/' },
  { command: rate('N', true), chords: ['Digit1'], group: 'rate', text: 'rate-n', shown: '1' },
  { command: rate('P', true), chords: ['Digit2'], group: 'rate', text: 'rate-p', shown: '2' },
  { command: rate('L', true), chords: ['Digit3'], group: 'rate', text: 'rate-l', shown: '3' },
  { command: rate('F', true), chords: ['Digit4'], group: 'rate', text: 'rate-f', shown: '4' },
  { command: rate('N', false), chords: ['Shift+Digit1'], group: 'rate', text: 'stay', shown: 'Shift 1–4' },
  { command: rate('P', false), chords: ['Shift+Digit2'], group: 'rate', text: 'stay', shown: '' },
  { command: rate('L', false), chords: ['Shift+Digit3'], group: 'rate', text: 'stay', shown: '' },
  { command: rate('F', false), chords: ['Shift+Digit4'], group: 'rate', text: 'stay', shown: '' },
  { command: { do: 'clear' }, chords: ['Digit0'], group: 'rate', text: 'clear', shown: '0' },
  { command: { do: 'not-applicable' }, chords: ['KeyX'], group: 'rate', text: 'not-applicable', shown: 'X' },
  { command: { do: 'confidence' }, chords: ['KeyC'], group: 'rate', text: 'confidence', shown: 'C  1–3' },
  { command: { do: 'accept' }, chords: ['KeyA'], group: 'suggestion', text: 'accept', shown: 'A' },
  { command: { do: 'reject' }, chords: ['KeyR'], group: 'suggestion', text: 'reject', shown: 'R' },
  { command: { do: 'explain' }, chords: ['KeyE'], group: 'suggestion', text: 'explain', shown: 'E' },
  { command: { do: 'note' }, chords: ['KeyN'], group: 'record', text: 'note', shown: 'N' },
  { command: { do: 'link' }, chords: ['KeyL'], group: 'record', text: 'link', shown: 'L' },
  { command: { do: 'undo' }, chords: ['Ctrl+KeyZ'], group: 'record', text: 'undo', shown: 'Ctrl Z' },
  { command: { do: 'redo' }, chords: ['Ctrl+Shift+KeyZ', 'Ctrl+KeyY'], group: 'record', text: 'redo', shown: 'Ctrl Shift Z  Ctrl Y' },
  { command: { do: 'palette' }, chords: ['Ctrl+KeyK'], group: 'anywhere', text: 'palette', shown: 'Ctrl K' },
  { command: menu('find'), chords: ['Ctrl+KeyF'], group: 'anywhere', text: 'find', shown: 'Ctrl F' },
  { command: menu('catalogue'), chords: ['Ctrl+KeyB'], group: 'anywhere', text: 'catalogue', shown: 'Ctrl B' },
  { command: menu('journal'), chords: ['Ctrl+KeyJ'], group: 'anywhere', text: 'journal', shown: 'Ctrl J' },
  { command: menu('report'), chords: ['Ctrl+KeyE'], group: 'anywhere', text: 'report', shown: 'Ctrl E' },
  { command: menu('print'), chords: ['Ctrl+KeyP'], group: 'anywhere', text: 'print', shown: 'Ctrl P' },
  { command: menu('open'), chords: ['Ctrl+KeyO'], group: 'anywhere', text: 'open', shown: 'Ctrl O' },
  { command: menu('save-copy'), chords: ['Ctrl+Shift+KeyS'], group: 'anywhere', text: 'save-copy', shown: 'Ctrl Shift S' },
  { command: menu('settings'), chords: ['Ctrl+Comma'], group: 'anywhere', text: 'settings', shown: 'Ctrl ,' },
  { command: { do: 'help' }, chords: ['Shift+Slash'], group: 'anywhere', text: 'help', shown: '?' },
];

/** Keys that fields, lists and trees use themselves, as the help shows them. */
export const fieldKeys = [
  { keys: ['Enter'], text: 'enter', shown: 'Enter' },
  { keys: ['Shift+Enter'], text: 'new-line', shown: 'Shift Enter' },
  { keys: ['Ctrl+Enter'], text: 'leave-field', shown: 'Ctrl Enter' },
  { keys: ['Escape'], text: 'escape', shown: 'Esc' },
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'], text: 'arrows', shown: '↑ ↓ ← →  Home  End' },
] as const;

/** The key of a command as the help shows it, for the button that does the same. */
export function shownKey(what: Command['do']): string {
  return bindings.find(({ command }) => command.do === what)?.shown ?? '';
}

const byChord: ReadonlyMap<string, Command> = new Map(bindings.flatMap(({ chords, command }) => chords.map((chord) => [chord, command] as const)));

/** What the press asks for; null where it asks for nothing here. */
export function commandFor(press: Press): Command | null {
  if (press.alt) return null;

  const code = plainCode(press);
  if (press.ownsArrows && code.startsWith('Arrow')) return null;
  const command = byChord.get(`${press.ctrl ? 'Ctrl+' : ''}${shifted(press) ? 'Shift+' : ''}${code}`) ?? null;
  return press.inText && !goesInText(press, command) ? null : command;
}

/** Chords that no text field has for itself. */
function goesInText({ ctrl }: Press, command: Command | null): boolean {
  return ctrl && (command?.do === 'palette' || command?.do === 'menu');
}

/** A Chinese input method reports `Process` or a full-width sign; then the place of the key on the board says which it was. */
const signs: Readonly<Record<string, string>> = { '[': 'BracketLeft', '【': 'BracketLeft', ']': 'BracketRight', '】': 'BracketRight', '/': 'Slash', '、': 'Slash', '?': 'Slash', '？': 'Slash', ',': 'Comma', '，': 'Comma' };

/** On some keyboards a sign needs Shift that on others does not: `/` and `?` are told by the sign itself. */
function shifted({ key, shift }: Press): boolean {
  return key in signs ? key === '?' || key === '？' : shift;
}

function plainCode({ key, code }: Press): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return signs[key] ?? code.replace(/^Numpad(?=\d$)/, 'Digit');
}

/** Whether a key press outside of text fields asks to link what has the focus. */
export function isLinkKey(event: KeyboardEvent): boolean {
  return !event.isComposing && commandFor(pressOf(event))?.do === 'link';
}

/** Describes a browser's key event for the map. */
export function pressOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'target'>): Press {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key, code: event.code, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey,
    inText: within(target, 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=combobox]'),
    ownsArrows: within(target, '[role=tree], [role=menu], [role=separator], [role=radiogroup], [role=tablist], [data-own-arrows]'),
  };
}

function within(element: Element | null, selector: string): boolean {
  return element !== null && element.closest(selector) !== null;
}
