import { createRoot } from 'react-dom/client';
import type { Bridge } from '#contract';
import { App } from './app.tsx';
import { CrashPage } from './components/crash-page.tsx';
import { DeskProvider, type Desk } from './desk/desk.ts';
import { emptyDesk } from './desk/state.ts';
import { createQueue } from './queue.ts';
import { createStore } from './store.ts';
import { tokenSheet } from './tokens.ts';

/** Draws the application over a bridge; a failure while drawing leaves a page that says what to do. */
export function mountApp(container: HTMLElement, bridge: Bridge): void {
  adoptTokens();
  const crash = (error: unknown) => { createRoot(replace(container)).render(<CrashPage error={error} />); };
  const desk: Desk = { bridge, store: createStore(emptyDesk), queue: createQueue(crash), memory: window.sessionStorage };
  createRoot(container, { onUncaughtError: crash }).render(<DeskProvider value={desk}><App /></DeskProvider>);
}

/** Declares the colours for the page; constructed, so that the page needs no inline style sheet. */
export function adoptTokens(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokenSheet());
  document.adoptedStyleSheets = [sheet];
}

function replace(container: HTMLElement): HTMLElement {
  const fresh = document.createElement('div');
  fresh.id = container.id;
  container.replaceWith(fresh);
  return fresh;
}
