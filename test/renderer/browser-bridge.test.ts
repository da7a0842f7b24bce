import { describe, expect, it } from 'vitest';
import type { Told } from '#contract';
import { openBrowserBridge, readLines, type Surroundings } from '../../renderer/browser-bridge.ts';
import { RefusedUpload, upload } from '../../renderer/browser-uploads.ts';

type Asked = { readonly path: string; readonly method: string; readonly authorization: string | null; readonly body: unknown };

/** A browser around the bridge: answers by path, remembers what was asked. */
function around(answers: Readonly<Record<string, () => Response>>, { fragment = '', kept = {} }: { readonly fragment?: string; readonly kept?: Readonly<Record<string, string>> } = {}) {
  const asked: Asked[] = [];
  const storage = new Map(Object.entries(kept));
  const shown: string[] = [];
  let refusals = 0;
  let dropped = false;
  const surroundings: Surroundings = {
    fetch: (input, options = {}) => {
      const path = input as string;
      const body = typeof options.body === 'string' ? (JSON.parse(options.body) as unknown) : options.body === undefined ? null : 'bytes';
      asked.push({ path, method: options.method ?? 'GET', authorization: new Headers(options.headers).get('authorization'), body });
      const answer = answers[path.replace(/\?.*/, '')];
      return answer === undefined ? new Promise(() => { /* an event stream that says nothing */ }) : Promise.resolve(answer());
    },
    storage: { getItem: (key) => storage.get(key) ?? null, setItem: (key, value) => { storage.set(key, value); }, removeItem: (key) => { storage.delete(key); } },
    fragment: () => fragment,
    dropFragment: () => { dropped = true; },
    showWindow: (path) => { shown.push(path); },
    refused: () => { refusals += 1; },
  };
  return { surroundings, asked, storage, seen: () => ({ refusals, dropped, shown }) };
}
const json = (value: unknown, status = 200) => () => new Response(JSON.stringify(value), { status });

describe('the bridge to the browser shell', () => {
  it('exchanges the launch code once, drops it from the address, and calls with the token', async () => {
    const { surroundings, asked, storage, seen } = around({ '/api/exchange': json({ token: 't1', open: null }), '/api/call': json({ ok: true, value: null }) }, { fragment: '#launch=code-1' });

    const bridge = await openBrowserBridge(surroundings);
    const reply = await bridge?.call('closeAssessment', { assessment: 'a' });

    expect([reply, [...storage.values()], seen().dropped, asked.filter(({ path }) => path !== '/api/events')]).toEqual([{ ok: true, value: null }, ['t1'], true, [
      { path: '/api/exchange', method: 'POST', authorization: null, body: { code: 'code-1' } },
      { path: '/api/call', method: 'POST', authorization: 'Bearer t1', body: { method: 'closeAssessment', input: { assessment: 'a' } } },
    ]]);
  });

  it('goes on with the token of this tab after a reload', async () => {
    const { surroundings } = around({ '/api/call': json({ ok: true, value: null }) }, { kept: { 'maturity.token': 't2' } });

    expect(await openBrowserBridge(surroundings)).not.toBeNull();
  });

  it('is not there without a code, or with a used one', async () => {
    expect([await openBrowserBridge(around({}).surroundings), await openBrowserBridge(around({ '/api/exchange': json({}, 401) }, { fragment: '#launch=used' }).surroundings)]).toEqual([null, null]);
  });

  it('says how to start again, and forgets the token, when the token is refused', async () => {
    const { surroundings, storage, seen } = around({ '/api/call': json({}, 401) }, { kept: { 'maturity.token': 'old' } });
    const bridge = await openBrowserBridge(surroundings);

    const reply = await bridge?.call('start', {});

    expect([reply?.ok, seen().refusals, storage.size]).toEqual([false, 1, 0]);
  });

  it('tells that the program has stopped when it does not answer', async () => {
    const { surroundings } = around({}, { kept: { 'maturity.token': 't' } });
    const bridge = await openBrowserBridge({ ...surroundings, fetch: (input) => ((input as string) === '/api/call' ? Promise.reject(new TypeError('Failed to fetch')) : new Promise(() => { /* silent */ })) });

    const reply = await bridge?.call('start', {});

    expect(reply).toMatchObject({ ok: false, problem: { kind: 'io', zh: expect.stringContaining('请重新启动') as string } });
  });
});

