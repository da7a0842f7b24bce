import { Menu } from 'electron';
import { menus, type MenuActs, type MenuState } from './menu.ts';

/** Keeps the native menus as the state has it; called after whatever may have changed it, it builds them only where it has. */
export function keepMenus(look: () => MenuState, acts: MenuActs): () => void {
  let shown = '';
  return () => {
    const state = look();
    const now = JSON.stringify(state);
    if (now === shown) return;
    shown = now;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menus(state, acts)));
  };
}
