import { useEffect } from 'react';
import { useDesk } from '../desk/desk.ts';
import { commandFor, pressOf } from './keys.ts';
import { perform } from './perform.ts';

/** Listens to the keyboard for the whole page; keys pressed while a dialog is open belong to the dialog. */
export function useKeys(): void {
  const desk = useDesk();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const command = commandFor(pressOf(event));
      if (command !== null && perform(desk, command)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => { window.removeEventListener('keydown', listen); };
  }, [desk]);
}
