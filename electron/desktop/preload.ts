/** Sandboxed preload: named functions over plain values; nothing of ipcRenderer or its events reaches the page. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { ReportFile, Told } from '../contract.ts';
import type { Asked } from './door.ts';

const ask = (asked: Asked): Promise<unknown> => ipcRenderer.invoke('api', asked);

contextBridge.exposeInMainWorld('api', {
  call: (method: string, input: unknown) => ask({ ask: 'call', method, input }),
  onTold: (told: (event: Told) => void) => {
    const listener = (_event: unknown, event: Told): void => { told(event); };
    ipcRenderer.on('told', listener);
    return () => { ipcRenderer.removeListener('told', listener); };
  },
  chooseEvidence: (kind: 'files' | 'folder') => ask({ ask: 'choose-evidence', kind }),
  // Only a file the user really dropped has a path; one that a script made has none.
  takeDropped: (files: readonly File[]) => ask({ ask: 'take-dropped', paths: files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '') }),
  chooseAssessment: () => ask({ ask: 'choose-assessment' }),
  openWindow: () => ask({ ask: 'open-window' }),
  deliver: (file: ReportFile) => ask({ ask: 'deliver', download: file.download }),
});
