import { execFile, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { limits } from '../../electron/browser/limits.ts';
import { runShell } from '../builders/browser-shell.ts';
import { rawRequest, statusAtOnce, statusOf } from '../builders/raw-http.ts';

/** Sends a beginning and then a drop now and then; resolves once the connection is closed, with the bytes that were sent. */
function dripping(port: number, beginning: string, drop: string | Buffer, everyMs: number): Promise<number> {
  return new Promise((closed) => {
    let sent = 0;
    const socket = connect(port, '127.0.0.1', () => { socket.write(beginning); });
    const drip = setInterval(() => { if (socket.writableLength < 1_000_000) { socket.write(drop); sent += drop.length; } }, everyMs);
    onTestFinished(() => { clearInterval(drip); socket.destroy(); });
    socket.on('error', () => undefined);
    socket.on('close', () => { clearInterval(drip); closed(sent); });
    socket.resume();
  });
}

describe('what takes too much is cut, and others are answered meanwhile', () => {
  test('two hundred connections whose headers never end', async () => {
    const { port } = await runShell({ limits: { ...limits, headersMs: 1_500 } });
    let cut = 0;
    const slow = Array.from({ length: 200 }, () => dripping(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: `, 'y', 200).then(() => { cut += 1; }));

    const answered = await Promise.all(Array.from({ length: 20 }, () => statusAtOnce(port, ['GET / HTTP/1.1', `Host: 127.0.0.1:${port}`])));
    const before = cut;
    await Promise.all(slow);

    expect([answered.every((status) => status === 200), before < 200, cut]).toEqual([true, true, 200]);
  });

  test('two hundred bodies that never end, from strangers', async () => {
    const { port } = await runShell({ limits: { ...limits, strangerBodyMs: 1_500 } });
    const slow = Array.from({ length: 200 }, () => dripping(port, `POST /api/exchange HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n`, ' ', 200));

    const answered = await statusAtOnce(port, ['GET / HTTP/1.1', `Host: 127.0.0.1:${port}`]);
    await Promise.all(slow);

    expect(answered).toBe(200);
  });

  test('a body of a gigabyte, announced or in pieces, with and without a key, on every route that takes one', async () => {
    const shell = await runShell({ limits: { ...limits, fileBytes: 5_000_000 } });
    const { authorization = '' } = await shell.login();
    const { handle } = await (await fetch(shell.url('/api/uploads'), { method: 'POST', headers: { authorization } })).json() as { readonly handle: string };
    const routes = ['POST /api/exchange', 'POST /api/hand-over', 'POST /api/call', `PUT /api/uploads/${handle}?path=a`];
    const head = (first: string, key: boolean) => [`${first} HTTP/1.1`, `Host: 127.0.0.1:${shell.port}`, 'Content-Type: application/json', ...(key ? [`Authorization: ${authorization}`] : [])];

    const announced = await Promise.all(routes.flatMap((first) => [true, false].map((key) => statusAtOnce(shell.port, [...head(first, key), 'Content-Length: 1073741824'], 'x'.repeat(10_000)))));
    const piece = Buffer.concat([Buffer.from('f4240\r\n'), Buffer.alloc(1_000_000, 97), Buffer.from('\r\n')]);
    const sent = await Promise.all(routes.flatMap((first) => [true, false].map((key) => dripping(shell.port, `${[...head(first, key), 'Transfer-Encoding: chunked'].join('\r\n')}\r\n\r\n`, piece, 1))));

    expect(announced).toEqual([413, 413, 413, 413, 413, 401, 413, 401]);
    expect([sent.filter((bytes) => bytes > 60_000_000), readdirSync(join(shell.folder, `upload-${handle}`)), shell.asked]).toEqual([[], [], []]);
  });

  test('a hundred thousand headers', async () => {
    const { port } = await runShell();
    const answer = await rawRequest(port, ['GET / HTTP/1.1', `Host: 127.0.0.1:${port}`, ...Array.from({ length: 100_000 }, (_header, index) => `X-${index}: y`)]);

    expect(statusOf(answer)).toBe(0);
  });
});

describe('the end', () => {
  test('takes every connection and key with it: a shell on the same port knows none of the old ones', async () => {
    const old = await runShell();
    const { authorization = '' } = await old.login();
    const stream = await fetch(old.url('/api/events'), { headers: { authorization } });
    const reader = stream.body!.getReader();

    await old.close();
    const ended = await reader.read().then(({ done }) => done, () => true);
    const gone = await fetch(old.url('/')).then(() => false, () => true);
    const next = await runShell({ port: old.port });
    const call = () => fetch(next.url('/api/call'), { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: '{"method":"start","input":{}}' });

    expect([ended, gone, (await call()).status, next.asked]).toEqual([true, true, 401, []]);
  });

  test('comes when the last of several windows has closed, not before', async () => {
    const idle = vi.fn();
    const shell = await runShell({ idle, waits: { afterLastWindowMs: 20, windowComesMs: 20, idleMs: 60_000 } });
    const login = await shell.login();
    const windows = await Promise.all([0, 1].map(async () => {
      const closing = new AbortController();
      await fetch(shell.url('/api/events'), { headers: login, signal: closing.signal });
      return closing;
    }));

    windows[0]?.abort();
    await new Promise((resume) => { setTimeout(resume, 200); });
    const before = idle.mock.calls.length;
    windows[1]?.abort();

    await vi.waitFor(() => { expect([before, idle.mock.calls.length]).toEqual([0, 1]); });
  });
});

/** A program that another user of this machine can run to ask for an address; undefined where there is none. */
function asNobody(script: string): string | undefined {
  const ran = spawnSync('/bin/sh', ['-c', script], { uid: 65_534, gid: 65_534, encoding: 'utf8' });
  return ran.status === 0 ? ran.stdout : undefined;
}
const nobodyCan = process.getuid?.() === 0 && asNobody('command -v curl') !== undefined;

// Only root can become another user: elsewhere this is counted as skipped.
test.skipIf(!nobodyCan)('another user of this machine reaches the port and nothing behind it', async () => {
  const shell = await runShell();
  const { authorization = '' } = await shell.login();
  // In a process of its own, so that the shell here can answer.
  const curl = (...words: readonly string[]) => new Promise<string>((resolve) => {
    execFile('curl', ['-s', '-o', '/dev/null', '-w', '%{http_code}', ...words], { uid: 65_534, gid: 65_534 }, (_error, out) => { resolve(out); });
  });
  const json = ['-H', 'Content-Type: application/json'];

  const answers = await Promise.all([
    curl(shell.url('/api/events')), curl(shell.url('/nowhere')), curl('-X', 'POST', ...json, '-d', '{"method":"start","input":{}}', shell.url('/api/call')), curl('-X', 'POST', ...json, '-d', '{"code":"guess"}', shell.url('/api/exchange')),
    curl('-X', 'POST', ...json, '-d', '{"ticket":"x","proof":"y"}', shell.url('/api/hand-over')),
  ]);
  const readable = asNobody(`cat '${shell.folder}/workbench.log' /proc/${process.pid}/environ 2>/dev/null; cat /proc/${process.pid}/cmdline | tr '\\0' ' '`) ?? '';

  expect(readable).toMatch(/node|vitest/);
  expect([answers, readable.includes(shell.launchCode), readable.includes(authorization.slice(7)), shell.asked]).toEqual([['401', '403', '401', '403', '403'], false, false, []]);
});
