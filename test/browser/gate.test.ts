import { describe, expect, test } from 'vitest';
import { passGate, type Gatekeeper } from '../../electron/browser/gate.ts';
import { limits } from '../../electron/browser/limits.ts';
import { routes } from '../../electron/browser/routes.ts';

const keeper: Gatekeeper = { port: 4711, isPage: (path) => path === '/' || path === '/assets/app.js', isToken: (token) => token === 'good', limits };
const own = 'Host: 127.0.0.1:4711';
const json = 'Content-Type: application/json';

/** What the gate says to a request written as its first line and headers. */
function pass(first: string, ...headers: readonly string[]): string {
  const [method = '', target = ''] = first.split(' ');
  const rawHeaders = headers.flatMap((header) => [header.slice(0, header.indexOf(':')), header.slice(header.indexOf(':') + 1).trim()]);
  const passage = passGate({ method, target, rawHeaders }, keeper);
  if (passage.to === 'refusal') return String(passage.status);
  return passage.to === 'page' ? `page ${passage.path}${passage.withBody ? '' : ' (head)'}` : `${passage.route.name} ${passage.handle}`.trim();
}

describe('the Host header', () => {
  const foreign = ['localhost:4711', '[::1]:4711', '127.0.0.1', '127.0.0.1:4712', '127.1:4711', '0.0.0.0:4711', '127.0.0.1.:4711', '127.0.0.1.nip.io:4711', 'attacker.test:4711', '127.0.0.1:4711, attacker.test', '127.0.0.1:04711', '', ' ', 'LOCALHOST:4711', '2130706433:4711'];

  test.each(foreign)('"%s" reaches nothing, whatever the address and token', (host) => {
    const answers = ['GET /', 'GET /assets/app.js', 'GET /unknown', ...routes.map(({ method, example }) => `${method} ${example}`)]
      .map((first) => pass(first, `Host: ${host}`, json, 'Authorization: Bearer good'));

    expect(new Set(answers)).toEqual(new Set(['421']));
  });

  test('is wanted exactly once, and no other header stands in for it', () => {
    expect([pass('GET /'), pass('GET /', own, own), pass('GET /', own, 'Host: attacker.test'), pass('GET /', 'X-Forwarded-Host: 127.0.0.1:4711'), pass('GET /', 'X-Forwarded-Host: attacker.test', own)])
      .toEqual(['421', '421', '421', '421', 'page /']);
  });
});

test('only a path of our own is a target: no absolute form, authority, backslash, control or foreign character', () => {
  const targets = ['http://127.0.0.1:4711/', 'https://attacker.test/', '//attacker.test/', '/\\attacker.test', '*', '127.0.0.1:4711', '/a\\b', '/a b', '/a\u0000', '/ä', ''];

  const passages = targets.map((target) => passGate({ method: 'GET', target, rawHeaders: ['Host', '127.0.0.1:4711', 'Authorization', 'Bearer good'] }, keeper));
  expect(passages).toEqual(targets.map(() => ({ to: 'refusal', status: 400, wrongToken: false })));
});

describe('who may reach what', () => {
  const tokens = { none: [], bad: ['Authorization: Bearer bad'], basic: ['Authorization: Basic good'], twice: ['Authorization: Bearer good', 'Authorization: Bearer good'], good: ['Authorization: Bearer good'] } as const;
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'];

  test.each(routes.map((route) => [route.name, route] as const))('%s: its own method with the right key, nothing else', (_name, route) => {
    const answers = Object.fromEntries(Object.entries(tokens).map(([token, headers]) => [token, methods.map((method) => pass(`${method} ${route.example}`, own, json, ...headers))]));

    const strangers = methods.map((method) => {
      if (!routes.some((other) => other.method === method && other.path.test(route.example))) return '403';
      return route.access === 'bearer' ? '401' : route.name;
    });
    const reached = methods.map((method) => {
      const found = routes.find((other) => other.method === method && other.path.test(route.example));
      return found === undefined ? '405' : `${found.name}${/\/x/.test(route.example) ? ' x' : ''}`;
    });
    expect(answers).toEqual({ none: strangers, bad: strangers, basic: strangers, twice: strangers, good: reached });
  });

  test('an unknown address is 403 before login and 404 after, so that nothing can be learnt from outside', () => {
    const unknown = ['/api', '/api/', '/api/calls', '/api/call/', '/API/call', '/api/uploads/x/y', '/api/uploads/../call', '/..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/app.js.map', '/assets/', '/index.htm', '/x?next=//evil.test'];

    expect(unknown.map((path) => [pass(`GET ${path}`, own), pass(`GET ${path}`, own, 'Authorization: Bearer good')])).toEqual(unknown.map(() => ['403', '404']));
  });

  test('pages are public to read and to nothing else', () => {
    expect(methods.map((method) => pass(`${method} /assets/app.js`, own))).toEqual(['page /assets/app.js', 'page /assets/app.js (head)', '403', '403', '403', '403', '403', '403']);
    expect(pass('POST /', own, 'Authorization: Bearer good')).toBe('405');
  });

  test('a body is JSON by its own word', () => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json; charset=gbk', 'application/jsonp', ''];

    expect(types.map((type) => pass('POST /api/call', own, `Content-Type: ${type}`, 'Authorization: Bearer good'))).toEqual(types.map(() => '415'));
    expect(pass('POST /api/call', own, 'Authorization: Bearer good')).toBe('415');
    expect(pass('POST /api/call', own, json, json, 'Authorization: Bearer good')).toBe('415');
    expect(pass('POST /api/call', own, 'content-type: application/json;charset=UTF-8', 'Authorization: Bearer good')).toBe('call');
  });
});

describe('other origins', () => {
  test.each(['http://evil.test', 'null', 'http://localhost:4711', 'https://127.0.0.1:4711', 'http://127.0.0.1:4712', ''])('Origin "%s" reaches nothing, not even with the token', (origin) => {
    const answers = ['GET /', ...routes.map(({ method, example }) => `${method} ${example}`)].map((first) => pass(first, own, json, `Origin: ${origin}`, 'Authorization: Bearer good'));

    expect(new Set(answers)).toEqual(new Set(['403']));
  });

  test.each(['cross-site', 'same-site', ''])('Sec-Fetch-Site "%s" reaches nothing but the public page, and that only as a navigation', (site) => {
    const from = `Sec-Fetch-Site: ${site}`;

    expect(routes.map(({ method, example }) => pass(`${method} ${example}`, own, json, from, 'Authorization: Bearer good'))).toEqual(routes.map(() => '403'));
    expect(pass('GET /assets/app.js', own, from, 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script')).toBe('403');
    expect(pass('GET /', own, from, 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe')).toBe('403');
    expect(pass('GET /', own, from, 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document')).toBe('page /');
  });

  test('our own page passes', () => {
    expect(pass('POST /api/call', own, json, 'Origin: http://127.0.0.1:4711', 'Sec-Fetch-Site: same-origin', 'Authorization: Bearer good')).toBe('call');
    expect(pass('GET /', own, 'Sec-Fetch-Site: none')).toBe('page /');
  });
});
