import type { Bridge } from '#contract';
import type { DesktopApi } from './api.ts';

/** The bridge of the desktop shell: the preload's functions, with the dropped files taken out of the transfer. */
export function desktopBridge(api: DesktopApi): Bridge {
  return {
    call: api.call,
    listen: api.onTold,
    chooseEvidence: api.chooseEvidence,
    takeDropped: (transfer) => (transfer instanceof DataTransfer ? api.takeDropped([...transfer.files]) : Promise.resolve(null)),
    chooseAssessment: api.chooseAssessment,
    deliver: api.deliver,
    openWindow: () => api.openWindow().then(() => null),
  };
}
