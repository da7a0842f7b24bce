import { readdirSync } from 'node:fs';
import { createServer, request as ask, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { routes } from '../../electron/browser/routes.ts';
import { runShell, type RunningShell } from '../builders/browser-shell.ts';
import { chromiumPath, launchChromium } from './chromium.ts';
import { soon } from './workbench.ts';

type Server = { readonly port: number; readonly close: () => Promise<void> };

async function listen(answer: RequestListener, port = 0): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((listening, failed) => { server.once('error', failed); server.listen(port, '127.0.0.1', listening); });
  const close = () => new Promise<void>((closed) => { server.close(() => { closed(); }); server.closeAllConnections(); });
  onTestFinished(async () => { await close().catch(() => undefined); });
  return { port: (server.address() as AddressInfo).port, close };
}

const emptyPage: RequestListener = (_request, response) => { response.writeHead(200, { 'content-type': 'text/html' }); response.end('<!doctype html><title>attacker</title><body>'); };

/** What a page can send with fetch to every address there is, with a key it should not have; the statuses it may see, or `failed`. */
function fetchAll(page: Page, origin: string, authorization: string): Promise<readonly (readonly [string, string])[]> {
  const addresses = [...routes.map(({ method, example, body }) => ({ method, path: example, body: body === 'none' ? null : '{"method":"start","input":{},"code":"x","ticket":"x","proof":"x"}' })), { method: 'GET', path: '/', body: null }, { method: 'GET', path: '/assets/app.js', body: null }];
  return page.evaluate(async ([base, key, asked]) => {
    const tries = asked.flatMap(({ method, path, body }) => [
      { name: `${method} ${path}`, path, init: { method, body, headers: { 'authorization': key, 'content-type': 'application/json' } } },
      { name: `${method} ${path} simple`, path, init: { method: method === 'PUT' ? 'POST' : method, body, mode: base === '' ? 'same-origin' : 'no-cors', headers: { 'content-type': 'text/plain' } } },
    ]);
    return Promise.all(tries.map(async ({ name, path, init }) => [name, await fetch(`${base}${path}`, { ...init, signal: AbortSignal.timeout(5_000) } as RequestInit).then((answer) => (answer.type === 'opaque' ? 'opaque' : String(answer.status)), () => 'failed')] as const));
  }, [origin, authorization, addresses] as const);
}

describe.skipIf(chromiumPath === undefined)('pages of other origins, in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await launchChromium('attacker.test', 'localhost', '127.0.0.2'); });
  afterAll(async () => { await browser.close(); });

  async function pageAt(url: string): Promise<Page> {
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(url);
    return page;
  }

  test('a name that is rebound while its page is open reaches nothing, even with the key; with the Host put right it would reach everything', async () => {
    const before = await listen(emptyPage);
    const page = await pageAt(`http://attacker.test:${before.port}/`);
    await before.close();
    const shell = await runShell({ port: before.port });
    const { authorization = '' } = await shell.login();

    const answers = await fetchAll(page, '', authorization);
    await shell.close();
    expect([answers.filter(([, status]) => status !== '421'), shell.asked]).toEqual([[], []]);

    // The control: somebody on that port who passes everything on under the right name. The page is the same.
    const behind = await runShell();
    const login = await behind.login();
    await listen((request, response) => {
      const onward = ask({ host: '127.0.0.1', port: behind.port, path: request.url, method: request.method, headers: { ...request.headers, host: `127.0.0.1:${behind.port}`, origin: behind.url('') } }, (answer) => { response.writeHead(answer.statusCode ?? 500); answer.pipe(response); });
      onward.on('error', () => { response.destroy(); });
      request.pipe(onward);
    }, before.port);
    const through = new Map(await fetchAll(page, '', login['authorization'] ?? ''));
    expect([through.get('GET /'), through.get('POST /api/uploads'), through.get('POST /api/windows')]).toEqual(['200', '200', '200']);
  });

  test.each(['attacker.test', '127.0.0.2', 'localhost', '127.0.0.1'])('a page of http://%s on another port can write nothing and read nothing', async (name) => {
    const shows: string[] = [];
    const shell = await runShell({ showWindow: (address) => { shows.push(address); return undefined; } });
    const { authorization = '' } = await shell.login();
    const windowsBefore = shows.length;
    const { port } = await listen(emptyPage);
    const page = await pageAt(`http://${name}:${port}/`);
    const seen = new Map<string, number[]>();
    page.on('response', (response) => { if (response.url().startsWith(shell.url('/'))) seen.set(response.request().resourceType(), [...(seen.get(response.request().resourceType()) ?? []), response.status()]); });

    const fetched = await fetchAll(page, shell.url(''), authorization);
    const included = await include(page, shell);
    const submitted = await submitForms(`http://${name}:${port}/`, shell, pageAt);

    expect(fetched.filter(([, status]) => status !== 'failed' && status !== 'opaque')).toEqual([]);
    expect(included).toEqual({ script: 'blocked', module: 'blocked', image: 'blocked', style: 'blocked', object: 'blocked', embed: 'blocked', video: 'blocked', socket: 'blocked', events: 'blocked', worker: 'blocked', frames: 'blocked', beacon: 'sent' });
    expect(submitted).toEqual([403, 403, 403]);
    expect(seen.get('document')).toContain(403);
    // Nothing that was answered is a success, whatever way it was asked for.
    expect([...seen].flatMap(([kind, statuses]) => statuses.filter((status) => status < 400).map((status) => `${kind} ${status}`))).toEqual([]);
    expect([shell.asked, shows.length - windowsBefore, readdirSync(shell.folder).filter((entry) => entry.startsWith('upload-'))]).toEqual([[], 0, []]);
  });

  test('a window that a page opens on ours is cut off from it, and learns nothing', async () => {
    const shell = await runShell();
    const { port } = await listen(emptyPage);
    const page = await pageAt(`http://attacker.test:${port}/`);

    const [opened] = await Promise.all([page.context().waitForEvent('page'), page.evaluate((url) => { Object.assign(window, { theirs: window.open(url) }); }, shell.url('/'))]);
    await opened.waitForLoadState();
    const known = () => page.evaluate(() => {
      const { theirs } = window as never as { readonly theirs: Window | null };
      const outcome = (look: () => unknown) => { try { return String(look()); } catch { return 'blocked'; } };
      return { closed: outcome(() => theirs?.closed), frames: outcome(() => theirs?.length), document: outcome(() => theirs?.document.title) };
    });

    await soon(known).toEqual({ closed: 'true', frames: '0', document: expect.stringMatching(/blocked|^$|undefined/) as string });
    expect([await opened.title(), await opened.evaluate(() => window.opener as unknown)]).toEqual(['ran', null]);
  });
});

