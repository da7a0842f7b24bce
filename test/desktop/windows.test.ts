import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Header, Reply, StartView } from '../../electron/contract.ts';
import * as double from './electron-double/electron.ts';
import { canRun, startShell, type PageWindow, type Shell } from './shell.ts';

declare const window: Window & PageWindow;

const { seen, machine, chooseMenu, menuItems } = double;
const soon = (look: () => unknown, wanted: unknown): Promise<void> => vi.waitFor(async () => { expect(await look()).toEqual(wanted); }, 20_000);
const described = { scope: '', pack: 'model-delivery', target: 3, policy: 'strict', rollup: 'minimum' } as const;
const titles = (): readonly string[] => seen.windows.map(({ title }) => title.replace(/ – .*/, ''));

describe.skipIf(!canRun)('windows of the desktop shell', () => {
  let shell: Shell;
  const told = async (index: number): Promise<readonly string[]> => (await shell.page(index)).evaluate(() => window.told.filter(({ kind }) => kind === 'open-requested' || kind === 'menu').map(({ kind, command }) => command ?? kind));
  const create = async (index: number, organisation: string): Promise<Header> => {
    const reply = await (await shell.page(index)).evaluate((input) => window.api.call('createAssessment', input), { ...described, organisation, project: '风控' });
    if (!reply.ok) throw new Error(reply.problem.en);
    return reply.value;
  };
  /** Opens what the page of a window was asked to open, as the renderer does. */
  const openAsked = async (index: number): Promise<Reply<Header>> => (await shell.page(index)).evaluate(async () => {
    const asked = window.told.findLast(({ kind }) => kind === 'open-requested')?.file ?? (window as never as { readonly start: StartView }).start.open ?? '';
    return window.api.call('openAssessment', { file: asked });
  });
  const copies = (): string => join(shell.folder, 'copies');

  beforeAll(async () => {
    shell = await startShell();
    const here = await shell.page();
    await here.evaluate(() => window.api.call('setIdentity', { name: '李明', role: '主评估师' }));
    const { assessment, fileName } = await create(0, '样本');
    await here.evaluate((handle) => window.api.call('closeAssessment', { assessment: handle }), assessment);
    mkdirSync(copies());
    for (const name of ['丙', '丁', '戊']) copyFileSync(join(shell.folder, 'assessments', fileName), join(copies(), `${name}.maturity`));
  });
  beforeEach(() => { seen.said.length = 0; });
  afterAll(() => shell.end());

  test('a window bears the name of its assessment and offers what can be done with it', async () => {
    expect([titles(), menuItems().find(({ id }) => id === 'save-copy')?.enabled]).toEqual([['MLOps 成熟度评估工作台'], false]);

    const { fileName } = await create(0, '甲银行');

    const path = join(shell.folder, 'assessments', fileName);
    expect([seen.windows[0]?.title, seen.windows[0]?.represented, seen.recent.at(-1)]).toEqual(['甲银行 · 风控 – MLOps 成熟度评估工作台', path, path]);
    expect([menuItems().find(({ id }) => id === 'save-copy')?.enabled, menuItems().find(({ id }) => id === 'recent-0')?.label, menuItems().find(({ id }) => id === 'undo')?.enabled]).toEqual([true, fileName, process.platform === 'darwin']);
  });

  test('undo can be chosen once there is something to undo', async () => {
    const { path } = { path: seen.windows[0]?.represented };
    const rated = await (await shell.page()).evaluate(async () => {
      const start = await window.api.call('start', {});
      const opened = start.ok ? await window.api.call('openAssessment', { file: start.value.recent[0]?.file ?? '' }) : start;
      return opened.ok ? window.api.call('rate', { assessment: opened.value.assessment, requirements: ['2.2.2-L2-1'], value: 'L', confidence: null, rationale: '', accepted: [] }) : opened;
    });

    expect([rated.ok, path === seen.windows[0]?.represented, menuItems().find(({ id }) => id === 'undo')?.enabled]).toEqual([true, true, true]);
  });

  test('a second window comes up on its home screen, a step aside, and its menus follow it', async () => {
    await (await shell.page()).evaluate(() => window.api.openWindow());
    await soon(() => seen.windows.length, 2);
    await shell.page(1);

    const [first, second] = seen.windows.map((one) => one.getBounds());
    expect([second!.x > first!.x, seen.windows[1]?.isFocused(), menuItems().find(({ id }) => id === 'save-copy')?.enabled]).toEqual([true, true, false]);
    seen.windows[0]!.focus();
    expect(menuItems().find(({ id }) => id === 'save-copy')?.enabled).toBe(true);
  });

  test('a file named by a second start is opened by the window on its home screen, seen from where that start stood', async () => {
    double.app.emit('second-instance', {}, ['maturity', '--flag', '丙.maturity'], copies());
    await soon(() => told(1), ['open-requested']);

    const opened = await openAsked(1);
    expect([opened.ok, seen.windows.length, seen.windows[1]?.represented, seen.windows[1]?.isFocused()]).toEqual([true, 2, join(copies(), '丙.maturity'), true]);
  });

  test('what is open already comes to the front, whoever asks for it', async () => {
    seen.windows[0]!.focus();
    double.app.emit('second-instance', {}, ['maturity', join(copies(), '..', 'copies', '丙.maturity')], '/');
    const bySecond = seen.windows[1]?.isFocused();
    seen.windows[0]!.focus();
    double.app.emit('open-file', { preventDefault: () => undefined }, join(copies(), '丙.maturity'));
    const bySystem = seen.windows[1]?.isFocused();
    const byPage = await (await shell.page()).evaluate(async () => {
      const start = await window.api.call('start', {});
      return start.ok ? window.api.call('openAssessment', { file: start.value.recent[0]?.file ?? '' }) : start;
    });

    expect([bySecond, bySystem, byPage, seen.windows[1]?.isFocused(), seen.windows.length, await told(1)]).toEqual([true, true, expect.objectContaining({ ok: false, problem: expect.objectContaining({ kind: 'cancelled' }) as unknown }), true, 2, ['open-requested']]);
  });

  test('several files at once get a window each, which finds its file at its start; the same file twice only one', async () => {
    double.app.emit('second-instance', {}, ['maturity', '丁.maturity', './丁.maturity', '戊.maturity', `file://${encodeURI(join(copies(), '丙.maturity'))}`], copies());
    await soon(() => seen.windows.length, 4);

    const opened = [await openAsked(2), await openAsked(3)];
    expect([opened.map(({ ok }) => ok), seen.windows.map(({ represented }) => basename(represented)).slice(1), await told(2)]).toEqual([[true, true], ['丙.maturity', '丁.maturity', '戊.maturity'], []]);
  });

  test('opening from a window that shows an assessment leaves it there and takes another window', async () => {
    seen.windows[3]!.close();
    await soon(() => seen.windows.length, 3);
    machine.open = [join(copies(), '戊.maturity')];
    const reply = await (await shell.page()).evaluate(async () => window.api.call('openAssessment', { file: (await window.api.chooseAssessment()) ?? '' }));
    await soon(() => seen.windows.length, 4);
    const opened = await openAsked(3);

    expect([reply.ok, opened.ok, titles()[0], basename(seen.windows[3]!.represented)]).toEqual([false, true, '甲银行 · 风控', '戊.maturity']);
  });

  test('a recent assessment is opened from the menu', async () => {
    seen.windows[3]!.close();
    await soon(() => seen.windows.length, 3);
    chooseMenu(menuItems().find(({ label }) => label === '戊.maturity')?.id ?? '');
    await soon(() => seen.windows.length, 4);

    expect([(await openAsked(3)).ok, basename(seen.windows[3]!.represented)]).toEqual([true, '戊.maturity']);
  });

  test('a closed window closes its assessment, whose file is whole by itself', async () => {
    seen.windows[3]!.close();
    seen.windows[2]!.close();
    await soon(() => readdirSync(copies()).sort(), ['丁.maturity', '丙.maturity', '丙.maturity-wal', '丙.maturity.lock', '戊.maturity'].sort());
  });

  test('menu commands go to the page in front; a new assessment beside an open one begins in a new window', async () => {
    seen.windows[0]!.focus();
    for (const id of ['report', 'import-folder', 'print', 'find']) chooseMenu(id);
    await soon(() => told(0), ['report', 'import-folder', 'print', 'find']);
    chooseMenu('new');
    await soon(() => seen.windows.length, 3);

    await soon(() => told(2), ['new']);
    expect(await told(0)).toEqual(['report', 'import-folder', 'print', 'find']);
    seen.windows[2]!.close();
  });

  test('the menus follow the language at once', async () => {
    const labels = () => seen.menus.at(-1)?.map(({ label }) => label).slice(-5);
    const zh = labels();
    await (await shell.page()).evaluate(() => window.api.call('setSettings', { language: 'en' }));
    const en = labels();
    const title = seen.windows[0]?.title;
    await (await shell.page()).evaluate(() => window.api.call('setSettings', { language: 'zh' }));

    expect([zh, en, title, labels()]).toEqual([['文件', '编辑', '视图', '窗口', '帮助'], ['File', 'Edit', 'View', 'Window', 'Help'], '甲银行 · 风控 – MLOps Maturity Workbench', zh]);
  });

  test('a network place is never looked at: the user is told what to do instead', async () => {
    const before = seen.windows.length;
    double.app.emit('second-instance', {}, ['maturity', '\\\\host\\share\\x.maturity'], '/');
    machine.open = ['//host/share/x.maturity'];
    const reply = await (await shell.page()).evaluate(async () => window.api.call('openAssessment', { file: (await window.api.chooseAssessment()) ?? '' }));
    const dropped = await (await shell.page()).evaluate(() => { Object.assign(window, { __dropped: { 'a.yaml': '\\\\host\\share\\a.yaml' } }); return window.api.takeDropped([new File([''], 'a.yaml')]); });
    const relative = await (await shell.page()).evaluate(() => { Object.assign(window, { __dropped: { 'a.yaml': '../a.yaml' } }); return window.api.takeDropped([new File([''], 'a.yaml')]); });

    expect([relative, seen.windows.length, reply, dropped]).toEqual([null, before, expect.objectContaining({ ok: false, problem: expect.objectContaining({ kind: 'bad-input' }) as unknown }), null]);
    expect(seen.said.filter(({ kind }) => kind === 'message').map(({ title }) => title)).toEqual(['不能直接使用网络位置', '不能直接使用网络位置']);
  });

  test('what the user chooses or drops comes to the page as handles, never as paths; the next dialog begins where the last ended', async () => {
    const here = await shell.page();
    machine.open = ['/data/evidence/仓库', '/data/evidence/b.zip'];
    const chosen = await here.evaluate(() => window.api.chooseEvidence('folder'));
    const cancelled = await here.evaluate(() => window.api.chooseEvidence('files'));
    const dropped = await here.evaluate(() => { Object.assign(window, { __dropped: { 'a.yaml': '/data/a.yaml' } }); return window.api.takeDropped([new File([''], 'a.yaml'), new File([''], 'made-by-script.yaml')]); });

    expect([chosen?.length, cancelled, dropped?.length, [...chosen ?? [], ...dropped ?? []].every((handle) => /^[\w-]{24}$/.test(handle))]).toEqual([2, null, 1, true]);
    expect(seen.said.map(({ options: { title, defaultPath, properties } }) => [title, defaultPath, properties])).toEqual([
      ['选择证据文件夹', double.app.getPath('documents'), ['openDirectory', 'multiSelections', 'dontAddToRecent']], ['选择证据文件', '/data/evidence', ['openFile', 'multiSelections', 'dontAddToRecent']],
    ]);
  });

  test('a copy of the assessment is saved where the user says, and never over one that is open', async () => {
    const target = join(copies(), '副本.maturity');
    machine.save = [join(copies(), '丙.maturity'), target];
    const saved = await (await shell.page()).evaluate(async () => {
      const start = await window.api.call('start', {});
      const own = start.ok ? start.value.recent.find(({ organisation }) => organisation === '甲银行') : undefined;
      const opened = await window.api.call('openAssessment', { file: own?.file ?? '' });
      const copy = opened.ok ? await window.api.call('saveCopy', { assessment: opened.value.assessment }) : opened;
      return copy.ok && window.api.deliver(copy.value);
    });

    expect([saved, readFileSync(target).subarray(0, 15).toString(), seen.said.filter(({ kind }) => kind === 'message').map(({ options }) => options.detail)]).toEqual([true, 'SQLite format 3', ['这个评估文件正在本程序中打开，不能被覆盖：请换一个名称再保存。']]);
  });

  test('a window in which an import runs asks before it closes', async () => {
    machine.open = [join(process.cwd(), 'electron/sample/credit-scoring-delivery')];
    machine.buttons = [0];
    seen.windows[0]!.focus();
    const here = await shell.page();
    const running = here.evaluate(async () => {
      const start = await window.api.call('start', {});
      const own = start.ok ? start.value.recent.find(({ organisation }) => organisation === '甲银行') : undefined;
      const opened = await window.api.call('openAssessment', { file: own?.file ?? '' });
      return opened.ok ? window.api.call('importEvidence', { assessment: opened.value.assessment, sources: (await window.api.chooseEvidence('folder')) ?? [], job: 'job' }) : opened;
    });
    await here.waitForFunction(() => window.told.some(({ kind }) => kind === 'progress'));
    const mayImport = menuItems().find(({ id }) => id === 'import-files')?.enabled;
    const closed = seen.windows[0]!.close();
    await here.evaluate(() => window.api.call('cancel', { job: 'job' }));

    expect([mayImport, closed, (await running).ok, seen.said.find(({ kind }) => kind === 'message')?.title]).toEqual([false, false, false, '这个窗口还有工作没有完成']);
  });

  test('the about box names version, packs and edition, and leads to the licences', async () => {
    machine.buttons = [1];
    seen.windows[0]!.focus();
    chooseMenu('about-box');
    await soon(async () => (await told(0)).at(-1), 'about');

    expect(seen.said[0]?.options.detail).toMatch(/^版本 \d+\.\d+\.\d+\n单机版：不联网，不收集任何数据。\n标准包：.+\n/);
  });

  test('where a window stood is remembered for the next one', async () => {
    seen.windows[1]!.setBounds({ x: 300, y: 120, width: 1100, height: 760 });
    seen.windows[1]!.close();
    chooseMenu('new-window');
    await soon(() => seen.windows.length, 2);

    expect(seen.windows[1]!.getBounds()).toEqual({ x: 300, y: 120, width: 1100, height: 760 });
  });
});
