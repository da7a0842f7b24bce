import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { browserFlags } from '../../electron/browser/launch.ts';
import { chromiumPath } from './chromium.ts';
import { browserProgram, filesWith, ownBrowser, profileOf, startProgram, windowsOf } from './own-browser.ts';
import { buildWhereStale, freshHome, inHand, makeAssessment, sayWho, soon, type Home } from './workbench.ts';

const commandLines = (): readonly string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return [];
  }
});

describe.skipIf(chromiumPath === undefined || process.platform !== 'linux')('the windows the program opens itself', () => {
  let home: Home;
  beforeAll(buildWhereStale);
  beforeEach(() => {
    home = freshHome();
    onTestFinished(() => { home.remove(); });
  });

  test('the key of a window is nowhere but in the window: no command line, log, history or file has it, and none is left behind', async () => {
    const program = startProgram(home, browserProgram(home));
    const browser = await ownBrowser(home);
    const [page] = await windowsOf(browser, 1);
    const referers: string[] = [];
    page!.on('request', (request) => { const { referer } = request.headers(); if (referer !== undefined && referer !== '') referers.push(referer); });
    await sayWho(page!);
    await makeAssessment(page!, '示例银行', '密钥');
    const token = await page!.evaluate(() => sessionStorage.getItem('maturity.token')) ?? '';
    const profile = profileOf(home);
    const commands = commandLines();

    const [browserLine = ''] = commands.filter((line) => line.includes(`--user-data-dir=${profile}`) && line.includes('--app=file:'));
    expect(browserFlags(profile).filter((flag) => !browserLine.includes(flag))).toEqual([]);
    expect([token.length, commands.some((line) => line.includes(profile)), commands.filter((line) => line.includes(token))]).toEqual([43, true, []]);
    expect([commands.filter((line) => line.includes('launch=')), readdirSync(profile).filter((name) => name.startsWith('launch-')), filesWith(home.path, 'launch=').filter((path) => !path.startsWith('user/browser-profile/'))]).toEqual([[], [], []]);
    // The storage of tabs, by which a reload goes on, is the one place of the browser's own; it is emptied at the end.
    expect(filesWith(home.path, token).filter((path) => !/^user\/browser-profile\/Default\/(Session Storage|WebStorage|Sessions)/.test(path))).toEqual([]);
    expect([referers, statSync(profile).mode & 0o777, statSync(join(home.path, 'user/running.json')).mode & 0o777]).toEqual([[], 0o700, 0o600]);

    await page!.close();
    expect([await program.ended, filesWith(home.path, token, 'launch='), readdirSync(profile).sort(), readdirSync(join(home.path, 'user')).filter((name) => /running|hand-over|launch/.test(name))]).toEqual([0, [], expect.arrayContaining(['Default', 'Local State']), []]);
    expect(readdirSync(join(profile, 'Default')).filter((name) => !/^(Secure )?Preferences$/.test(name))).toEqual([]);
  });

  test('two windows live on one assessment: each hears of the other, either may go, the last one ends the program', async () => {
    const program = startProgram(home, browserProgram(home));
    const browser = await ownBrowser(home);
    const [one] = await windowsOf(browser, 1);
    await sayWho(one!);
    await makeAssessment(one!, '示例银行', '两个窗口');
    await one!.getByTestId('tab-score').click();

    const opened = await one!.evaluate(async () => (await fetch('/api/windows', { method: 'POST', headers: { authorization: `Bearer ${sessionStorage.getItem('maturity.token') ?? ''}` } })).json() as unknown);
    const other = (await windowsOf(browser, 2)).find((page) => page !== one)!;
    await other.getByTestId('home-screen').waitFor();
    await other.getByText('两个窗口').first().click();
    await other.getByTestId('score-screen').waitFor();

    await one!.keyboard.press('4');
    await soon(() => other.locator('[data-requirement="1.1.1-L1-1"]').textContent()).toMatch(/F$/);
    await other.locator('[data-requirement="1.1.1-L2-1"]').click();
    await other.keyboard.press('3');
    await soon(() => one!.locator('[data-requirement="1.1.1-L2-1"]').textContent()).toMatch(/L$/);
    expect([opened, await one!.evaluate(() => sessionStorage.getItem('maturity.token')) === await other.evaluate(() => sessionStorage.getItem('maturity.token'))]).toEqual([{ code: null }, false]);

    // Going home in one window leaves the assessment to the other; a reload comes back to the same requirement.
    await one!.getByTestId('home').click();
    await one!.getByTestId('home-screen').waitFor();
    const stood = await inHand(other);
    await other.reload();
    await soon(() => inHand(other)).toBe(stood);
    await other.keyboard.press('4');
    await soon(() => inHand(other)).not.toBe(stood);

    await one!.close();
    // Longer than the program waits after its last window.
    await new Promise((resolve) => { setTimeout(resolve, 4_000); });
    const next = await inHand(other);
    await other.keyboard.press('2');
    await soon(() => other.locator(`[data-requirement="${next}"]`).textContent()).toMatch(/P$/);
    await other.close();
    expect(await program.ended).toBe(0);
  });

  test('a second start hands over: its file is opened in a new window of the running program, which goes on alone', async () => {
    const browserWord = browserProgram(home);
    const program = startProgram(home, browserWord);
    const browser = await ownBrowser(home);
    const [one] = await windowsOf(browser, 1);
    await sayWho(one!);
    await makeAssessment(one!, '示例银行', '交给它');
    await one!.getByTestId('home').click();
    await one!.getByTestId('home-screen').waitFor();
    const file = join(home.assessments, readdirSync(home.assessments).find((name) => name.endsWith('.maturity')) ?? '');

    const second = startProgram(home, browserWord, file);
    expect([await second.ended, second.said()]).toEqual([0, expect.stringMatching(/程序已在运行.*\n.*a new window has been opened/)]);
    const next = (await windowsOf(browser, 2)).find((page) => page !== one)!;
    await soon(() => next.getByTestId('details').textContent()).toContain('交给它');

    const third = startProgram(home, browserWord);
    expect(await third.ended).toBe(0);
    const last = (await windowsOf(browser, 3)).find((page) => page !== one && page !== next)!;
    await last.getByTestId('home-screen').waitFor();
    expect(filesWith(join(home.path, 'user'), file).filter((path) => path.includes('hand-over'))).toEqual([]);

    for (const page of [one!, next, last]) await page.close();
    expect([await program.ended, program.said()]).toEqual([0, '']);
  });
});
