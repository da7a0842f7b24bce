import { readdirSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { handOver } from '../../electron/browser/hand-over.ts';
import { makeKeys } from '../../electron/browser/launch-code.ts';
import { limits, type Limits } from '../../electron/browser/limits.ts';
import { createUploads } from '../../electron/browser/uploads.ts';
import { createHandles } from '../../electron/handlers/handles.ts';
import { runShell, type RunningShell } from '../builders/browser-shell.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { statusAtOnce, statusOf } from '../builders/raw-http.ts';

const shellWith = (bounds: Partial<Limits>) => runShell({ limits: { ...limits, ...bounds } });
const host = ({ port }: RunningShell) => `Host: 127.0.0.1:${port}`;
const authorized = async (shell: RunningShell, code?: string) => `Authorization: ${(await shell.login(code))['authorization'] ?? ''}`;
const json = 'Content-Type: application/json';
const opening = { file: null, used: () => undefined };

/** A connection that sends what it is given and stays; `cut` resolves once the shell has closed it. */
function held(port: number, text: string): { readonly socket: Socket; readonly cut: Promise<string>; readonly connected: Promise<void> } {
  const socket = connect(port, '127.0.0.1');
  let got = '';
  socket.setEncoding('latin1').on('data', (part: string) => { got += part; }).on('error', () => undefined);
  onTestFinished(() => { socket.destroy(); });
  const cut = new Promise<string>((resolve) => { socket.once('close', () => { resolve(got); }); });
  return { socket, cut, connected: new Promise((resolve) => { socket.once('connect', () => { socket.write(text); resolve(); }); }) };
}

/** An upload begun by a window that has just logged in, and the header with its key. */
async function newUpload(shell: RunningShell): Promise<{ readonly handle: string; readonly key: string }> {
  const headers = await shell.login();
  const { handle } = await (await fetch(shell.url('/api/uploads'), { method: 'POST', headers })).json() as { readonly handle: string };
  return { handle, key: `Authorization: ${headers['authorization'] ?? ''}` };
}

/** One test for every bound, by its name: one without does not compile. */
const holds: { readonly [Name in keyof Limits]: () => Promise<void> } = {
  headerBytes: async () => {
    const shell = await shellWith({ headerBytes: 2_000 });
    const ask = (length: number) => statusAtOnce(shell.port, ['GET / HTTP/1.1', host(shell), `X: ${'a'.repeat(length)}`]);
    expect([await ask(1_500), await ask(2_000)]).toEqual([200, 0]);
  },
  headers: async () => {
    const shell = await shellWith({});
    const ask = (count: number, ...last: readonly string[]) => statusAtOnce(shell.port, ['GET / HTTP/1.1', host(shell), ...Array.from({ length: count }, (_header, index) => `X-${index}: a`), ...last]);
    // Nothing that comes after many headers goes unseen: neither a second Host nor another origin.
    expect([await ask(limits.headers - 1), await ask(limits.headers), await ask(2_000), await ask(limits.headers - 2, 'Origin: http://evil.test'), await ask(2_000, 'Host: evil.test')]).toEqual([200, 431, 431, 403, 421]);
  },
  headersMs: async () => {
    const shell = await shellWith({ headersMs: 200 });
    const slow = held(shell.port, `GET / HTTP/1.1\r\n${host(shell)}\r\nX: `);
    expect(await slow.cut).toBe('');
  },
  connections: async () => {
    const shell = await shellWith({ connections: 3 });
    const three = Array.from({ length: 3 }, () => held(shell.port, ''));
    await Promise.all(three.map(({ connected }) => connected));
    await vi.waitFor(async () => { expect(await held(shell.port, '').cut).toBe(''); });
    three.forEach(({ socket }) => { socket.destroy(); });
    await vi.waitFor(async () => { expect(await statusAtOnce(shell.port, ['GET / HTTP/1.1', host(shell)])).toBe(200); });
  },
  keepAliveMs: async () => {
    const shell = await shellWith({ keepAliveMs: 200 });
    const kept = held(shell.port, `GET / HTTP/1.1\r\n${host(shell)}\r\n\r\n`);
    expect(statusOf(await kept.cut)).toBe(200);
  },
  requestMs: async () => {
    const shell = await shellWith({ requestMs: 400, headersMs: 300 });
    const { handle, key } = await newUpload(shell);
    const slow = held(shell.port, [`PUT /api/uploads/${handle}?path=a HTTP/1.1`, host(shell), key, 'Content-Length: 10', '', 'x'].join('\r\n'));
    expect(await slow.cut).toBe('');
    await vi.waitFor(() => { expect(readdirSync(join(shell.folder, `upload-${handle}`))).toEqual([]); });
  },
  strangerBodyBytes: async () => {
    const shell = await shellWith({});
    const ask = (length: number) => statusAtOnce(shell.port, ['POST /api/exchange HTTP/1.1', host(shell), json, `Content-Length: ${length}`], JSON.stringify({ code: 'x' }).padEnd(length));
    const inPieces = ['POST /api/exchange HTTP/1.1', host(shell), json, 'Transfer-Encoding: chunked'];
    const pieces = await statusAtOnce(shell.port, inPieces, `1001\r\n${'x'.repeat(0x1001)}\r\n`);
    expect([await ask(limits.strangerBodyBytes), await ask(limits.strangerBodyBytes + 1), [0, 413].includes(pieces)]).toEqual([403, 413, true]);
  },
  strangerBodyMs: async () => {
    const shell = await shellWith({ strangerBodyMs: 200 });
    const slow = held(shell.port, ['POST /api/exchange HTTP/1.1', host(shell), json, 'Content-Length: 100', '', '{'].join('\r\n'));
    expect(await slow.cut).toBe('');
  },
  callBytes: async () => {
    const shell = await shellWith({ callBytes: 1_000 });
    const key = await authorized(shell);
    const ask = (length: number) => statusAtOnce(shell.port, ['POST /api/call HTTP/1.1', host(shell), json, key, `Content-Length: ${length}`], JSON.stringify({ method: 'start', input: '' }).padEnd(length));
    const pieces = await statusAtOnce(shell.port, ['POST /api/call HTTP/1.1', host(shell), json, key, 'Transfer-Encoding: chunked'], `7d0\r\n${'x'.repeat(2_000)}\r\n`);
    expect([await ask(1_000), await ask(1_001), [0, 413].includes(pieces), shell.asked.length]).toEqual([200, 413, true, 1]);
  },
  waitingBytes: async () => {
    const shell = await shellWith({ waitingBytes: 100_000 });
    const standing = held(shell.port, ['GET /api/events HTTP/1.1', host(shell), await authorized(shell), '', ''].join('\r\n'));
    await standing.connected;
    standing.socket.pause();
    let ended = false;
    void standing.cut.then(() => { ended = true; });
    await vi.waitFor(() => {
      for (let told = 0; told < 200; told += 1) shell.tell({ kind: 'changed', assessment: 'x'.repeat(100_000), revision: told });
      standing.socket.resume();
      expect(ended).toBe(true);
    }, { timeout: 15_000, interval: 100 });
  },
  windows: async () => {
    const shell = await shellWith({ windows: 2 });
    const key = await authorized(shell);
    const ask = () => statusAtOnce(shell.port, ['POST /api/windows HTTP/1.1', host(shell), key]);
    const before = await ask();
    const open = Array.from({ length: 2 }, () => held(shell.port, ['GET /api/events HTTP/1.1', host(shell), key, '', ''].join('\r\n')));
    await vi.waitFor(async () => { expect(await ask()).toBe(429); });
    open.forEach(({ socket }) => { socket.destroy(); });
    await vi.waitFor(async () => { expect(await ask()).toBe(200); });
    expect(before).toBe(200);
  },
  streams: async () => {
    const shell = await shellWith({ streams: 2 });
    const key = await authorized(shell);
    const open = Array.from({ length: 2 }, () => held(shell.port, ['GET /api/events HTTP/1.1', host(shell), key, '', ''].join('\r\n')));
    await Promise.all(open.map(({ connected }) => connected));
    await vi.waitFor(async () => { expect(await statusAtOnce(shell.port, ['GET /api/events HTTP/1.1', host(shell), key])).toBe(429); });
  },
  codes: async () => {
    const shell = await shellWith({ codes: 2 });
    const codes = [shell.launchCode, shell.openWindow(null).code, shell.openWindow(null).code];
    expect(await Promise.all(codes.map(async (code) => (await shell.login(code).catch(() => ({ authorization: undefined })))['authorization']?.length))).toEqual([undefined, 50, 50]);
  },
  codeMs: () => {
    let time = 0;
    const keys = makeKeys(limits, () => time);
    const [soon, late] = [keys.newCode(opening), keys.newCode(opening)];
    time = limits.codeMs - 1;
    const before = keys.exchange(soon)?.file;
    time += 1;
    expect([before, keys.exchange(late)]).toEqual([null, undefined]);
    return Promise.resolve();
  },
  tokens: async () => {
    const shell = await shellWith({ tokens: 1 });
    const first = await authorized(shell);
    const second = await authorized(shell, shell.openWindow(null).code);
    expect(await Promise.all([first, second].map((key) => statusAtOnce(shell.port, ['POST /api/uploads HTTP/1.1', host(shell), key])))).toEqual([401, 200]);
  },
  tokenMs: () => {
    let time = 0;
    const keys = makeKeys(limits, () => time);
    const token = keys.exchange(keys.newCode(opening))?.token ?? '';
    time = limits.tokenMs - 1;
    const before = keys.isToken(token);
    time += limits.tokenMs;
    expect([before, keys.isToken(token)]).toEqual([true, false]);
    return Promise.resolve();
  },
  reloadMs: () => {
    let time = 0;
    const keys = makeKeys(limits, () => time);
    const token = keys.exchange(keys.newCode(opening))?.token ?? '';
    const before = keys.isHeld(token);
    const close = keys.hold(token);
    const open = keys.isHeld(token);
    close();
    time = limits.reloadMs - 1;
    const lately = keys.isHeld(token);
    time += 1;
    expect([before, open, lately, keys.isHeld(token)]).toEqual([false, true, true, false]);
    return Promise.resolve();
  },
  freeTries: () => {
    const keys = makeKeys({ ...limits, freeTries: 5 });
    expect(Array.from({ length: 6 }, () => keys.wrongTry() > 0)).toEqual([false, false, false, false, false, true]);
    return Promise.resolve();
  },
  longestWaitMs: () => {
    const keys = makeKeys();
    expect(Math.max(...Array.from({ length: 1_000 }, () => keys.wrongTry()))).toBe(limits.longestWaitMs);
    return Promise.resolve();
  },
  uploads: async () => {
    const shell = await shellWith({ uploads: 2 });
    const key = await authorized(shell);
    const ask = () => statusAtOnce(shell.port, ['POST /api/uploads HTTP/1.1', host(shell), key]);
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
  },
  uploadIdleMs: async () => {
    let time = 0;
    const folder = temporaryFolder();
    const uploads = createUploads(folder, createHandles(), { ...limits, uploads: 1 }, () => time);
    const left = uploads.start() ?? '';
    const meanwhile = uploads.start();
    time = limits.uploadIdleMs;
    const next = uploads.start() ?? '';
    expect([meanwhile, uploads.finish(left), readdirSync(folder)]).toEqual([undefined, undefined, [`upload-${next}`]]);

    // One whose file is on its way does not stand still, however long that takes.
    const file = new PassThrough();
    const received = uploads.receive(next, 'a', null, file as never);
    time += 2 * limits.uploadIdleMs;
    const beside = uploads.start();
    file.end('x');
    expect([beside, await received, uploads.finish(next)?.length]).toEqual([undefined, 204, 24]);
  },
  fileBytes: async () => {
    const shell = await shellWith({ fileBytes: 10 });
    const { handle, key } = await newUpload(shell);
    const put = (name: string, text: string) => statusAtOnce(shell.port, [`PUT /api/uploads/${handle}?path=${name} HTTP/1.1`, host(shell), key, `Content-Length: ${text.length}`], text);
    const pieces = await statusAtOnce(shell.port, [`PUT /api/uploads/${handle}?path=c HTTP/1.1`, host(shell), key, 'Transfer-Encoding: chunked'], 'b\r\nxxxxxxxxxxx\r\n0\r\n\r\n');
    expect([await put('a', '0123456789'), await put('b', '0123456789a'), [0, 413].includes(pieces), readdirSync(join(shell.folder, `upload-${handle}`)).length]).toEqual([204, 413, true, 1]);
  },
  totalBytes: async () => {
    const shell = await shellWith({ totalBytes: 15 });
    const { handle, key } = await newUpload(shell);
    const put = (name: string) => statusAtOnce(shell.port, [`PUT /api/uploads/${handle}?path=${name} HTTP/1.1`, host(shell), key, 'Content-Length: 10'], '0123456789');
    expect([await put('a'), [0, 413].includes(await put('b')), readdirSync(join(shell.folder, `upload-${handle}`))]).toEqual([204, true, ['0']]);
  },
  files: async () => {
    const shell = await shellWith({ files: 1 });
    const { handle, key } = await newUpload(shell);
    const put = (name: string) => statusAtOnce(shell.port, [`PUT /api/uploads/${handle}?path=${name} HTTP/1.1`, host(shell), key, 'Content-Length: 1'], 'x');
    expect([await put('a'), await put('b')]).toEqual([204, 413]);
  },
  pathLength: async () => {
    const shell = await shellWith({ pathLength: 5 });
    const { handle, key } = await newUpload(shell);
    const put = (name: string) => statusAtOnce(shell.port, [`PUT /api/uploads/${handle}?path=${name} HTTP/1.1`, host(shell), key, 'Content-Length: 1'], 'x');
    expect([await put('abcde'), await put('abcdef'), await put('')]).toEqual([204, 400, 400]);
  },
  handOverMs: async () => {
    const deaf = createServer();
    await new Promise<void>((listening) => { deaf.listen(0, '127.0.0.1', listening); });
    onTestFinished(() => { deaf.close(); });
    const { port } = deaf.address() as { port: number };
    expect(await handOver(temporaryFolder(), { port, secret: 'x'.repeat(43) }, null)).toBeUndefined();
  },
};

describe('every bound holds', () => {
  test.each(Object.entries(holds))('%s', async (_name, hold) => { await hold(); });
});