/** Everything by which a page can include another origin's answer in itself. */
async function include(page: Page, shell: RunningShell): Promise<Readonly<Record<string, string>>> {
  const outcomes = await page.evaluate(async ([base, socketBase]) => {
    const element = (tag: string, fill: (made: HTMLElement) => void) => new Promise<string>((resolve) => {
      const made = document.createElement(tag);
      made.addEventListener('load', () => { resolve('loaded'); });
      made.addEventListener('loadeddata', () => { resolve('loaded'); });
      made.addEventListener('error', () => { resolve('blocked'); });
      fill(made);
      document.body.append(made);
      setTimeout(() => { resolve('blocked'); }, 1_500);
    });
    const set = (values: Readonly<Record<string, string>>) => (made: HTMLElement) => { for (const [key, value] of Object.entries(values)) made.setAttribute(key, value); };
    const opens = (make: () => EventTarget) => new Promise<string>((resolve) => {
      try {
        const made = make();
        made.addEventListener('open', () => { resolve('loaded'); });
        made.addEventListener('message', () => { resolve('loaded'); });
        made.addEventListener('error', () => { resolve('blocked'); });
        setTimeout(() => { resolve('blocked'); }, 1_500);
      } catch { resolve('blocked'); }
    });
    const names = ['script', 'module', 'image', 'style', 'object', 'embed', 'video', 'socket', 'events', 'worker'] as const;
    const values = await Promise.all([
      element('script', set({ src: `${base}/assets/app.js` })), element('script', set({ src: `${base}/assets/app.js`, type: 'module' })), element('img', set({ src: `${base}/` })), element('link', set({ rel: 'stylesheet', href: `${base}/` })),
      element('object', set({ data: `${base}/` })).then((outcome) => (outcome === 'loaded' && document.querySelector('object')?.contentDocument === null ? 'framed' : outcome)), element('embed', set({ src: `${base}/assets/app.js` })).then(() => 'blocked'), element('video', set({ src: `${base}/` })),
      opens(() => new WebSocket(`${socketBase}/api/events`)), opens(() => new EventSource(`${base}/api/events`)), opens(() => new Worker(`${base}/assets/app.js`)),
    ]);
    for (const [name, sandbox] of [['frame', null], ['sandboxed', 'allow-scripts']] as const) {
      await element('iframe', (made) => { set({ src: `${base}/`, name })(made); if (sandbox !== null) made.setAttribute('sandbox', sandbox); });
    }
    const beacon = navigator.sendBeacon(`${base}/api/call`, new Blob(['{"method":"start","input":{}}'], { type: 'text/plain' })) ? 'sent' : 'blocked';
    return { ...Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])), beacon };
  }, [shell.url(''), shell.url('').replace('http', 'ws')] as const);
  // What a frame shows is asked of the browser: the page cannot see into it either way.
  const titles = await Promise.all(page.frames().filter((frame) => frame !== page.mainFrame()).map((frame) => frame.title().catch(() => '')));
  return { ...outcomes, frames: titles.includes('ran') ? 'framed' : 'blocked' };
}

/** Forms of every kind that need no permission of the other side, each sent by a page of its own. */
async function submitForms(origin: string, shell: RunningShell, open: (url: string) => Promise<Page>): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const enctype of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const page = await open(origin);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url() === shell.url('/api/call')),
      page.evaluate(([action, kind]) => {
        const form = Object.assign(document.createElement('form'), { method: 'post', action, enctype: kind });
        form.append(Object.assign(document.createElement('input'), { name: '{"method":"start","input":{},"x":"', value: '"}' }));
        document.body.append(form);
        form.submit();
      }, [shell.url('/api/call'), enctype] as const),
    ]);
    statuses.push(answer.status());
  }
  return statuses;
}
