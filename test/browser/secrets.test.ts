import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type * as crypto from 'node:crypto';
import { makeKeys } from '../../electron/browser/launch-code.ts';
import { routes } from '../../electron/browser/routes.ts';
import { runShell } from '../builders/browser-shell.ts';
import { rawRequest, statusOf } from '../builders/raw-http.ts';

const compared = vi.hoisted(() => ({ count: 0 }));
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof crypto>();
  return { ...real, timingSafeEqual: (left: Buffer, right: Buffer) => { compared.count += 1; return real.timingSafeEqual(left, right); } };
});

describe('keys', () => {
  test('are in no answer but the one that gives them, and in no log, whatever fails', async () => {
    const shell = await runShell({ api: { answer: () => Promise.reject(new Error('a bug')), listen: () => () => undefined } });
    const { authorization = '' } = await shell.login();
    const token = authorization.slice('Bearer '.length);
    const code = shell.openWindow(null).code;
    const host = `Host: 127.0.0.1:${shell.port}`;
    const json = ['Content-Type: application/json'];
    const right = JSON.stringify({ method: 'start', input: { token, code } });
    const body = JSON.stringify({ code, token, method: 'start', input: { token } });

    const answers = await Promise.all([
      ...routes.filter(({ name }) => name !== 'events' && name !== 'openWindow').map(({ method, example }) => rawRequest(shell.port, [`${method} ${example}?token=${token}&code=${code} HTTP/1.1`, host, `Authorization: ${authorization}`, `Cookie: ${token}`, ...json, `Content-Length: ${method === 'GET' ? 0 : body.length}`, 'Connection: close'], method === 'GET' ? '' : body)),
      rawRequest(shell.port, [`GET /?token=${token} HTTP/1.1`, host, 'Connection: close']), rawRequest(shell.port, [`GET /${token} HTTP/1.1`, host, `Authorization: ${authorization}`, 'Connection: close']),
      rawRequest(shell.port, ['POST /api/call HTTP/1.1', host, `Authorization: ${authorization}`, ...json, `Content-Length: ${right.length}`, 'Connection: close'], right),
    ]);
    const files = readdirSync(shell.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

    expect(answers.map(statusOf)).toContain(500);
    expect([answers.filter((answer) => answer.includes(token) || answer.includes(code)), files.some((text) => text.includes('a bug')), files.filter((text) => text.includes(token) || text.includes(code))]).toEqual([[], true, []]);
    expect(answers.filter((answer) => /set-cookie/i.test(answer))).toEqual([]);
  });

  test('are compared in constant time, with every one there is', () => {
    const keys = makeKeys();
    const opening = { file: null, used: () => undefined };
    const tokens = Array.from({ length: 3 }, () => keys.exchange(keys.newCode(opening))?.token ?? '');
    const looks = [tokens[0], tokens[2], 'short', 'x'.repeat(43)].map((key) => {
      compared.count = 0;
      keys.isToken(key ?? '');
      return compared.count;
    });

    expect(looks).toEqual([3, 3, 3, 3]);
  });

  test('that are wrong are answered later and later; the right one is not', async () => {
    const shell = await runShell();
    const login = await shell.login();
    const wrong = () => fetch(shell.url('/api/call'), { method: 'POST', headers: { ...login, authorization: 'Bearer wrong' }, body: '{}' });
    const order: string[] = [];

    await Promise.all(Array.from({ length: 20 }, () => wrong().then(({ status }) => order.push(String(status)))).concat(
      fetch(shell.url('/api/call'), { method: 'POST', headers: login, body: '{"method":"start","input":{}}' }).then(({ status }) => order.push(`good ${status}`)),
    ));

    expect([order.length, order.indexOf('good 200') < 10, new Set(order)]).toEqual([21, true, new Set(['401', 'good 200'])]);
  });
});

describe('no redirect and no path', () => {
  const tricks = [
    '/?next=//evil.test', '/?next=http://evil.test', '/?url=/\\evil.test', '/%2f%2fevil.test', '/%5cevil.test', '/.//evil.test', '/api/../..', '/..%2f..%2fetc%2fpasswd', '/..%5c..%5cwindows', '/%2e%2e/%2e%2e/etc/passwd', '/assets/../../../etc/passwd',
    '/assets/..%2f..%2fpackage.json', '/assets/%00', '/index.html%00.js', '/assets/app.js%20', '/assets//app.js', '/Assets/app.js', '/index.html/', '/.', '/..', '/C:/Windows/win.ini', '/%5c%5cattacker.test%5cshare', '/file:///etc/passwd', `/${'a'.repeat(8_000)}`, `/${'../'.repeat(2_000)}`,
    '/CON', '/assets/app.js::$DATA', '/~', '/package.json', '/.git/config',
  ];

  test('whatever the address, nothing leads elsewhere, and no file is read but the page that was asked for', async () => {
    let reads = 0;
    const shell = await runShell({ pages: new Map([['/', { type: 'text/html', read: () => { reads += 1; return Promise.resolve(Buffer.from('page')); } }]]) });
    const { authorization = '' } = await shell.login();
    const ask = (path: string, key: boolean) => rawRequest(shell.port, [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${shell.port}`, ...(key ? [`Authorization: ${authorization}`] : []), 'Connection: close']);

    const answers = await Promise.all(tricks.flatMap((path) => [ask(path, false), ask(path, true)]));

    const page = (path: string) => path.startsWith('/?');
    expect(answers.map(statusOf)).toEqual(tricks.flatMap((path) => (page(path) ? [/\\/.test(path) ? 400 : 200, /\\/.test(path) ? 400 : 200] : [403, 404])));
    expect([answers.filter((answer) => /^location:/im.test(answer)), reads]).toEqual([[], answers.filter((answer) => statusOf(answer) === 200).length]);
  });
});
