import { app, dialog } from 'electron';
import type { Desk } from './windows.ts';
import type { Words } from './words.ts';

let quitting = false;

/** Notes that the whole program is to end, so that a window that asks first can go on with it. */
export function noteQuitting(): void {
  app.on('before-quit', () => { quitting = true; });
}

/** A window in which an import or report runs asks before it closes: closing cancels it. */
export function askBeforeClosing(desk: Desk, words: () => Words): void {
  const { window } = desk;
  let sure = false;
  window.on('close', (event) => {
    if (sure || desk.working === 0) return;
    event.preventDefault();
    const goOn = quitting;
    quitting = false;
    void dialog.showMessageBox(window, { type: 'warning', message: words().workRunning, detail: words().workRunningDetail, buttons: [words().keepOpen, words().closeAnyway], defaultId: 0, cancelId: 0, noLink: true }).then(({ response }) => {
      sure = response === 1;
      if (!sure || window.isDestroyed()) return;
      window.close();
      if (goOn) app.quit();
    });
  });
}

/** Assessments are closed, each file whole by itself, before the program goes. */
export function closeBeforeQuit(close: () => Promise<void>): void {
  let stage: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (stage !== 'closed') event.preventDefault();
    if (stage !== 'open') return;
    stage = 'closing';
    void close().finally(() => { stage = 'closed'; app.quit(); });
  });
}
