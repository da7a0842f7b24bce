import { describe, expect, test } from 'vitest';
import { routes } from '../../electron/browser/routes.ts';
import { runShell } from '../builders/browser-shell.ts';
import { rawRequest, statusAtOnce, statusOf } from '../builders/raw-http.ts';
import { foreignHosts } from './foreign-hosts.ts';

const failing = { api: { answer: () => Promise.reject(new Error('a bug')), listen: () => () => undefined } };
const pages = ['GET /', 'HEAD /', 'GET /index.html', 'GET /assets/app.js', 'GET /nowhere', 'GET /api/nowhere'];

describe('a Host that is not exactly ours is refused before anything else is looked at', () => {
  const firsts = [...pages, ...routes.map(({ method, example }) => `${method} ${example}`)];

  test.each(firsts)('%s', async (first) => {
    const shell = await runShell(failing);
    const { authorization = '' } = await shell.login();
    const hosts = foreignHosts(shell.port);

    const answers = await Promise.all(hosts.map((host) => rawRequest(shell.port, [`${first} HTTP/1.1`, ...host, `Authorization: ${authorization}`, 'Content-Type: application/json', 'Content-Length: 2', 'Connection: close'], '{}')));

    // Node itself cuts what is no header at all, without an answer.
    expect(hosts.map((host, index) => [host, [421, 0].includes(statusOf(answers[index] ?? '')), (answers[index] ?? '').split('\r\n\r\n')[1] ?? ''])).toEqual(hosts.map((host) => [host, true, '']));
    expect(answers.filter((answer) => statusOf(answer) === 421).length).toBeGreaterThan(hosts.length - 3);
  });

  test('also where an answer would be a failure, an upgrade, a tunnel, an expectation or a target with a host of its own', async () => {
    const shell = await runShell(failing);
    const { authorization = '' } = await shell.login();
    const call = ['Content-Type: application/json', `Authorization: ${authorization}`, 'Content-Length: 28'];
    const ours = `Host: 127.0.0.1:${shell.port}`;
    const foreign = `Host: attacker.test:${shell.port}`;
    const ask = (first: string, headers: readonly string[], body = '') => statusAtOnce(shell.port, [`${first} HTTP/1.1`, ...headers], body);
    const body = '{"method":"start","input":1}';
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: eA==', 'Sec-WebSocket-Version: 13'];

    expect({
      failure: [await ask('POST /api/call', [ours, ...call], body), await ask('POST /api/call', [foreign, ...call], body)],
      upgrade: [await ask('GET /api/events', [foreign, ...upgrade]), await ask('GET /api/events', [ours, ...upgrade])],
      tunnel: await ask('CONNECT attacker.test:443', [foreign]),
      waits: await ask('POST /api/call', [foreign, ...call, 'Expect: 100-continue']),
      expects: await ask('POST /api/call', [foreign, ...call, 'Expect: everything']),
      absolute: [await ask(`GET http://127.0.0.1:${shell.port}/`, [foreign]), await ask(`GET http://attacker.test:${shell.port}/`, [ours])],
      old: await statusAtOnce(shell.port, ['GET / HTTP/1.0']),
    }).toEqual({ failure: [500, 421], upgrade: [0, 0], tunnel: 0, waits: 421, expects: 0, absolute: [421, 400], old: 421 });
  });
});
