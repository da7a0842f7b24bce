import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../electron/browser/limits.ts';
import { routes, type RouteName } from '../../electron/browser/routes.ts';
import { runShell, type RunningShell } from '../builders/browser-shell.ts';
import { statusAtOnce } from '../builders/raw-http.ts';

/** What each route answers to a request that reached it, here always one that is allowed but makes no sense. A route without a row does not compile. */
const reached: Readonly<Record<RouteName, number>> = { exchange: 400, handOver: 400, call: 400, events: 200, openWindow: 200, startUpload: 200, uploadFile: 404, finishUpload: 404, download: 404 };

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'upgrade'] as const;
const kinds = ['no', 'bad', 'basic', 'cookie', 'query', 'twice', 'expired', 'other instance', 'launch code', 'good'] as const;
type Kind = (typeof kinds)[number];

describe('who may reach what', () => {
  let shell: RunningShell;
  let keys: Readonly<Record<Kind, { readonly headers: readonly string[]; readonly query: string }>>;
  beforeEach(async () => {
    shell = await runShell({ limits: { ...limits, tokens: 1, freeTries: 1_000_000, windows: 1_000, streams: 1_000, uploads: 1_000 } });
    const other = await runShell();
    const token = async (of: RunningShell, code = of.launchCode) => (await of.login(code))['authorization']?.slice('Bearer '.length) ?? '';
    const expired = await token(shell);
    const good = await token(shell, shell.openWindow(null).code);
    const strange = await token(other);
    const bearer = (key: string) => ({ headers: [`Authorization: Bearer ${key}`], query: '' });
    keys = {
      'no': { headers: [], query: '' }, 'bad': bearer('x'.repeat(43)), 'basic': { headers: [`Authorization: Basic ${good}`], query: '' }, 'cookie': { headers: [`Cookie: token=${good}; maturity.token=${good}; authorization=Bearer ${good}`], query: '' },
      'query': { headers: [], query: `?token=${good}&access_token=${good}` }, 'twice': { headers: [...bearer(good).headers, ...bearer(good).headers], query: '' },
      'expired': bearer(expired), 'other instance': bearer(strange), 'launch code': bearer(shell.openWindow(null).code), 'good': bearer(good),
    };
  });

  // None of these requests makes sense: whatever was let through, nothing may have reached the API.
  afterEach(() => { expect(shell.asked).toEqual([]); });

  const ask = (kind: Kind, method: (typeof methods)[number], path: string, body: 'json' | 'bytes' | 'none' = 'none'): Promise<number> => {
    const { headers, query } = keys[kind];
    const how = method === 'upgrade' ? ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: eA==', 'Sec-WebSocket-Version: 13'] : [];
    const with_ = body === 'none' ? [] : ['Content-Type: application/json', 'Content-Length: 2'];
    return statusAtOnce(shell.port, [`${method === 'upgrade' ? 'GET' : method} ${path}${query} HTTP/1.1`, `Host: 127.0.0.1:${shell.port}`, ...headers, ...how, ...with_], body === 'none' ? '' : '{}');
  };
  const all = async (path: string, body?: 'json' | 'bytes' | 'none') => Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await Promise.all(methods.map((method) => ask(kind, method, path, body)))] as const)));
  const expected = (said: (kind: Kind, method: string) => number) => Object.fromEntries(kinds.map((kind) => [kind, methods.map((method) => (method === 'upgrade' ? 0 : said(kind, method)))]));

  test('every route has its row', () => {
    expect(Object.keys(reached).sort()).toEqual(routes.map(({ name }) => name).sort());
    expect(new Set(routes.map(({ method, example }) => `${method} ${example}`)).size).toBe(routes.length);
  });

  test.each(routes.map((route) => [`${route.method} ${route.example}`, route] as const))('%s', async (_address, route) => {
    expect(await all(route.example, route.body)).toEqual(expected((kind, method) => {
      const here = routes.find((other) => other.method === method && other.path.test(route.example));
      if (here === undefined) return kind === 'good' ? 405 : 403;
      return kind === 'good' || here.access !== 'bearer' ? reached[here.name] : 401;
    }));
  });

  test.each(['/', '/index.html', '/assets/app.js'])('the page %s is read by everybody and written by nobody', async (path) => {
    expect(await all(path)).toEqual(expected((kind, method) => (method === 'GET' || method === 'HEAD' ? 200 : kind === 'good' ? 405 : 403)));
  });

  test.each(['/nowhere', '/api', '/api/', '/api/call/', '/API/call', '/api/windows/1', '/api/uploads/x/y', '/assets/', '/assets/app.js.map', '/favicon.ico'])('%s is not there: 403 before login, 404 after', async (path) => {
    expect(await all(path)).toEqual(expected((kind) => (kind === 'good' ? 404 : 403)));
  });

});
