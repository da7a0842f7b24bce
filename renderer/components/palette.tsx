import { Modal } from 'antd';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { consultNode, goToCatalogue } from '../desk/consulting.ts';
import { useDesk, useDeskState, type Desk } from '../desk/desk.ts';
import { openAnotherWindow, performMenu } from '../desk/menu.ts';
import { goToNode, goToRequirement } from '../desk/moving.ts';
import { closeAssessment, goTo, showOverlay } from '../desk/opening.ts';
import { useWords, type Words } from '../text/text.ts';
import type { PackIndex } from '../desk/pack-index.ts';
import { findHits, keyOf, type Hit, type NamedCommand, type PaletteCommand } from './palette-search.ts';

/** Ctrl+K and G: type a few letters or a code, Enter goes there. */
export function Palette({ codesOnly }: { readonly codesOnly: boolean }) {
  const desk = useDesk();
  const words = useWords();
  const { text } = words;
  const index = useDeskState(({ working }) => working?.index ?? null);
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const commands = useMemo(() => offered(index !== null, readOnly).map((command): NamedCommand => ({ command, name: text(`menu.${command}`) })), [index, readOnly, text]);
  const hits = useMemo(() => findHits(sought, index, (screen) => text(`nav.${screen}`), codesOnly, commands), [sought, index, text, codesOnly, commands]);
  const move = (to: number) => {
    setAt(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    const hit = hits[at];
    if (event.key === 'ArrowDown') move(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') move(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && hit !== undefined) go(desk, hit);
    else return;
    event.preventDefault();
  };
  return (
    <Modal open footer={null} closable={false} width={640} onCancel={() => { showOverlay(desk, null); }} style={{ top: 72 }} destroyOnHidden>
      <div className="palette" data-testid="palette">
        <input
          className="palette-input" autoFocus value={sought} role="combobox" aria-expanded="true" aria-controls="palette-hits" aria-activedescendant={`palette-${at}`}
          aria-label={text(codesOnly ? 'palette.code' : 'palette.title')} placeholder={text(codesOnly ? 'palette.code' : 'palette.hint')}
          onChange={({ target }) => { setSought(target.value); setAt(0); }} onKeyDown={press} data-testid="palette-input"
        />
        <ul id="palette-hits" role="listbox" aria-label={text('palette.title')} ref={list}>
          {hits.map((hit, place) => (
            <li key={`${hit.kind}-${keyOf(hit)}`} id={`palette-${place}`} role="option" aria-selected={place === at} onMouseMove={() => { setAt(place); }} onClick={() => { go(desk, hit); }}>
              <HitLine hit={hit} index={index} words={words} />
            </li>
          ))}
        </ul>
        {hits.length === 0 && <p className="muted">{text('palette.none', { words: sought })}</p>}
      </div>
    </Modal>
  );
}

function HitLine({ hit, index, words }: { readonly hit: Hit; readonly index: PackIndex | null; readonly words: Words }) {
  const { text, of } = words;
  switch (hit.kind) {
    case 'screen': return <><span className="palette-kind">{text('palette.screen')}</span><span>{text(`nav.${hit.screen}`)}</span></>;
    case 'command': return <><span className="palette-kind">{text('palette.command')}</span><span>{text(`menu.${hit.command}`)}</span></>;
    case 'group': {
      const group = index?.groups.get(hit.id);
      return <><span className="palette-kind code">{hit.id}</span><b>{group === undefined ? '' : of(group)}</b></>;
    }
    case 'requirement': {
      const located = index?.requirements.get(hit.id);
      return <><span className="palette-kind code">{hit.id}</span><span className="one-line">{located === undefined ? '' : of(located.requirement)}</span></>;
    }
  }
}

/** The commands that are no screen; those for an open assessment only where one is open. */
function offered(open: boolean, readOnly: boolean): readonly OfferedCommand[] {
  const always: readonly OfferedCommand[] = ['new', 'open', 'window', 'help'];
  if (!open) return always;
  return [...(readOnly ? [] : ['import-files', 'import-folder', 'undo', 'redo'] as const), 'save-copy', 'licensed-wording', 'print', 'close', ...always];
}

type OfferedCommand = Exclude<PaletteCommand, 'report' | 'find' | 'settings' | 'catalogue' | 'journal' | 'about'>;

function go(desk: Desk, hit: Hit): void {
  switch (hit.kind) {
    case 'screen':
      if (hit.screen === 'home') void closeAssessment(desk);
      else goTo(desk, hit.screen);
      return;
    case 'command': run(desk, hit.command); return;
    case 'group': (inCatalogue(desk) ? showInCatalogue : goToNode)(desk, hit.id); return;
    case 'requirement': (inCatalogue(desk) ? goToCatalogue : goToRequirement)(desk, hit.id); return;
  }
}

function inCatalogue(desk: Desk): boolean {
  return desk.store.get().screen === 'catalogue';
}

function showInCatalogue(desk: Desk, node: string): void {
  showOverlay(desk, null);
  consultNode(desk, node);
}

function run(desk: Desk, command: PaletteCommand): void {
  showOverlay(desk, null);
  if (command === 'window') void openAnotherWindow(desk);
  else performMenu(desk, command);
}
