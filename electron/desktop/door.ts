import type { IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { Choosing } from './dialogs.ts';
import type { Deliver } from './delivering.ts';
import { isPlain } from './plain-data.ts';
import type { Desk } from './windows.ts';

export const origin = 'app://workbench';

const asked = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('call'), method: z.string().max(64), input: z.unknown() }),
  z.strictObject({ ask: z.literal('choose-evidence'), kind: z.enum(['files', 'folder']) }),
  z.strictObject({ ask: z.literal('take-dropped'), paths: z.array(z.string().min(1).max(4_096)).max(10_000) }),
  z.strictObject({ ask: z.literal('choose-assessment') }),
  z.strictObject({ ask: z.literal('deliver'), download: z.string().max(64) }),
  z.strictObject({ ask: z.literal('open-window') }),
]);
export type Asked = z.infer<typeof asked>;

export type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

type Behind = {
  /** The window whose page speaks; undefined for any other contents. */
  readonly deskOf: (sender: Sender['sender']) => Desk | undefined;
  readonly call: (desk: Desk, method: string, input: unknown) => Promise<unknown>;
  readonly choosing: Choosing;
  readonly deliver: Deliver;
  readonly openWindow: () => void;
  readonly greet: (desk: Desk) => void;
  /** Takes a bug into the log. */
  readonly failed: (error: unknown) => void;
};

/**
 * The one door between page and machine: asks who is calling (the main frame of our own page in a window of ours,
 * nothing else), whether what was given is plain data of a bearable size, then what for. Whatever is not in the list is
 * refused with an error that says nothing.
 */
export function openDoor(behind: Behind): (event: Sender, given: unknown) => Promise<unknown> {
  return async (event, given) => {
    const desk = isOwnPage(event) ? behind.deskOf(event.sender) : undefined;
    const wanted = desk !== undefined && isPlain(given) ? asked.safeParse(given).data : undefined;
    if (desk === undefined || wanted === undefined) throw new Error('refused');
    try {
      return await answer(behind, desk, wanted);
    } catch (error) {
      behind.failed(error);
      throw new Error('failed');
    }
  };
}

async function answer(behind: Behind, desk: Desk, wanted: Asked): Promise<unknown> {
  switch (wanted.ask) {
    case 'call': return call(behind, desk, wanted);
    case 'choose-evidence': return behind.choosing.chooseEvidence(desk.window, wanted.kind);
    case 'take-dropped': return behind.choosing.takeDropped(desk.window, wanted.paths);
    case 'choose-assessment': return behind.choosing.chooseAssessment(desk.window);
    case 'deliver': return behind.deliver(desk.window, wanted.download);
    case 'open-window': behind.openWindow(); return null;
  }
}

async function call({ call, greet }: Behind, desk: Desk, { method, input }: Extract<Asked, { ask: 'call' }>): Promise<unknown> {
  const reply = await call(desk, method, input);
  // Behind the reply, so that the page knows its start when it is told what it was opened for.
  if (method === 'start') setImmediate(greet, desk);
  return reply;
}

/** Looking at a frame that is already gone throws. */
function isOwnPage(event: Sender): boolean {
  try {
    const frame = event.senderFrame;
    return frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`);
  } catch {
    return false;
  }
}
