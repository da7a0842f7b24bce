import { screen, type BrowserWindow, type Display, type Rectangle } from 'electron';
import { placeFor, remembering, type Place, type Places, type Screen } from './window-places.ts';

const asScreen = ({ id, workArea }: Display): Screen => ({ id, workArea });

/** Where a new window is to stand on the displays that are connected now. */
export function standNew(places: Places, taken: readonly Rectangle[]): Place {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return placeFor(places.read(), [asScreen(primary), ...others.map(asScreen)], taken);
}

/** Remembers, when the window closes, where it stood. */
export function rememberStanding(window: BrowserWindow, places: Places): void {
  window.on('close', () => {
    const bounds = window.getNormalBounds();
    places.write(remembering(places.read(), asScreen(screen.getDisplayMatching(bounds)), { bounds, maximized: window.isMaximized() }));
  });
}
