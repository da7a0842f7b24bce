import type { Locator, Page } from 'playwright';
import { harmIn } from './harm.ts';

/** Takes what was found at a stop of the tour; `at` says where. */
export type Look = (at: string) => Promise<void>;

/** Looks at the page at every stop; gives what was found in all, each with its place. */
export function lookout(page: Page): { readonly look: Look; readonly found: () => readonly string[]; readonly stops: () => readonly string[] } {
  const found: string[] = [];
  const stops: string[] = [];
  return {
    look: async (at) => {
      await page.waitForTimeout(80);
      stops.push(at);
      for (const harm of await harmIn(page)) found.push(`${at}: ${harm}`);
    },
    found: () => found, stops: () => stops,
  };
}

/** Scrolls a list from top to end, looking at every screenful. */
async function scrollThrough(page: Page, list: Locator, at: string, look: Look, most: number): Promise<void> {
  await list.evaluate((element) => { element.scrollTop = 0; });
  for (let step = 0; step < most; step += 1) {
    await look(`${at} ${step}`);
    const ended = await list.evaluate((element) => { const before = element.scrollTop; element.scrollTop += element.clientHeight * 0.9; return element.scrollTop === before; });
    if (ended) return;
    await page.waitForTimeout(120);
  }
}

async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByTestId(`tab-${screen}`).click();
  await page.getByTestId(`${screen}-screen`).waitFor();
}

/** Files, facts by type and by subject, contradictions, and the file of the first facts of each type in every way it is shown. */
async function evidence(page: Page, look: Look, most: number): Promise<void> {
  await goTo(page, 'evidence');
  await page.getByTestId('file-row').first().waitFor();
  await page.getByTestId('browse-files').click();
  for (const folder of most > 1 ? ['names/', 'folders/', ''] : ['names/']) {
    await page.getByTestId('file-search').fill(folder);
    await scrollThrough(page, page.getByTestId('files'), `files ${folder}`, look, folder === '' ? most : 5 * most);
  }
  await page.getByTestId('browse-types').click();
  const types = await page.locator('[data-testid^="type-"]').evaluateAll((all) => all.map((each) => each.getAttribute('data-testid') ?? ''));
  for (const [at, type] of types.entries()) {
    await page.getByTestId(type).click();
    await page.getByTestId('facts').locator('[data-testid="fact-row"], [data-testid="contradiction"]').first().waitFor();
    await scrollThrough(page, page.getByTestId('facts'), type, look, Math.min(most, 3));
    if (most > 1 || at % 3 === 0) await openFirst(page, type, look, most > 1 ? [0, 3] : [0]);
  }
  await page.getByTestId('browse-subjects').click();
  await page.getByTestId('subject-row').first().waitFor();
  await scrollThrough(page, page.getByTestId('subjects'), 'subjects', look, most);
  await page.getByTestId('subject-row').nth(3).click();
  await look('facts of a subject');
}

async function openFirst(page: Page, type: string, look: Look, rows: readonly number[]): Promise<void> {
  for (const at of rows) {
    const row = page.getByTestId('facts').locator('[data-testid="fact-row"], [data-testid="claim-place"]').nth(at);
    if (await row.count() === 0) return;
    await row.click();
    await page.getByTestId('source').waitFor();
    await page.locator('[data-testid="tree-picture"], [data-testid="table-picture"], [data-testid="git-picture"], .source-lines').first().waitFor();
    await page.getByTestId('source').locator('details.fact').evaluateAll((all) => { for (const each of all) (each as HTMLDetailsElement).open = true; });
    await look(`${type} source`);
    if (await page.getByTestId('source-text').count() > 0) {
      await page.getByTestId('source-text').click();
      await look(`${type} text`);
    }
    await page.keyboard.press('Escape');
    await page.getByTestId('source').waitFor({ state: 'detached' });
  }
}

const plain = ['pages/notes.txt', 'tables/cells.csv', 'tests/junit.xml', 'pages/report.html', 'pages/chart.svg', 'notebook.ipynb', 'tables/cells.xlsx', 'services/raw.yaml', 'model_card.md', 'metrics.json', 'broken/0.yaml'] as const;

/** Files by name, as they are shown and as text. */
async function plainFiles(page: Page, look: Look, files: readonly string[]): Promise<void> {
  await goTo(page, 'evidence');
  await page.getByTestId('browse-files').click();
  for (const path of files) {
    await page.getByTestId('file-search').fill(path);
    await page.getByTestId('file-row').first().locator('button').first().click();
    await page.locator('[data-testid="tree-picture"], [data-testid="table-picture"], .source-lines, [data-testid="source"] .problem, .source-content p').first().waitFor();
    await look(`file ${path}`);
    if (await page.getByTestId('source-text').count() > 0) {
      await page.getByTestId('source-text').click();
      await look(`file ${path} text`);
    }
    await page.keyboard.press('Escape');
    await page.getByTestId('source').waitFor({ state: 'detached' });
  }
  await page.getByTestId('file-search').fill('');
}

