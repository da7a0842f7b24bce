import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { expect } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));
export const evidenceFolder = join(project, 'electron/sample/credit-scoring-delivery');

/** Builds the renderer where it is missing or stale, so that what is driven is what is in the tree. */
export function buildWhereStale(): void {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: project, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}

/** A folder for the user's data and one for the assessments, both fresh. */
export function freshHome(): { readonly path: string; readonly environment: Readonly<Record<string, string>>; readonly assessments: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'maturity-e2e-'));
  const assessments = join(path, 'assessments');
  return { path, assessments, environment: { MATURITY_USER_FOLDER: join(path, 'user'), MATURITY_ASSESSMENTS_FOLDER: assessments }, remove: () => { rmSync(path, { recursive: true, force: true, maxRetries: 5 }); } };
}
export type Home = ReturnType<typeof freshHome>;

export type Served = { readonly address: string; readonly origin: string; readonly child: ChildProcess; readonly exited: Promise<number | null>; readonly kill: () => Promise<void> };

/** Starts the real command `serve` in a process of its own, which can be killed at any moment. */
export async function startServer(home: Home, ...words: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, ['bin/maturity.mjs', 'serve', ...words], { cwd: project, env: { ...process.env, ...home.environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; const found = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]+/.exec(said); if (found !== null) resolve(found[0]); });
    void exited.then(() => { reject(new Error(`the server ended: ${said}`)); });
  });
  return { address, origin: new URL(address).origin, child, exited, kill: async () => { child.kill('SIGKILL'); await exited; } };
}

/** What must stay empty in every run: violations of the policy, errors of the page, requests that leave. */
export type Complaints = { readonly list: () => readonly string[] };

/** Opens the workbench in a window of its own and keeps an eye on it. */
export async function openWindow(browser: Browser, served: Served, options: BrowserContextOptions = {}): Promise<Page & { readonly complaints: Complaints }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, acceptDownloads: true, reducedMotion: 'reduce', ...options });
  const complaints: string[] = [];
  await context.exposeBinding('__complain', (_source, text: string) => { complaints.push(text); });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => { (window as never as { __complain(text: string): void }).__complain(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`); });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => { complaints.push(`error: ${error.message}`); });
  page.on('console', (message) => { if (message.type() === 'error' && !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED/.test(message.text())) complaints.push(`console: ${message.text()}`); });
  page.on('request', (request) => { if (!request.url().startsWith(`${served.origin}/`) && !/^(blob|data):/.test(request.url())) complaints.push(`request: ${request.url()}`); });
  await page.goto(served.address);
  return Object.assign(page, { complaints: { list: () => complaints } });
}

/** Says who is at the keyboard, where the workbench asks. */
export async function sayWho(page: Page, name = '李明'): Promise<void> {
  await page.getByTestId('identity-name').fill(name);
  await page.getByTestId('identity-role').fill('主评估师');
  await page.getByTestId('identity-save').click();
  await page.getByTestId('home-screen').waitFor();
}

/** Chooses the folder in the browser's dialog on the evidence screen and waits for the result page. */
export async function importFolder(page: Page, folder: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('choose-folder').click()]);
  await chooser.setFiles(folder);
  await page.getByTestId('import-result').waitFor();
}

export async function makeAssessment(page: Page, organisation: string, project: string): Promise<void> {
  await page.getByTestId('new-assessment').click();
  await page.getByTestId('organisation').fill(organisation);
  await page.getByTestId('project').fill(project);
  await page.getByTestId('create').click();
  await page.getByTestId('evidence-screen').waitFor();
}

/** The requirement in hand on the score screen. */
export async function inHand(page: Page): Promise<string> {
  return await page.getByTestId('current-requirement').textContent() ?? '';
}

/** Waits until what is looked at is as expected; long enough for a busy machine, at once where it already is. */
export function soon<Value>(look: () => Value | Promise<Value>): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(look, { timeout: 20_000, interval: 50 });
}