describe('one more window', () => {
  it('is shown by the program, or by this browser with a code of its own that shares nothing', async () => {
    const [own, here] = [around({ '/api/windows': json({ code: null }) }, { kept: { 'maturity.token': 't' } }), around({ '/api/windows': json({ code: 'c-1' }) }, { kept: { 'maturity.token': 't' } })];
    const problems = await Promise.all([own, here].map(async ({ surroundings }) => (await openBrowserBridge(surroundings))?.openWindow()));

    expect([problems, own.seen().shown, here.seen().shown, here.asked.find(({ path }) => path === '/api/windows')]).toEqual([[null, null], [], ['/#launch=c-1'], { path: '/api/windows', method: 'POST', authorization: 'Bearer t', body: null }]);
  });

  it('is refused with a reason where there are as many as there may be, or the program is gone', async () => {
    const answers = await Promise.all([json({}, 429), json({}, 500)].map(async (answer) => (await openBrowserBridge(around({ '/api/windows': answer }, { kept: { 'maturity.token': 't' } }).surroundings))?.openWindow()));

    expect(answers).toEqual([expect.objectContaining({ zh: expect.stringMatching(/3 个窗口/) as string, en: expect.stringMatching(/^Three windows/) as string }), expect.objectContaining({ kind: 'io' })]);
  });

  it('opened for a file is told it with the start; a reload is not', async () => {
    const start = { '/api/call': json({ ok: true, value: { open: null, version: '1' } }) };
    const fresh = await openBrowserBridge(around({ ...start, '/api/exchange': json({ token: 't', open: 'source-1' }) }, { fragment: '#launch=c' }).surroundings);
    const loadedAgain = await openBrowserBridge(around(start, { kept: { 'maturity.token': 't' } }).surroundings);

    expect([await fresh?.call('start', {}), await loadedAgain?.call('start', {})]).toEqual([{ ok: true, value: { open: 'source-1', version: '1' } }, { ok: true, value: { open: null, version: '1' } }]);
  });
});

describe('events', () => {
  it('are read line by line, however the stream is cut', async () => {
    const told: Told[] = [];
    const text = '{"kind":"changed","assessment":"甲","revision":1}\n\n{"kind":"changed","assessment":"乙","revision":2}\n';
    const bytes = new TextEncoder().encode(text);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
        controller.close();
      },
    });

    await readLines(body, (event) => { told.push(event); });

    expect(told).toEqual([{ kind: 'changed', assessment: '甲', revision: 1 }, { kind: 'changed', assessment: '乙', revision: 2 }]);
  });
});

describe('an upload', () => {
  const files = ['a.yaml', 'b/c.yaml', 'b/证据 1.txt'].map((path) => ({ path, file: new File(['12345'], 'x', { lastModified: 7 }) }));

  it('sends every file with its path, tells the progress, and gives one source', async () => {
    const asked: string[] = [];
    const told: Told[] = [];
    const ask = (path: string, options: RequestInit = {}) => {
      asked.push(`${options.method ?? 'GET'} ${path}`);
      return Promise.resolve(path.endsWith('/done') ? json({ source: 's1' })() : path.startsWith('/api/uploads?') ? json({ handle: 'h' })() : new Response(null, { status: 204 }));
    };

    const sources = await upload({ ask, tell: (event) => { told.push(event); }, files, kind: 'evidence', signal: new AbortController().signal });

    expect([sources, [...asked].sort(), told.at(-1)]).toEqual([['s1'], [
      'POST /api/uploads/h/done', 'POST /api/uploads?kind=evidence',
      'PUT /api/uploads/h?path=a.yaml&modified=7', 'PUT /api/uploads/h?path=b%2F%E8%AF%81%E6%8D%AE%201.txt&modified=7', 'PUT /api/uploads/h?path=b%2Fc.yaml&modified=7',
    ], { kind: 'progress', job: 'upload', phase: 'listing', done: 3, total: 3, bytesDone: 15, bytesTotal: 15, current: expect.any(String) as string, bytesPerSecond: null, secondsLeft: null }]);
  });

  it('says nothing more of the other files once one was refused', async () => {
    const told: Told[] = [];
    let release = () => { /* set below */ };
    const held = new Promise<Response>((resolve) => { release = () => { resolve(new Response(null, { status: 204 })); }; });
    const ask = (path: string) => (path.includes('a.yaml') ? Promise.resolve(new Response(null, { status: 413 })) : path.includes('path=') ? held : Promise.resolve(json({ handle: 'h' })()));

    const refused = await upload({ ask, tell: (event) => { told.push(event); }, files, kind: 'evidence', signal: new AbortController().signal }).catch((error: unknown) => error);
    const before = told.length;
    release();
    await new Promise((resume) => { setTimeout(resume, 0); });

    expect([refused, told.length]).toEqual([new RefusedUpload('a.yaml', 413), before]);
  });

  it('gives nothing when it was cancelled, and fails aloud when a file was refused', async () => {
    const stopped = new AbortController();
    const cancelled = upload({ ask: () => { stopped.abort(); return Promise.reject(new Error('aborted')); }, tell: () => undefined, files, kind: 'evidence', signal: stopped.signal });
    const refused = upload({ ask: () => Promise.resolve(new Response(null, { status: 413 })), tell: () => undefined, files, kind: 'evidence', signal: new AbortController().signal });

    const broken = upload({ ask: (path) => (path.includes('path=') ? Promise.reject(new Error('reset')) : Promise.resolve(json({ handle: 'h' })())), tell: () => undefined, files: files.slice(1, 2), kind: 'evidence', signal: new AbortController().signal });

    expect([await cancelled, await refused.catch((error: unknown) => (error as Error).message), await broken.catch((error: unknown) => error)]).toEqual([null, 'upload refused: 413', new RefusedUpload('b/c.yaml', null)]);
  });
});
