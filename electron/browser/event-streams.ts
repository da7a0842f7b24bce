import type { ServerResponse } from 'node:http';
import type { Told } from '../contract.ts';
import type { Limits } from './limits.ts';

export type EventStreams = {
  readonly open: (response: ServerResponse) => void;
  readonly tell: (told: Told) => void;
  readonly count: () => number;
  readonly closeAll: () => void;
};

/**
 * The open windows: each holds one answer of newline-delimited JSON. `changed` is told whenever one opens or closes. A
 * stream that does not take what it is given is closed: a reader that stands still must not fill our memory.
 */
export function createEventStreams({ waitingBytes }: Limits, changed: (open: number) => void): EventStreams {
  const open = new Set<ServerResponse>();
  return {
    open: (response) => {
      open.add(response);
      response.once('close', () => { open.delete(response); changed(open.size); });
      response.flushHeaders();
      changed(open.size);
    },
    tell: (told) => {
      const line = `${JSON.stringify(told)}\n`;
      for (const response of open) {
        if (response.writableLength > waitingBytes) response.destroy();
        else response.write(line);
      }
    },
    count: () => open.size,
    closeAll: () => { for (const response of open) response.end(); },
  };
}
