import type { MenuCommand } from '#contract';
import { consult } from './consulting.ts';
import { saveCopy } from './copying.ts';
import { languageOf, say, setScoring, showProblem, type Desk } from './desk.ts';
import { importFrom } from './importing.ts';
import { closeAssessment, goTo, openChosen, showOverlay } from './opening.ts';
import { undoOrRedo } from './recording.ts';
import { textOf } from '../text/text.ts';

/** What a command needs: somebody at the keyboard, an open assessment, or one that can be written. */
type Need = 'person' | 'open' | 'writable';
type Entry = { readonly needs: Need; readonly act: (desk: Desk) => void | Promise<void> };

/** The commands of the native menus, of the palette, and of the keys that stand for them. */
const table: Readonly<Record<MenuCommand, Entry>> = {
  'new': { needs: 'person', act: (desk) => { showOverlay(desk, 'new'); } },
  'open': { needs: 'person', act: (desk) => openChosen(desk) },
  'import-files': { needs: 'writable', act: (desk) => importChosen(desk, 'files') },
  'import-folder': { needs: 'writable', act: (desk) => importChosen(desk, 'folder') },
  'save-copy': { needs: 'open', act: async (desk) => { await saveCopy(desk); } },
  'report': { needs: 'open', act: (desk) => { goTo(desk, 'reports'); } },
  'undo': { needs: 'open', act: (desk) => undo(desk, 'undo') },
  'redo': { needs: 'open', act: (desk) => undo(desk, 'redo') },
  'find': { needs: 'open', act: find },
  'print': { needs: 'person', act: () => { window.print(); } },
  'settings': { needs: 'person', act: (desk) => { goTo(desk, 'settings'); } },
  'licensed-wording': { needs: 'open', act: (desk) => { showOverlay(desk, 'licensed-wording'); } },
  'catalogue': { needs: 'open', act: (desk) => { goTo(desk, 'catalogue'); } },
  'journal': { needs: 'open', act: (desk) => { goTo(desk, 'journal'); } },
  'help': { needs: 'person', act: (desk) => { showOverlay(desk, 'help'); } },
  'about': { needs: 'person', act: (desk) => { goTo(desk, 'about'); } },
  'close': { needs: 'open', act: (desk) => closeAssessment(desk) },
};

/** Whether a command makes sense now; nothing does while a dialog waits for an answer. */
export function canDo(desk: Desk, command: MenuCommand): boolean {
  const { start, working, overlay } = desk.store.get();
  if (!start?.identity || overlay !== null) return false;
  const { needs } = table[command];
  return needs === 'person' || (working !== null && (needs === 'open' || !working.header.readOnly));
}

/** Does what a menu, the palette or a key asked for, behind the key presses under way; false where it makes no sense now. */
export function performMenu(desk: Desk, command: MenuCommand): boolean {
  if (isOfField(command)) return true;
  if (!canDo(desk, command)) return false;

  const { act } = table[command];
  // A file dialog must open in the very moment of the key press, or the browser forbids it.
  if (immediate.has(command)) void act(desk);
  else void desk.queue.add(async () => { await act(desk); });
  return true;
}

/** In a text field undo is the field's own, and where the menu has taken its key, the menu must give it back. */
function isOfField(command: MenuCommand): boolean {
  if (command !== 'undo' && command !== 'redo') return false;
  const field = document.activeElement;
  const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(field.type));
  return isText && document.execCommand(command);
}

const immediate: ReadonlySet<MenuCommand> = new Set(['open', 'import-files', 'import-folder', 'print', 'close']);

/** Takes back or does again one's own last action, or says that there is none. */
export async function undo(desk: Desk, which: 'undo' | 'redo'): Promise<void> {
  const label = desk.store.get().working?.[which] ?? null;
  if (label !== null) await undoOrRedo(desk, which);
  else say(desk, textOf(languageOf(desk.store.get()))(which === 'undo' ? 'undo.nothing' : 'undo.redo-nothing'));
}

/** One more window of the program, or the reason why there is none. */
export async function openAnotherWindow(desk: Desk): Promise<void> {
  const problem = await desk.bridge.openWindow();
  if (problem !== null) showProblem(desk, problem);
}

async function importChosen(desk: Desk, kind: 'files' | 'folder'): Promise<void> {
  goTo(desk, 'evidence');
  await importFrom(desk, () => desk.bridge.chooseEvidence(kind));
}

function find(desk: Desk): void {
  const { screen, scoring, consulting } = desk.store.get();
  if (screen === 'catalogue') consult(desk, { searchWanted: consulting.searchWanted + 1 });
  else if (screen === 'score') setScoring(desk, { searchWanted: scoring.searchWanted + 1 });
  else showOverlay(desk, 'palette');
}
