import type { Limits } from './limits.ts';
import { routes, type Route } from './routes.ts';

/** What is known of a request before its body is read. `rawHeaders` as Node gives them: name, value, name, value, … */
export type Head = { readonly method: string; readonly target: string; readonly rawHeaders: readonly string[] };

/** What the gate asks of its surroundings. */
export type Gatekeeper = {
  readonly port: number;
  readonly isPage: (path: string) => boolean;
  readonly isToken: (token: string) => boolean;
  readonly limits: Limits;
};

export type Passage =
  | { readonly to: 'page'; readonly path: string; readonly withBody: boolean }
  | { readonly to: 'route'; readonly route: Route; readonly handle: string; readonly query: URLSearchParams; readonly token: string }
  | { readonly to: 'refusal'; readonly status: Refusal; readonly wrongToken: boolean };
type Refusal = 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421 | 431;

/**
 * Decides what a request may reach, in this order: exactly one Host header with our own address (a rebound page cannot
 * forge it), not too many headers, an origin-form target, same origin where the browser says where it comes from, then
 * the table, then the token, then the announced body. An unknown address answers 403 before login and 404 after, so that
 * nothing can be learnt from outside.
 */
export function passGate(head: Head, keeper: Gatekeeper): Passage {
  const fault = faultOfHead(head, keeper);
  if (fault !== null) return refuse(fault);

  const [path = '', query = ''] = splitOnce(head.target, '?');
  const page = keeper.isPage(path) && (head.method === 'GET' || head.method === 'HEAD');
  if (!fromOurselves(head, keeper.port, page)) return refuse(403);
  if (!page) return passRoute(head, path, new URLSearchParams(query), keeper);
  return hasBody(head) ? refuse(400) : { to: 'page', path, withBody: head.method === 'GET' };
}

function faultOfHead(head: Head, { port, limits }: Gatekeeper): 400 | 421 | 431 | null {
  const hosts = headerValues(head, 'host');
  if (hosts.length !== 1 || hosts[0] !== `127.0.0.1:${port}`) return 421;
  if (head.rawHeaders.length > 2 * limits.headers) return 431;
  return isOriginForm(head.target) ? null : 400;
}

function passRoute(head: Head, path: string, query: URLSearchParams, keeper: Gatekeeper): Passage {
  const here = routes.filter((route) => route.path.test(path));
  const route = here.find(({ method }) => method === head.method);
  const token = bearer(head);
  const known = token !== undefined && keeper.isToken(token);
  const wrongToken = token !== undefined && !known;

  if (route === undefined) return refuse(known ? statusOfUnknown(here.length > 0 || keeper.isPage(path)) : 403, wrongToken);
  if (route.access === 'bearer' && !known) return refuse(401, wrongToken);
  const fault = faultOfRequest(route, head, keeper.limits);
  return fault === null ? { to: 'route', route, handle: handleIn(route, path), query, token: known ? token : '' } : refuse(fault);
}

function statusOfUnknown(otherMethod: boolean): 404 | 405 {
  return otherMethod ? 405 : 404;
}

/** A program is handed over to by a program: what a page sends always says where it comes from. */
function mayTry(route: Route, head: Head): boolean {
  return route.access !== 'hand-over' || ['origin', 'sec-fetch-site', 'sec-fetch-mode'].every((name) => headerValues(head, name).length === 0);
}

/** What is wrong with a request for a route as announced, before a byte of its body is read; null where it may be read. */
function faultOfRequest(route: Route, head: Head, limits: Limits): 400 | 403 | 413 | 415 | null {
  if (!mayTry(route, head)) return 403;
  if (route.atMost === null) return hasBody(head) ? 400 : null;
  if (route.body === 'json' && !isJson(head)) return 415;
  return Number(headerValues(head, 'content-length')[0] ?? 0) > limits[route.atMost] ? 413 : null;
}

function hasBody(head: Head): boolean {
  return headerValues(head, 'transfer-encoding').length > 0 || headerValues(head, 'content-length').some((length) => length !== '0');
}

function handleIn(route: Route, path: string): string {
  return route.path.exec(path)?.groups?.['handle'] ?? '';
}

/**
 * True where the browser does not say otherwise. A top-level navigation to a page may come from elsewhere (the launch
 * file is not of our origin): the page is public and holds nothing.
 */
function fromOurselves(head: Head, port: number, page: boolean): boolean {
  const origins = headerValues(head, 'origin');
  if (origins.some((origin) => origin !== `http://127.0.0.1:${port}`)) return false;
  const sites = headerValues(head, 'sec-fetch-site');
  const navigation = page && headerValues(head, 'sec-fetch-mode').every((mode) => mode === 'navigate') && headerValues(head, 'sec-fetch-dest').every((destination) => destination === 'document');
  return sites.every((site) => site === 'same-origin' || site === 'none' || (navigation && head.method === 'GET'));
}

function bearer(head: Head): string | undefined {
  const [value, ...more] = headerValues(head, 'authorization');
  return more.length > 0 ? undefined : /^Bearer ([\w-]{1,256})$/.exec(value ?? '')?.[1];
}

function isJson(head: Head): boolean {
  const [type, ...more] = headerValues(head, 'content-type');
  return more.length === 0 && /^application\/json(; ?charset=utf-8)?$/i.test(type ?? '');
}

/** A path of our own, without tricks: no absolute form, no authority, no backslash, no control or non-ASCII character. */
function isOriginForm(target: string): boolean {
  return /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(target);
}

function headerValues(head: Head, name: string): readonly string[] {
  return head.rawHeaders.filter((_value, index) => index % 2 === 1 && head.rawHeaders[index - 1]?.toLowerCase() === name);
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function refuse(status: Refusal, wrongToken = false): Passage {
  return { to: 'refusal', status, wrongToken };
}
