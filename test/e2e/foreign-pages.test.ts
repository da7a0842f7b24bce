import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { rawRequest, statusOf } from '../builders/raw-http.ts';
import { chromiumPath, launchChromium } from './chromium.ts';
import { buildWhereStale, freshHome, makeAssessment, openWindow, sayWho, startServer } from './workbench.ts';

/** A page on another origin of this machine that tries what a page can try against the workbench. */
async function attacker(html: string): Promise<{ readonly origin: string }> {
  const server = createServer((_request, response) => { response.writeHead(200, { 'content-type': 'text/html' }); response.end(html); });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  return { origin: `http://attacker.test:${(server.address() as AddressInfo).port}` };
}

async function serve() {
  const home = freshHome();
  const served = await startServer(home);
  onTestFinished(async () => { await served.kill(); home.remove(); });
  return { home, served };
}

describe.skipIf(chromiumPath === undefined)('pages of other origins', () => {
  let browser: Browser;
  beforeAll(async () => {
    buildWhereStale();
    browser = await launchChromium('attacker.test');
  });
  afterAll(async () => { await browser.close(); });

  test('a name that was rebound to this machine gets nothing at all', async () => {
    const { served } = await serve();
    const port = new URL(served.origin).port;
    const page = await browser.newPage();
    const statuses: number[] = [];
    page.on('response', (response) => { statuses.push(response.status()); });

    const paths = ['/', '/index.html', '/api/exchange', '/nothing'];
    for (const path of paths) await page.goto(`http://attacker.test:${port}${path}`).catch(() => undefined);
    // An empty refusal makes the browser go on to its own error page, during which it has no content to give.
    const shown = await vi.waitFor(() => page.content(), { timeout: 10_000 });
    await page.close();

    expect([statuses.filter((status) => status === 421).length >= paths.length, statuses.every((status) => status === 421), shown.includes('<script type="module"')]).toEqual([true, true, false]);
  });

  test('can neither call, read nor include it, with or without a body', async () => {
    const { served } = await serve();
    const { origin } = await attacker('<!doctype html><title>attacker</title>');
    const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(await (await fetch(served.origin)).text())?.[1] ?? '';
    const page = await browser.newPage();
    await page.goto(origin);

    const tried = await page.evaluate(async ([target, module]) => {
      const outcome = (attempt: Promise<unknown>) => attempt.then((value) => String(value), () => 'blocked');
      const loaded = (tag: 'script' | 'img' | 'link', path: string) => new Promise<string>((resolve) => {
        const element = document.createElement(tag);
        element.addEventListener('load', () => { resolve('loaded'); });
        element.addEventListener('error', () => { resolve('blocked'); });
        if (element instanceof HTMLLinkElement) { element.rel = 'stylesheet'; element.href = `${target}${path}`; } else element.src = `${target}${path}`;
        document.body.append(element);
      });
      const text = (init: RequestInit, path = '/api/call') => outcome(fetch(`${target}${path}`, init).then((answer) => answer.text()));
      return {
        json: await text({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"method":"start","input":{}}' }),
        bearer: await text({ method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer x' }, body: '{}' }),
        page: await text({}, '/'), events: await text({}, '/api/events'),
        script: await loaded('script', module), image: await loaded('img', '/'), style: await loaded('link', '/'),
      };
    }, [served.origin, script] as const);
    await page.close();

    expect(tried).toEqual({ json: 'blocked', bearer: 'blocked', page: 'blocked', events: 'blocked', script: 'blocked', image: 'blocked', style: 'blocked' });
    expect(script).not.toBe('');
  });

  test('cross-site writes that browsers do send are refused, and change nothing', async () => {
    const { home, served } = await serve();
    const window = await openWindow(browser, served);
    await sayWho(window);
    await makeAssessment(window, '示例银行', '跨站');
    const { origin } = await attacker(`<!doctype html><form method="post" enctype="text/plain" action="${served.origin}/api/call"><input name='{"method":"setIdentity","input":{"name":"evil","role":""},"x":"' value='"}'></form>`);
    const page = await browser.newPage();
    await page.goto(origin);
    await page.evaluate((target) => fetch(`${target}/api/call`, { method: 'POST', mode: 'no-cors', body: '{"method":"setIdentity","input":{"name":"evil","role":""}}' }).catch(() => undefined), served.origin);

    const [answer] = await Promise.all([page.waitForResponse((response) => response.url().startsWith(served.origin)).catch(() => null), page.evaluate(() => { document.forms[0]?.submit(); })]);
    await page.close();

    expect([answer?.status(), readFileSync(join(home.path, 'user/preferences.json'), 'utf8').includes('evil')]).toEqual([403, false]);
  });
});

describe('the launch code', () => {
  test('is in no command line, file or log, and is good once', async () => {
    const { home, served } = await serve();
    const code = new URL(served.address).hash.replace('#launch=', '');
    const port = Number(new URL(served.origin).port);
    const exchange = () => rawRequest(port, ['POST /api/exchange HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Content-Type: application/json', 'Connection: close', `Content-Length: ${JSON.stringify({ code }).length}`], JSON.stringify({ code }));

    const [first, second] = [await exchange(), await exchange()];
    const token = /"token":"([\w-]+)"/.exec(first)?.[1] ?? 'none';
    const files = readdirSync(home.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    const commands = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(commandLine) : [];

    expect([statusOf(first), statusOf(second), token.length]).toEqual([200, 403, 43]);
    expect([...files, ...commands].filter((text) => text.includes(code) || text.includes(token))).toEqual([]);
  });
});

function commandLine(pid: string): string {
  try {
    return statSync(`/proc/${pid}`).isDirectory() ? readFileSync(`/proc/${pid}/cmdline`, 'latin1') : '';
  } catch {
    return '';
  }
}
