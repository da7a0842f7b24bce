/**
 * From `npm start` to a home screen that answers a click, in a browser started afresh, phase by phase; the same for a
 * blank page that a plain server serves, in turns; then from opening an assessment to the first rating, and from key to
 * saved against a bare fsync. The build is warm. Run: node test/bench/start-up.ts [rounds] [folder]
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { assemble } from '../../electron/shell/assemble.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { spread } from './spread.ts';

const rounds = Number(process.argv[2] ?? 7);
const keys = 100;
const project = fileURLToPath(new URL('../../', import.meta.url));
const work = mkdtempSync(join(resolve(process.argv[3] ?? tmpdir()), 'start-bench-'));
process.once('exit', () => { rmSync(work, { recursive: true, force: true }); });
const folders = { user: join(work, 'user'), assessments: join(work, 'assessments') };
for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
const environment: NodeJS.ProcessEnv = { ...process.env, MATURITY_USER_FOLDER: folders.user, MATURITY_ASSESSMENTS_FOLDER: folders.assessments, DISPLAY: '', WAYLAND_DISPLAY: '' };

/** Someone who has worked here before: known, with an assessment on the list. */
async function workBefore(): Promise<void> {
  const { api, close } = assemble({ shell: 'browser', file: undefined, folders });
  await api.call('setIdentity', { name: 'bench', role: '' });
  await api.call('openSample', {});
  await close();
}

type Server = { readonly address: string; readonly child: ChildProcess };

/** The program as `npm start` runs it, once it says its address. */
async function startProgram(): Promise<Server> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: project, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  for await (const text of child.stderr.setEncoding('utf8')) {
    said += String(text);
    const [address] = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]+/.exec(said) ?? [];
    if (address !== undefined) return { address, child };
  }
  throw new Error(said);
}

const blankPage = '<!doctype html><meta charset="utf-8"><button id="button" onclick="this.textContent = \'clicked\'">press</button>';

async function startBlank(): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((_request, response) => { response.setHeader('Content-Type', 'text/html').end(blankPage); }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => { server.close(); server.closeAllConnections(); } };
}

const clickHome = async (page: Page): Promise<void> => { await page.getByTestId('new-assessment').click(); await page.getByTestId('organisation').waitFor(); };
const clickBlank = async (page: Page): Promise<void> => { await page.locator('#button').click(); await page.getByText('clicked').waitFor(); };

type Phases = Record<'program' | 'browser' | 'painted' | 'answered' | 'total', number>;

async function timeStart(start: () => Promise<{ readonly address: string; readonly end: () => Promise<void> }>, shown: string, click: (page: Page) => Promise<void>): Promise<Phases> {
  const began = performance.now();
  const { address, end } = await start();
  const program = performance.now();
  const browser = await launchChromium();
  const page = await browser.newPage();
  const opened = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(shown).waitFor();
  const painted = performance.now();
  await click(page);
  const answered = performance.now();
  await browser.close();
  await end();
  return { program: program - began, browser: opened - program, painted: painted - opened, answered: answered - painted, total: answered - began };
}

const startProduct = async (): ReturnType<Parameters<typeof timeStart>[0]> => {
  const { address, child } = await startProgram();
  return { address, end: async () => { child.kill('SIGTERM'); await once(child, 'exit'); } };
};
const startPlain = async (): ReturnType<Parameters<typeof timeStart>[0]> => {
  const { address, close } = await startBlank();
  return { address, end: () => { close(); return Promise.resolve(); } };
};

/** Opening from the home screen until a key has rated, then every key until the highlight has moved on, with a bare fsync between. */
async function timeWork(): Promise<{ readonly opened: number; readonly saved: readonly number[]; readonly bare: readonly number[] }> {
  const { address, child } = await startProgram();
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(address);
  await page.getByTestId('recent').first().waitFor();
  const inHand = page.getByTestId('current-requirement');
  const rate = async (key: string): Promise<void> => {
    const before = await inHand.textContent();
    await page.keyboard.press(key);
    await page.waitForFunction((text) => document.querySelector('[data-testid="current-requirement"]')?.textContent !== text, before, { polling: 'raf' });
  };
  const began = performance.now();
  await page.getByTestId('recent').first().click();
  await page.getByTestId('score-screen').waitFor();
  await rate('4');
  const opened = performance.now() - began;

  const file = openSync(join(folders.assessments, 'bare'), 'w');
  const block = Buffer.alloc(4096, 1);
  const [saved, bare]: [number[], number[]] = [[], []];
  for (let key = 0; key < keys; key += 1) {
    bare.push(await timed(() => { writeSync(file, block); fsyncSync(file); }));
    saved.push(await timed(() => rate(String(1 + key % 4))));
    if (key % 20 === 19) for (let back = 0; back < 20; back += 1) await page.keyboard.press('ArrowUp');
  }
  closeSync(file);
  await browser.close();
  child.kill('SIGTERM');
  await once(child, 'exit');
  return { opened, saved, bare };
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

await workBefore();
await timeStart(startProduct, '[data-testid="home-screen"]', clickHome);
const [product, blank]: [Phases[], Phases[]] = [[], []];
for (let round = 0; round < rounds; round += 1) {
  blank.push(await timeStart(startPlain, '#button', clickBlank));
  product.push(await timeStart(startProduct, '[data-testid="home-screen"]', clickHome));
}
const median = (all: readonly Phases[], phase: keyof Phases): number => spread(all.map((one) => one[phase])).p50;
console.log('milliseconds (medians)   product   blank page');
for (const phase of ['program', 'browser', 'painted', 'answered', 'total'] as const) console.log(`${phase.padEnd(22)} ${median(product, phase).toFixed(0).padStart(9)} ${median(blank, phase).toFixed(0).padStart(12)}`);
console.log(`ratio of the totals      ${(median(product, 'total') / median(blank, 'total')).toFixed(1)}`);

const worked = await timeWork();
const [saved, bare] = [spread(worked.saved), spread(worked.bare)];
console.log(`opening to first rating  ${worked.opened.toFixed(0)} ms`);
console.log(`key to highlight moved   p50 ${saved.p50.toFixed(1)} ms  p95 ${saved.p95.toFixed(1)} ms`);
console.log(`bare fsync               p50 ${bare.p50.toFixed(2)} ms  p95 ${bare.p95.toFixed(2)} ms`);
console.log(`ratio                    p50 ${(saved.p50 / bare.p50).toFixed(1)}  p95 ${(saved.p95 / bare.p95).toFixed(1)}`);