/** Chooses one requirement after the other, sub-item by sub-item, and gives its id. */
export async function* everyRequirement(page: Page): AsyncGenerator<string> {
  const met = new Set<string>();
  for (let shown = await requirementsShown(page); shown.some((id) => !met.has(id)); shown = await nextSubItem(page, shown)) {
    for (const id of shown.filter((each) => !met.has(each))) {
      met.add(id);
      await page.locator(`[data-requirement="${id}"]`).click();
      yield id;
    }
  }
}

async function requirementsShown(page: Page): Promise<readonly string[]> {
  await page.locator('[data-requirement]').first().waitFor();
  return page.locator('[data-requirement]').evaluateAll((all) => all.map((each) => each.getAttribute('data-requirement') ?? ''));
}

/** The requirements of the sub-item after this one; the same where it is the last. */
async function nextSubItem(page: Page, before: readonly string[]): Promise<readonly string[]> {
  await page.locator('[data-requirement]').last().click();
  await page.keyboard.press(']');
  for (let tries = 0; tries < 30; tries += 1) {
    const shown = await requirementsShown(page);
    if (shown[0] !== before[0]) return shown;
    await page.waitForTimeout(100);
  }
  return before;
}

/** Every suggestion with all it cites, and every tab of the requirement that carries the typed payloads. */
async function scoring(page: Page, look: Look, typedInto: string): Promise<void> {
  await goTo(page, 'score');
  await requirementsShown(page);
  for (let back = 0; back < 6; back += 1) await page.getByTestId('rows').press('[');
  for await (const id of everyRequirement(page)) {
    const explain = page.getByTestId('explain');
    if (await explain.count() > 0 && await explain.getAttribute('aria-expanded') === 'false') await explain.click();
    await look(`suggestion ${id}`);
    for (const tab of id === typedInto ? ['verify', 'evidence', 'notes', 'raters', 'history'] : []) {
      await page.getByTestId(`tab-of-${tab}`).click();
      await look(`tab ${tab}`);
    }
  }
}

async function dialogs(page: Page, look: Look): Promise<void> {
  await page.getByTestId('open-palette').click();
  for (const sought of ['', '<img src=x onerror=window.__pwned=1>', '\u202E2.2']) {
    await page.getByTestId('palette-input').fill(sought);
    await look(`palette ${sought.length}`);
  }
  await page.keyboard.press('Escape');
  for (const opener of ['details', 'who', 'help']) {
    await page.getByTestId(opener).click();
    await page.locator('[role="dialog"]').waitFor();
    await look(`dialog ${opener}`);
    await page.keyboard.press('Escape');
    await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  }
}

async function journal(page: Page, look: Look): Promise<void> {
  await page.getByTestId('details').click();
  await page.getByTestId('open-journal').click();
  await page.locator('[data-testid="journal-row"]').first().waitFor();
  await look('journal');
  for (const row of (await page.getByTestId('journal-row').all()).slice(0, 8)) {
    await row.click();
    await look('journal entry');
  }
}

/** What is told of one file with a hostile name, and the question whether to remove its bytes. */
async function fileDetails(page: Page, look: Look): Promise<void> {
  await goTo(page, 'evidence');
  await page.getByTestId('browse-files').click();
  for (const sought of ['gpj.exe', 'onerror', 'xxxxxxxxxx']) {
    await page.getByTestId('file-search').fill(sought);
    await page.getByTestId('file-details-of').first().click();
    await page.getByTestId('file-details').waitFor();
    await look(`details ${sought}`);
    await page.getByTestId('file-purge').click();
    await page.getByTestId('purge-do').waitFor();
    await look(`purging ${sought}`);
    await page.keyboard.press('Escape');
    await page.getByTestId('purge-do').waitFor({ state: 'detached' });
    await page.getByTestId('all-files').click();
  }
}

/**
 * Goes through every view of the open assessment, in the language the window has now; `typedInto`: the requirement with
 * notes and ratings; `most`: screenfuls of a list to look at.
 */
export async function tour(page: Page, look: Look, typedInto: string, most: number): Promise<void> {
  await evidence(page, look, most);
  await plainFiles(page, look, most > 1 ? plain : plain.slice(0, 3));
  await fileDetails(page, look);
  await scoring(page, look, typedInto);
  for (const screen of ['overview', 'gaps', 'reports']) {
    await goTo(page, screen);
    await page.waitForTimeout(200);
    await look(screen);
  }
  await dialogs(page, look);
  await journal(page, look);
  for (const screen of ['settings', 'about']) {
    await page.getByTestId(screen).click();
    await page.getByTestId(`${screen}-screen`).waitFor();
    await page.waitForTimeout(200);
    await look(screen);
  }
  await goTo(page, 'score');
}
