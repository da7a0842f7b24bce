import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { limits } from '../../electron/browser/limits.ts';
import { routes } from '../../electron/browser/routes.ts';
import { rawRequest, statusOf } from '../builders/raw-http.ts';
import { runShell, type RunningShell } from '../builders/browser-shell.ts';

const progress = { kind: 'progress', job: 'j', phase: 'storing', done: 1, total: 2, bytesDone: 3, bytesTotal: 4, current: '模型.yaml', bytesPerSecond: 5, secondsLeft: 1 } as const;

describe('the address', () => {
  test('is a random port of 127.0.0.1 and of no other address of this machine', async () => {
    const [one, other] = [await runShell(), await runShell()];

    const addresses = ['127.0.0.2', ...Object.values(networkInterfaces()).flat().flatMap((address) => (address === undefined || address.address === '127.0.0.1' ? [] : [address.address]))];
    const reached = await Promise.all(addresses.map((address) => new Promise((resolve) => {
      const socket = connect({ port: one.port, host: address.split('%')[0] ?? '', timeout: 2_000 }, () => { socket.destroy(); resolve(address); });
      socket.on('error', () => { resolve(null); });
      socket.on('timeout', () => { socket.destroy(); resolve(null); });
    })));

    expect(reached).toEqual(addresses.map(() => null));
    expect(one.port).not.toBe(other.port);
  });
});

