import type { Bridge } from '#contract';
import { openBrowserBridge } from './browser-bridge.ts';
import { desktopBridge } from './desktop-bridge.ts';

/** The way to the machine: what the desktop's preload gave, else the browser shell's HTTP; null where there is neither. */
export function findBridge(refused: () => void): Promise<Bridge | null> {
  if (window.api !== undefined) return Promise.resolve(desktopBridge(window.api));

  return openBrowserBridge({
    fetch: (input, options) => window.fetch(input, options),
    storage: window.sessionStorage,
    fragment: () => window.location.hash,
    dropFragment: () => { window.history.replaceState(null, '', window.location.pathname); },
    showWindow: (path) => { window.open(path, '_blank', 'noopener'); },
    refused,
  });
}
