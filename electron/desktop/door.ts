import type { IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { Answering } from '../shell/answering.ts';
import type { Dialogs } from './dialogs.ts';

export const origin = 'app://workbench';

const asked = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('call'), method: z.string().max(64), input: z.unknown() }),
  z.strictObject({ ask: z.literal('choose-evidence'), kind: z.enum(['files', 'folder']) }),
  z.strictObject({ ask: z.literal('take-dropped'), paths: z.array(z.string().min(1).max(4_096)).max(10_000) }),
  z.strictObject({ ask: z.literal('choose-assessment') }),
  z.strictObject({ ask: z.literal('open-window') }),
  z.strictObject({ ask: z.literal('deliver'), name: z.string().max(255), download: z.string().max(64) }),
]);
export type Asked = z.infer<typeof asked>;

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'>;

/**
 * The one door between page and machine: asks who is calling (the main frame of our own page, nothing else), then what
 * for. Whatever is not in the list is refused with an error that says nothing.
 */
export function openDoor(api: Answering, dialogs: Dialogs): (event: Sender, given: unknown) => Promise<unknown> {
  return async ({ senderFrame }, given) => {
    if (senderFrame === null || senderFrame.parent !== null || !senderFrame.url.startsWith(`${origin}/`)) throw new Error('refused');
    const wanted = asked.safeParse(given).data;
    if (wanted === undefined) throw new Error('refused');
    switch (wanted.ask) {
      case 'call': return api.answer(wanted.method, wanted.input);
      case 'choose-evidence': return dialogs.chooseEvidence(wanted.kind);
      case 'take-dropped': return dialogs.takeDropped(wanted.paths);
      case 'choose-assessment': return dialogs.chooseAssessment();
      case 'open-window': return null;
      case 'deliver': return dialogs.deliver(wanted.name, wanted.download);
    }
  };
}