describe('raw requests', () => {
  test('a wrong, missing or second Host is refused on every address, without a body', async () => {
    const { port } = await runShell();
    const hosts = [[], ['Host:'], ['Host: localhost:' + String(port)], [`Host: [::1]:${port}`], ['Host: 127.0.0.1'], [`Host: 127.0.0.1:${port}`, `Host: 127.0.0.1:${port}`], [`Host: attacker.test:${port}`], [`Host: attacker.test`, `X-Forwarded-Host: 127.0.0.1:${port}`]];
    const firsts = ['GET / HTTP/1.1', 'GET /nowhere HTTP/1.1', ...routes.map(({ method, example }) => `${method} ${example} HTTP/1.1`)];

    const answers = await Promise.all(firsts.flatMap((first) => hosts.map((host) => rawRequest(port, [first, ...host, 'Connection: close']))));

    expect(answers.map((answer) => [statusOf(answer), answer.split('\r\n\r\n')[1]])).toEqual(answers.map(() => [421, '']));
  });

  test('absolute-form targets, upgrades, tunnels and nonsense are refused or cut', async () => {
    const { port } = await runShell();
    const host = `Host: 127.0.0.1:${port}`;

    const answers = await Promise.all([
      rawRequest(port, [`GET http://127.0.0.1:${port}/ HTTP/1.1`, host]),
      rawRequest(port, ['GET / HTTP/1.1', host, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: x', 'Sec-WebSocket-Version: 13']),
      rawRequest(port, ['CONNECT attacker.test:443 HTTP/1.1', host]),
      rawRequest(port, ['BREW / HTTP/1.1', host]),
      rawRequest(port, ['GET / HTTP/1.1', host, 'Content-Length: 3', 'Transfer-Encoding: chunked']),
      rawRequest(port, ['GET / HTTP/1.1', host, `X: ${'a'.repeat(20_000)}`]),
      rawRequest(port, ['GET /..%2f..%2fetc%2fpasswd HTTP/1.1', host]),
      rawRequest(port, ['GET /../../etc/passwd HTTP/1.1', host]),
    ]);

    expect(answers.map(statusOf)).toEqual([400, 0, 0, 0, 0, 0, 403, 403]);
  });

  test('no answer ever allows another origin, redirects, or may be kept', async () => {
    const shell = await runShell();
    const login = await shell.login();
    const answers = await Promise.all([
      ...['/', '/assets/app.js', '/nowhere', '/?next=//evil.test', '/%2f%2fevil.test'].map((path) => fetch(shell.url(path), { redirect: 'manual' })),
      ...routes.filter(({ name }) => name !== 'events').map(({ method, example }) => fetch(shell.url(example), { method, headers: { ...login, origin: shell.url('') }, redirect: 'manual', ...(method === 'GET' ? {} : { body: '{}' }) })),
      fetch(shell.url('/api/call'), { method: 'OPTIONS', headers: { origin: 'http://evil.test', 'access-control-request-method': 'POST' } }),
    ]);

    const loose = answers.filter(({ headers, status }) => [...headers.keys()].some((name) => name.startsWith('access-control')) || headers.has('location') || (status >= 300 && status < 400) || headers.get('cache-control') !== 'no-store' || headers.get('x-content-type-options') !== 'nosniff');
    expect(loose.map(({ url }) => url)).toEqual([]);
  });

  test('a connection that sends its headers drop by drop is cut', async () => {
    const { port } = await runShell();

    const ended = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => { socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: `); });
      const drip = setInterval(() => { socket.write('y'); }, 300);
      socket.on('error', () => undefined);
      socket.on('close', () => { clearInterval(drip); resolve('cut by the shell'); });
      socket.resume();
    });

    expect(ended).toBe('cut by the shell');
  });
});

describe('the page', () => {
  test('comes with the policy and the isolation headers', async () => {
    const { url } = await runShell();

    const answer = await fetch(url('/'));

    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ').filter((rule) => /^(default-src|script-src|connect-src|frame-ancestors|base-uri|form-action|object-src|require-trusted-types-for)/.test(rule))).toEqual([
      "default-src 'none'", "script-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
    ]);
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(Object.fromEntries(['content-type', 'cross-origin-resource-policy', 'cross-origin-opener-policy', 'cross-origin-embedder-policy', 'x-frame-options', 'referrer-policy', 'cache-control'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'text/html; charset=utf-8', 'cross-origin-resource-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store',
    });
    expect(await answer.text()).toContain('<title>page</title>');
  });
});

describe('login and calls', () => {
  test('the code is good once, for one token; twenty wrong codes are answered ever later', async () => {
    const shell = await runShell();
    const exchange = (code: unknown) => fetch(shell.url('/api/exchange'), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) });

    const answers = [(await exchange('wrong')).status, (await exchange(7)).status, (await exchange(shell.launchCode)).status, (await exchange(shell.launchCode)).status];

    expect(answers).toEqual([403, 400, 200, 403]);
  });

  test('a call reaches the API with method and input, and only with the token', async () => {
    const shell = await runShell();
    const login = await shell.login();
    const call = (headers: Readonly<Record<string, string>>, body: string) => fetch(shell.url('/api/call'), { method: 'POST', headers, body });

    const reply = await call(login, JSON.stringify({ method: 'start', input: { 名: 1 } }));
    const others = await Promise.all([
      call({ ...login, authorization: 'Bearer wrong' }, '{"method":"start","input":{}}'),
      call({ 'content-type': 'application/json' }, '{"method":"start","input":{}}'),
      call(login, '{"method":"start","input":{},"more":1}'), call(login, '[1]'), call(login, '{'), call(login, ''), call(login, `{"method":"start","input":"${'x'.repeat(5_000_000)}"}`).catch(() => ({ status: 413 })),
    ]);

    expect([await reply.json(), others.map(({ status }) => status), shell.asked]).toEqual([{ ok: true, value: { method: 'start', input: { 名: 1 } } }, [401, 401, 400, 400, 400, 400, 413], [['start', { 名: 1 }]]]);
  });

  test('a bug behind the API answers 500 without a word about it, and leaves a line in the log', async () => {
    const shell = await runShell({ api: { answer: () => Promise.reject(new Error('secret of the house')), listen: () => () => undefined } });

    const answer = await fetch(shell.url('/api/call'), { method: 'POST', headers: await shell.login(), body: '{"method":"start","input":{}}' });

    expect([answer.status, await answer.text()]).toEqual([500, '']);
    expect(readFileSync(join(shell.folder, 'workbench.log'), 'utf8')).toContain('secret of the house');
  });
});

test('events come as lines of JSON, each once, until the window closes', async () => {
  const idle = vi.fn();
  const shell = await runShell({ idle, waits: { afterLastWindowMs: 1, windowComesMs: 60_000, idleMs: 60_000 } });
  const closing = new AbortController();
  const stream = await fetch(shell.url('/api/events'), { headers: await shell.login(), signal: closing.signal });
  const reader = stream.body!.getReader();

  shell.tell(progress);
  const { value } = await reader.read();
  const line = new TextDecoder().decode(value);
  closing.abort();

  expect([stream.headers.get('content-type'), JSON.parse(line), line.endsWith('\n')]).toEqual(['application/x-ndjson; charset=utf-8', progress, true]);
  await vi.waitFor(() => { expect(idle).toHaveBeenCalledTimes(1); });
});

describe('several windows', () => {
  const told = (shell: RunningShell, headers: Readonly<Record<string, string>>, method: string) => fetch(shell.url('/api/call'), { method: 'POST', headers, body: JSON.stringify({ method, input: { assessment: 'a' } }) });
  const stay = async (shell: RunningShell, headers: Readonly<Record<string, string>>) => {
    const closing = new AbortController();
    await fetch(shell.url('/api/events'), { headers, signal: closing.signal });
    return closing;
  };

  test('share an assessment: it is closed when the last that is open leaves it', async () => {
    const shell = await runShell({ limits: { ...limits, reloadMs: 0 } });
    const [one, two, three] = [await shell.login(), await shell.login(shell.openWindow(null).code), await shell.login(shell.openWindow(null).code)];
    const streams = [await stay(shell, one), await stay(shell, two), await stay(shell, three)];
    for (const window of [one, two, three]) await told(shell, window, 'readCatalogue');

    const first = await (await told(shell, one, 'closeAssessment')).json() as unknown;
    const between = shell.asked.map(([method]) => method);
    streams[2]?.abort();
    await vi.waitFor(async () => {
      await told(shell, two, 'readCatalogue');
      await told(shell, two, 'closeAssessment');
      expect(shell.asked.at(-1)).toEqual(['closeAssessment', { assessment: 'a' }]);
    });

    expect([first, between]).toEqual([{ ok: true, value: null }, ['readCatalogue', 'readCatalogue', 'readCatalogue']]);
  });

  test('each get a code of their own for the asking, with a key, and the file they were opened for', async () => {
    const shown: string[] = [];
    const shell = await runShell({ showWindow: (address) => { shown.push(address); return () => undefined; } });
    const answer = await fetch(shell.url('/api/windows'), { method: 'POST', headers: { authorization: (await shell.login())['authorization'] ?? '' } });
    shell.openWindow('/评估/一.maturity');
    const exchange = async (address: string | undefined) => (await fetch(shell.url('/api/exchange'), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code: address?.split('#launch=')[1] }) })).json() as Promise<{ readonly open: string | null }>;

    const [home, file] = [await exchange(shown[1]), await exchange(shown[2])];

    expect([await answer.json(), home.open, shell.handles.look(file.open ?? ''), new Set(shown).size]).toEqual([{ code: null }, null, { kind: 'path', path: '/评估/一.maturity' }, 3]);
  });

  test('that has come is told to whoever showed it, once, when its code is used', async () => {
    const came = vi.fn();
    const shell = await runShell({ showWindow: () => came });
    const before = came.mock.calls.length;

    await shell.login();
    await shell.login().catch(() => undefined);

    expect([before, came.mock.calls.length]).toEqual([0, 1]);
  });
});

describe('uploads', () => {
  const put = (url: string, headers: Readonly<Record<string, string>>, body: BodyInit) => fetch(url, { method: 'PUT', headers: { authorization: headers['authorization'] ?? '' }, body });

  test('keep bytes under opaque names in a private folder, and the path as text; one folder over all becomes the label', async () => {
    const shell = await runShell();
    const login = await shell.login();
    const { handle } = await (await fetch(shell.url('/api/uploads'), { method: 'POST', headers: login })).json() as { handle: string };

    const paths = ['证据/../../x.yaml', '证据/部署/rollout.yaml', '证据/CON'];
    const statuses = await Promise.all(paths.map(async (path) => (await put(shell.url(`/api/uploads/${handle}?path=${encodeURIComponent(path)}&modified=1`), login, `bytes of ${path}`)).status));
    const { source } = await (await fetch(shell.url(`/api/uploads/${handle}/done?kind=evidence`), { method: 'POST', headers: login })).json() as { source: string };
    const taken = shell.handles.take(source);

    if (taken?.kind !== 'upload') throw new Error('not an upload');
    const byPath = Object.fromEntries(taken.files.map((file) => [file.path, readFileSync(file.absolute, 'utf8')]));
    const folder = join(shell.folder, `upload-${handle}`);
    expect([statuses, taken.label, byPath]).toEqual([[204, 204, 204], '证据', { '../../x.yaml': 'bytes of 证据/../../x.yaml', '部署/rollout.yaml': 'bytes of 证据/部署/rollout.yaml', 'CON': 'bytes of 证据/CON' }]);
    expect([readdirSync(folder).sort(), statSync(folder).mode & 0o777, statSync(join(folder, '0')).mode & 0o777]).toEqual([['0', '1', '2'], 0o700, 0o600]);
    taken.discard();
    expect(readdirSync(shell.folder)).not.toContain(`upload-${handle}`);
  });

  test('are bounded: what is too much is refused and leaves nothing', async () => {
    const shell = await runShell({ limits: { ...limits, fileBytes: 10, totalBytes: 15, files: 2 } });
    const login = await shell.login();
    const { handle } = await (await fetch(shell.url('/api/uploads'), { method: 'POST', headers: login })).json() as { handle: string };
    const send = async (path: string, size: number) => (await put(shell.url(`/api/uploads/${handle}?path=${path}`), login, 'x'.repeat(size)).catch(() => ({ status: 413 }))).status;

    const statuses = [await send('a', 10), await send('b', 11), await send('c', 6), await send('d', 1), await send('', 1)];

    expect([statuses, readdirSync(join(shell.folder, `upload-${handle}`))]).toEqual([[204, 413, 413, 413, 400], ['0']]);
  });

  test('a body without end is cut, and what came of it is gone', async () => {
    const shell = await runShell({ limits: { ...limits, fileBytes: 1_000_000, totalBytes: 1_000_000, files: 3 } });
    const login = await shell.login();
    const { handle } = await (await fetch(shell.url('/api/uploads'), { method: 'POST', headers: login })).json() as { handle: string };

    const sent = await new Promise<number>((resolve) => {
      let bytes = 0;
      const piece = Buffer.alloc(65_536, 97);
      const socket = connect(shell.port, '127.0.0.1', () => {
        socket.write(`PUT /api/uploads/${handle}?path=endless HTTP/1.1\r\nHost: 127.0.0.1:${shell.port}\r\nAuthorization: ${login['authorization'] ?? ''}\r\nTransfer-Encoding: chunked\r\n\r\n`);
        const more = (): void => { bytes += piece.length; socket.write(`${piece.length.toString(16)}\r\n`); socket.write(piece); socket.write('\r\n', () => { setImmediate(more); }); };
        more();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => { resolve(bytes); });
      socket.resume();
    });

    expect([sent >= 1_000_000, sent < 100_000_000, readdirSync(join(shell.folder, `upload-${handle}`))]).toEqual([true, true, []]);
  });

  test('a handle that was never issued, or is finished, receives nothing', async () => {
    const shell = await runShell();
    const login = await shell.login();
    const { handle } = await (await fetch(shell.url('/api/uploads'), { method: 'POST', headers: login })).json() as { handle: string };
    await fetch(shell.url(`/api/uploads/${handle}/done`), { method: 'POST', headers: login });

    expect([(await put(shell.url(`/api/uploads/${handle}?path=a`), login, 'x')).status, (await put(shell.url('/api/uploads/other?path=a'), login, 'x')).status]).toEqual([404, 404]);
  });
});

test('a finished file is handed out once, as an attachment that cannot run', async () => {
  const shell = await runShell();
  const path = join(shell.folder, 'r.pdf');
  writeFileSync(path, '%PDF-1.7');
  const handle = shell.handles.offer({ path, name: "评估 'A'.pdf", mediaType: 'application/pdf' });
  const headers = await shell.login();

  const [first, second] = [await fetch(shell.url(`/api/downloads/${handle}`), { headers }), await fetch(shell.url(`/api/downloads/${handle}`), { headers })];

  expect([first.status, await first.text(), first.headers.get('content-disposition'), first.headers.get('content-security-policy'), second.status]).toEqual([
    200, '%PDF-1.7', "attachment; filename=\"download\"; filename*=UTF-8''%E8%AF%84%E4%BC%B0%20%27A%27.pdf", "sandbox; default-src 'none'", 404,
  ]);
});
