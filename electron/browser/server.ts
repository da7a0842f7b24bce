import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Handles } from '../handlers/handles.ts';
import type { Answering } from '../shell/answering.ts';
import type { RendererFile } from '../shell/renderer-files.ts';
import { shareAssessments } from '../shell/shared-assessments.ts';
import type { Log } from '../user/log.ts';
import { answerPage, refuse } from './answers.ts';
import { endpoints, type Opened, type Shell } from './endpoints.ts';
import { createEventStreams } from './event-streams.ts';
import { passGate, type Gatekeeper, type Passage } from './gate.ts';
import { createServer } from './http.ts';
import { makeKeys } from './launch-code.ts';
import { createLifetime, waits, type Lifetime, type Waits } from './lifetime.ts';
import { limits as usual, type Limits } from './limits.ts';
import { createUploads } from './uploads.ts';

export type ServerParts = {
  readonly api: Answering; readonly handles: Handles; readonly log: Log;
  readonly pages: ReadonlyMap<string, RendererFile>;
  readonly runFolder: string;
  /** Called once when the last window has closed for good; the owner then closes. */
  readonly idle: () => void;
  /** Shows a window at an address and gives what is to be called once it has come; undefined where it has to be opened by hand. */
  readonly showWindow: (address: string) => (() => void) | undefined;
  readonly takeOver: Shell['takeOver'];
  readonly port?: number; readonly waits?: Waits; readonly limits?: Limits;
};

export type BrowserShell = {
  readonly port: number;
  /** Opens one more window, on an assessment or the home screen. */
  readonly openWindow: (file: string | null) => Opened;
  readonly close: () => Promise<void>;
};

type House = { readonly shell: Shell; readonly keeper: Gatekeeper; readonly pages: ServerParts['pages']; readonly lifetime: Lifetime; readonly log: Log };

/**
 * The API on 127.0.0.1, for machines where Electron cannot be installed. One door (gate.ts) in front of everything;
 * behind it the pages and the endpoints of the table.
 */
export async function startBrowserShell(parts: ServerParts): Promise<BrowserShell> {
  const limits = parts.limits ?? usual;
  const keys = makeKeys(limits);
  const lifetime = createLifetime(parts.idle, parts.waits ?? waits);
  const streams = createEventStreams(limits, lifetime.windows);
  const server = createServer({ requireHostHeader: false, maxHeaderSize: limits.headerBytes, headersTimeout: limits.headersMs, requestTimeout: limits.requestMs, keepAliveTimeout: limits.keepAliveMs, connectionsCheckingInterval: 1_000 });
  server.maxConnections = limits.connections;
  // Node would silently drop what is more; the gate counts instead, so that no header goes unseen.
  server.maxHeadersCount = 0;
  const port = await listen(server, parts.port ?? 0);

  const openWindow = (file: string | null): Opened => {
    if (streams.count() >= limits.windows) return { full: true, shown: false, code: '' };
    const window: { arrived: (() => void) | undefined } = { arrived: undefined };
    const code = keys.newCode({ file, used: () => window.arrived?.() });
    window.arrived = parts.showWindow(launchAddress(port, code));
    lifetime.expect();
    return { full: false, shown: window.arrived !== undefined, code };
  };
  const shell: Shell = {
    keys, streams, limits, openWindow, handles: parts.handles, takeOver: parts.takeOver, api: shareAssessments(parts.api, keys.isHeld), uploads: createUploads(parts.runFolder, parts.handles, limits),
  };
  answerRequests(server, { shell, lifetime, pages: parts.pages, log: parts.log, keeper: { port, limits, isPage: (path) => parts.pages.has(path), isToken: keys.isToken } });
  const deaf = parts.api.listen(streams.tell);

  return {
    port, openWindow,
    close: async () => {
      deaf();
      lifetime.end();
      streams.closeAll();
      await new Promise<void>((closed) => { server.close(() => { closed(); }); server.closeAllConnections(); });
    },
  };
}

/** The address of a window with its one-time code, in the fragment, which no browser sends to a server. */
export function launchAddress(port: number, code: string): string {
  return `http://127.0.0.1:${port}/#launch=${code}`;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => { listening((server.address() as AddressInfo).port); });
  });
}

/** Every kind of request goes through the same gate; what asks to leave HTTP is cut. */
function answerRequests(server: Server, house: House): void {
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const passage = passGate({ method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders }, house.keeper);
    if (passage.to !== 'refusal') house.lifetime.used();
    response.on('error', () => undefined);
    dispatch(request, response, passage, house).catch((error: unknown) => {
      const gone = request.destroyed && !request.complete;
      if (!gone) house.log.bug('browser', error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  };
  server.on('request', handle);
  server.on('checkContinue', handle);
  // Nobody of ours expects anything; cut without an answer, because nothing of it has been checked.
  server.on('checkExpectation', (request) => { request.destroy(); });
  server.on('upgrade', (_request, socket) => { socket.destroy(); });
  server.on('connect', (_request, socket) => { socket.destroy(); });
  server.on('clientError', (_error, socket) => { socket.destroy(); });
}

async function dispatch(request: IncomingMessage, response: ServerResponse, passage: Passage, { shell, pages }: House): Promise<void> {
  if (passage.to === 'refusal') {
    if (passage.wrongToken) await pause(shell.keys.wrongTry());
    refuse(response, passage.status);
  } else if (passage.to === 'page') {
    const file = pages.get(passage.path);
    await (file === undefined ? Promise.resolve(refuse(response, 404)) : answerPage(response, file, passage.withBody));
  } else {
    await endpoints[passage.route.name]({ request, response, shell, handle: passage.handle, query: passage.query, token: passage.token });
  }
}
