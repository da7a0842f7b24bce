import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Handles } from '../handlers/handles.ts';
import type { SharedApi } from '../shell/shared-assessments.ts';
import { answerDownload, answerEmpty, answerJson, beginStream, refuse } from './answers.ts';
import { readJson } from './body.ts';
import type { EventStreams } from './event-streams.ts';
import type { Keys } from './launch-code.ts';
import type { Limits } from './limits.ts';
import type { RouteName } from './routes.ts';
import type { Uploads } from './uploads.ts';

/** A window that was opened, or whose address is to be opened by hand with its code; `full` where there are as many as there may be. */
export type Opened = { readonly full: boolean; readonly shown: boolean; readonly code: string };

/** What the endpoints act on. */
export type Shell = {
  readonly api: SharedApi; readonly handles: Handles; readonly keys: Keys; readonly uploads: Uploads; readonly streams: EventStreams; readonly limits: Limits;
  readonly openWindow: (file: string | null) => Opened;
  /** What another start of the program leaves for this one; undefined for a wrong proof. */
  readonly takeOver: (ticket: string, proof: string) => { readonly file: string | null } | undefined;
};

/** A request that has passed the gate. */
export type Asked = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly shell: Shell; readonly handle: string; readonly query: URLSearchParams; readonly token: string };

const exchangeBody = z.strictObject({ code: z.string().max(256) });
const handOverBody = z.strictObject({ ticket: z.string().max(64), proof: z.string().max(64) });
const callBody = z.strictObject({ method: z.string().max(64), input: z.unknown() });
const tooMany = 429;

/** One function per row of the table of routes. */
export const endpoints: { readonly [Name in RouteName]: (asked: Asked) => void | Promise<void> } = {
  exchange: async (asked) => {
    const given = await bodyOf(asked, exchangeBody);
    if (given === undefined) return;
    const { shell, response } = asked;
    const admission = shell.keys.exchange(given.code);
    if (admission === undefined) { await refuseLater(asked); return; }
    answerJson(response, { token: admission.token, open: admission.file === null ? null : shell.handles.issue({ kind: 'path', path: admission.file }) });
  },
  handOver: async (asked) => {
    const given = await bodyOf(asked, handOverBody);
    if (given === undefined) return;
    const left = asked.shell.takeOver(given.ticket, given.proof);
    if (left === undefined) await refuseLater(asked);
    else answerOpened(asked, asked.shell.openWindow(left.file));
  },
  call: async (asked) => {
    const given = await bodyOf(asked, callBody);
    if (given !== undefined) answerJson(asked.response, await asked.shell.api.answer(asked.token, given.method, given.input));
  },
  events: ({ response, shell, token }) => {
    if (shell.streams.count() >= shell.limits.streams) { refuse(response, tooMany); return; }
    response.once('close', shell.keys.hold(token));
    beginStream(response);
    shell.streams.open(response);
  },
  openWindow: (asked) => { answerOpened(asked, asked.shell.openWindow(null)); },
  startUpload: ({ response, shell }) => {
    const handle = shell.uploads.start();
    if (handle === undefined) refuse(response, tooMany);
    else answerJson(response, { handle });
  },
  uploadFile: async ({ request, response, shell, handle, query }) => {
    const status = await shell.uploads.receive(handle, query.get('path') ?? '', query.get('modified'), request);
    (status === 204 ? answerEmpty : refuse)(response, status);
  },
  finishUpload: ({ response, shell, handle }) => {
    const source = shell.uploads.finish(handle);
    if (source === undefined) refuse(response, 404);
    else answerJson(response, { source });
  },
  download: ({ request, response, shell, handle }) => answerDownload(request, response, shell.handles, handle),
};

/** The body where it is what it should be; otherwise the request has been refused. A stranger's is small and comes soon. */
async function bodyOf<Value>({ request, response, shell: { limits }, token }: Asked, schema: z.ZodType<Value>): Promise<Value | undefined> {
  const bounds = token === '' ? { bytes: limits.strangerBodyBytes, ms: limits.strangerBodyMs } : { bytes: limits.callBytes, ms: limits.requestMs };
  const body = await readJson(request, bounds);
  const given = body.ok ? schema.safeParse(body.value).data : undefined;
  if (given === undefined) refuse(response, body.ok ? 400 : body.status);
  return given;
}

async function refuseLater({ shell, response }: Asked): Promise<void> {
  await pause(shell.keys.wrongTry());
  refuse(response, 403);
}

function answerOpened({ response }: Asked, { full, shown, code }: Opened): void {
  if (full) refuse(response, tooMany);
  else answerJson(response, { code: shown ? null : code });
}
