import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { database } from '../builders/database.ts';
import { chromiumPath, launchChromium } from './chromium.ts';
import { buildWhereStale, freshHome, importFolder, makeAssessment, openWindow, sayWho, startServer } from './workbench.ts';

const fixtures = fileURLToPath(new URL('../fixtures/importers/', import.meta.url));
const release = 'docs/releases/37efcb13-f1b6-42bb-9ad2-42a58a6e1e0a';

type Tables = { readonly tables: readonly { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly { readonly values: readonly (string | number | null)[] }[] }[] };

/** A release folder whose approval does not go with its evaluation, and the database of an experiment tracker. */
function evidenceWithContradictions(folder: string): string {
  for (const file of ['approval_record.json', 'evaluation_results.yaml']) {
    mkdirSync(dirname(join(folder, release, file)), { recursive: true });
    cpSync(join(fixtures, 'release-folder', release, file), join(folder, release, file));
  }
  const { tables } = JSON.parse(readFileSync(join(fixtures, 'mlflow/mlflow.db.decoded.json'), 'utf8')) as Tables;
  const literal = (value: string | number | null) => (typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value));
  const statements = tables.map(({ name, columns, rows }) => `CREATE TABLE ${name} (${columns.join(', ')});${rows.map(({ values }) => `INSERT INTO ${name} VALUES (${values.map(literal).join(', ')});`).join('')}`);
  writeFileSync(join(folder, 'mlflow.db'), database(statements.join('')));
  return folder;
}

async function textOf(page: Page, testId: string): Promise<string> {
  return await page.getByTestId(testId).first().textContent() ?? '';
}

/** A real browser on a busy machine takes its time. */
const seen = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 20_000 });

describe.skipIf(chromiumPath === undefined)('facts on screen', () => {
  let browser: Browser;
  beforeAll(async () => {
    buildWhereStale();
    browser = await launchChromium();
  });
  afterAll(async () => { await browser.close(); });

  test('contradictions stand on top, and a fact opens at its node, its row and its lines', async () => {
    const home = freshHome();
    const served = await startServer(home);
    onTestFinished(async () => { await served.kill(); home.remove(); });
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '信用评分');

    await importFolder(page, evidenceWithContradictions(join(home.path, '证据')));
    await seen(() => page.getByTestId('file-row').count()).toBe(3);
    await seen(() => textOf(page, 'contradictions')).toContain('approval_record.json');

    await page.getByTestId('all-contradictions').click();
    const across = page.getByTestId('facts').getByTestId('contradiction').filter({ hasText: 'evaluation_results.yaml' });
    await across.getByTestId('claim-place').last().click();
    await seen(() => textOf(page, 'fact-panel')).toMatch(/有偏见却批准.*approval_record\.json.*evaluation_results\.yaml/);
    await seen(() => textOf(page, 'tree-picture')).toContain('bias_flag');
    await page.getByTestId('fact-panel').getByTestId('claim-place').first().click();
    await seen(() => textOf(page, 'tree-picture')).toContain('threshold_checks');
    await page.keyboard.press('Escape');

    await page.getByTestId('type-eval.metric').click();
    await page.getByTestId('fact-search').fill('approval_record');
    await page.getByTestId('fact-row').filter({ hasText: 'accuracy' }).filter({ hasText: 'approval_record.json' }).first().click();
    await seen(() => textOf(page, 'cited-node')).toMatch(/^accuracy0\.\d+$/);
    await page.getByTestId('source-text').click();
    await seen(() => page.locator('.source-lines .cited').first().textContent()).toContain('"accuracy"');
    await page.keyboard.press('Escape');

    await page.getByTestId('browse-files').click();
    await page.getByTestId('file-row').filter({ hasText: 'mlflow.db' }).getByTestId('file-facts').click();
    await page.getByTestId('fact-row').filter({ hasText: '/runs/1' }).first().click();
    await seen(() => page.getByTestId('cited-row').locator('th').textContent()).toBe('1');
    expect(await page.getByTestId('table-picture').locator('thead').textContent()).toContain('run_uuid');
    await page.keyboard.press('Escape');

    await page.getByTestId('browse-subjects').click();
    await page.getByTestId('subject-row').first().click();
    await seen(async () => Number(await textOf(page, 'fact-count'))).toBeGreaterThan(0);
    expect(page.complaints.list()).toEqual([]);
  });

  test('a folder of which one file is refused names that file and takes nothing', async () => {
    const home = freshHome();
    const served = await startServer(home);
    onTestFinished(async () => { await served.kill(); home.remove(); });
    const page = await openWindow(browser, served);
    await page.route('**/api/uploads/**path=**', (route) => (route.request().url().includes('mlflow.db') ? route.fulfill({ status: 413 }) : route.continue()));
    await sayWho(page);
    await makeAssessment(page, '示例银行', '信用评分');

    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('choose-folder').click()]);
    await chooser.setFiles(evidenceWithContradictions(join(home.path, '证据')));

    await seen(() => textOf(page, 'import-failed')).toContain('证据/mlflow.db 没有送到程序');
    expect(await page.getByTestId('file-row').count()).toBe(0);
  });
});
