import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Handles } from '../handlers/handles.ts';
import type { Log } from '../user/log.ts';
import type { Answering } from '../shell/answering.ts';
import type { RendererFile } from '../shell/renderer-files.ts';
import { answerDownload, answerEmpty, answerJson, answerPage, beginStream, refuse } from './answers.ts';
import { readJson } from './body.ts';
import { createEventStreams, type EventStreams } from './event-streams.ts';
import { passGate, type Gatekeeper, type Passage } from './gate.ts';
import { makeKeys, type Keys } from './launch-code.ts';
import { createLifetime, waits, type Lifetime, type Waits } from './lifetime.ts';
import type { RouteName } from './routes.ts';
import { createUploads, uploadLimits, type UploadLimits, type Uploads } from './uploads.ts';

const bodyLimits = { exchange: 4_096, call: 4_000_000 } as const;

export type ServerParts = {
  readonly api: Answering; readonly handles: Handles; readonly log: Log;
  readonly pages: ReadonlyMap<string, RendererFile>;
  readonly runFolder: string;
  /** Called once when the last window has closed for good; the owner then closes. */
  readonly idle: () => void;
  readonly port?: number; readonly waits?: Waits; readonly uploadLimits?: UploadLimits;
};

export type BrowserShell = { readonly port: number; readonly launchCode: string; readonly close: () => Promise<void> };

type Shell = ServerParts & { readonly keys: Keys; readonly uploads: Uploads; readonly streams: EventStreams; readonly lifetime: Lifetime };

/**
 * The API on 127.0.0.1, for machines where Electron cannot be installed. One door (gate.ts) in front of everything;
 * behind it the pages, one endpoint for calls, one stream of events, uploads and downloads.
 */
export async function startBrowserShell(parts: ServerParts): Promise<BrowserShell> {
  const keys = makeKeys();
  const lifetime = createLifetime(parts.idle, parts.waits ?? waits);
  const streams = createEventStreams(lifetime.windows);
  const shell: Shell = { ...parts, keys, streams, lifetime, uploads: createUploads(parts.runFolder, parts.handles, parts.uploadLimits ?? uploadLimits) };
  const deaf = parts.api.listen(streams.tell);

  const server = createServer({ requireHostHeader: false, maxHeaderSize: 16_384, headersTimeout: 5_000, requestTimeout: 600_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000 });
  server.maxConnections = 256;
  server.maxHeadersCount = 64;
  const port = await listen(server, parts.port ?? 0);
  const keeper: Gatekeeper = { port, isPage: (path) => parts.pages.has(path), isToken: keys.isToken };
  answerRequests(server, shell, keeper);

  return {
    port, launchCode: keys.launchCode,
    close: async () => {
      deaf();
      lifetime.end();
      streams.closeAll();
      await new Promise<void>((closed) => { server.close(() => { closed(); }); server.closeAllConnections(); });
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => { listening((server.address() as AddressInfo).port); });
  });
}

/** Every kind of request goes through the same gate; what asks to leave HTTP is cut. */
function answerRequests(server: Server, shell: Shell, keeper: Gatekeeper): void {
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const passage = passGate({ method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders }, keeper);
    if (passage.to !== 'refusal') shell.lifetime.used();
    response.on('error', () => undefined);
    dispatch(request, response, passage, shell).catch((error: unknown) => {
      const gone = request.destroyed && !request.complete;
      if (!gone) shell.log.bug('browser', error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  };
  server.on('request', handle);
  server.on('checkContinue', handle);
  server.on('checkExpectation', (_request, response) => { refuse(response, 417); });
  server.on('upgrade', (_request, socket) => { socket.destroy(); });
  server.on('connect', (_request, socket) => { socket.destroy(); });
  server.on('clientError', (_error, socket) => { socket.destroy(); });
}

async function dispatch(request: IncomingMessage, response: ServerResponse, passage: Passage, shell: Shell): Promise<void> {
  if (passage.to === 'refusal') {
    if (passage.wrongToken) await pause(shell.keys.wrongTry());
    refuse(response, passage.status);
  } else if (passage.to === 'page') {
    const file = shell.pages.get(passage.path);
    await (file === undefined ? Promise.resolve(refuse(response, 404)) : answerPage(response, file, passage.withBody));
  } else {
    await answers[passage.route.name]({ request, response, shell, handle: passage.handle, query: passage.query });
  }
}

type Asked = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly shell: Shell; readonly handle: string; readonly query: URLSearchParams };

const exchangeBody = z.strictObject({ code: z.string().max(256) });
const callBody = z.strictObject({ method: z.string().max(64), input: z.unknown() });

const answers: { readonly [Name in RouteName]: (asked: Asked) => void | Promise<void> } = {
  exchange: async ({ request, response, shell }) => {
    const body = await readJson(request, bodyLimits.exchange);
    if (!body.ok) { refuse(response, body.status); return; }
    const token = shell.keys.exchange(exchangeBody.safeParse(body.value).data?.code ?? '');
    if (token !== undefined) { answerJson(response, { token }); return; }
    await pause(shell.keys.wrongTry());
    refuse(response, 403);
  },
  call: async ({ request, response, shell }) => {
    const body = await readJson(request, bodyLimits.call);
    if (!body.ok) { refuse(response, body.status); return; }
    const asked = callBody.safeParse(body.value).data;
    if (asked === undefined) { refuse(response, 400); return; }
    answerJson(response, await shell.api.answer(asked.method, asked.input));
  },
  events: ({ response, shell }) => { beginStream(response); shell.streams.open(response); },
  startUpload: ({ response, shell }) => { answerJson(response, { handle: shell.uploads.start() }); },
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
