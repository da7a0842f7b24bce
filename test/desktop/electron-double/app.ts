import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { machine, seen } from './recorded.ts';

/** A chance to stand in the way of an event; true where nobody did. */
function passes(name: string): boolean {
  let prevented = false;
  app.emit(name, { preventDefault: () => { prevented = true; } });
  return !prevented;
}

let quitting = false;

/** The last window closed; Electron says so only where the program was not told to end. */
export function lastWindowClosed(): void {
  if (!quitting) app.emit('window-all-closed');
}

export const app = Object.assign(new EventEmitter(), {
  get isPackaged() { return machine.packaged; },
  enableSandbox: () => { seen.sandboxed = true; },
  commandLine: { appendSwitch: (name: string, value?: string) => { seen.switches.push(value === undefined ? name : `${name}=${value}`); } },
  setName: (name: string) => { seen.name = name; },
  setPath: (name: string, path: string) => { seen.paths.set(name, path); },
  getPath: (name: string) => seen.paths.get(name) ?? join(tmpdir(), name),
  addRecentDocument: (path: string) => { seen.recent.push(path); },
  requestSingleInstanceLock: () => machine.alone,
  whenReady: () => Promise.resolve(),
  /** Closes every window, then ends, unless somebody stands in the way; may be called again by whoever did. */
  quit: () => {
    if (!passes('before-quit')) return;
    quitting = true;
    for (const window of [...seen.windows]) {
      if (!window.close()) {
        quitting = false;
        return;
      }
    }
    if (passes('will-quit')) seen.ended = true;
  },
  exit: (code: number) => { seen.exit = code; },
});
