import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { openDelivering } from '../../electron/desktop/delivering.ts';
import { wordsOf } from '../../electron/desktop/words.ts';
import { createHandles } from '../../electron/handlers/handles.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { machine, seen } from './electron-double/recorded.ts';

vi.mock('electron', () => import('./electron-double/electron.ts'));

const zh = wordsOf('zh');
const window = {} as BrowserWindow;
beforeEach(() => { seen.said.length = 0; machine.save.length = 0; machine.buttons.length = 0; });

/** A finished report on offer, and a folder to save it in. */
function offered(name = '示例银行.pdf', isOpen: (path: string) => boolean = () => false) {
  const [run, target] = [temporaryFolder(), temporaryFolder()];
  const handles = createHandles();
  writeFileSync(join(run, 'report'), '%PDF new');
  const download = handles.offer({ path: join(run, 'report'), name, mediaType: 'application/pdf' });
  const deliver = openDelivering({ handles, words: () => zh, folder: target, isOpen });
  return { run, target, handles, download, deliver: () => deliver(window, download) };
}
const sentences = (): readonly (string | undefined)[] => seen.said.filter(({ kind }) => kind === 'message').map(({ options }) => options.detail);

test('a file is saved whole where the user says, with nothing left beside it, and is no longer on offer', async () => {
  const { run, target, handles, download, deliver } = offered();
  machine.save = [join(target, '报告.pdf')];

  expect([await deliver(), readFileSync(join(target, '报告.pdf'), 'utf8'), readdirSync(target), readdirSync(run), handles.lookOffer(download)]).toEqual([true, '%PDF new', ['报告.pdf'], [], undefined]);
  expect(seen.said[0]?.options).toMatchObject({ defaultPath: join(target, '示例银行.pdf'), filters: [{ name: 'PDF', extensions: ['pdf'] }], properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'] });
});

test('a name as long as the file system allows is saved as well', async () => {
  const { target, deliver } = offered();
  const name = `${'长'.repeat(83)}.pdf`;
  machine.save = [join(target, name)];

  expect([await deliver(), readdirSync(target)]).toEqual([true, [name]]);
});

test('the next dialog begins where the last file was saved', async () => {
  const { target, handles, run } = offered();
  mkdirSync(join(target, '客户'));
  const deliver = openDelivering({ handles, words: () => zh, folder: target, isOpen: () => false });
  for (const name of ['a.pdf', 'b.pdf']) {
    writeFileSync(join(run, name), 'x');
    machine.save = [join(target, '客户', name)];
    await deliver(window, handles.offer({ path: join(run, name), name, mediaType: 'application/pdf' }));
  }

  expect(seen.said.map(({ options }) => options.defaultPath)).toEqual([join(target, 'a.pdf'), join(target, '客户', 'b.pdf')]);
});

test('the extension is added where the system did not, and a file that has it then is not replaced unasked', async () => {
  const { target, deliver } = offered();
  writeFileSync(join(target, 'a.v2.pdf'), 'old');
  machine.save = [join(target, 'a.v2'), join(target, 'b')];
  machine.buttons = [1];

  expect([await deliver(), readFileSync(join(target, 'a.v2.pdf'), 'utf8'), readFileSync(join(target, 'b.pdf'), 'utf8'), seen.said.map(({ title }) => title)]).toEqual([true, 'old', '%PDF new', ['保存', '“a.v2.pdf”已存在，要替换它吗？', '保存']]);
});

test('a cancelled dialog leaves the file on offer', async () => {
  const { target, handles, download, deliver } = offered();

  expect([await deliver(), readdirSync(target), handles.lookOffer(download) !== undefined]).toEqual([false, [], true]);
});

test('a file that nobody offered is not asked about', async () => {
  const { handles } = offered();
  const deliver = openDelivering({ handles, words: () => zh, folder: '/', isOpen: () => false });

  expect([await deliver(window, '/etc/passwd'), seen.said]).toEqual([false, []]);
});

test('an assessment that is open is not written over, also under another name of it', async () => {
  const open = join(temporaryFolder(), '银行.maturity');
  writeFileSync(open, 'journal');
  const { target, deliver } = offered('银行.maturity', (path) => path === open);
  symlinkSync(open, join(target, 'link.maturity'));
  machine.save = [join(target, 'link.maturity')];

  expect([await deliver(), readFileSync(open, 'utf8'), sentences()]).toEqual([false, 'journal', [zh.saveOntoOpen]]);
});

test('what went wrong is said in one sentence, what was there stays, and the user may choose again', async () => {
  const { target, deliver } = offered();
  const folder = join(target, 'folder.pdf');
  mkdirSync(folder);
  machine.save = [join(target, 'gone', 'a.pdf'), folder, join(target, 'good.pdf')];

  expect([await deliver(), sentences(), readdirSync(target).sort()]).toEqual([true, [zh.saveGone, zh.saveBusy], ['folder.pdf', 'good.pdf']]);
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a folder that may not be written to is said to be so', async () => {
  const { target, deliver } = offered();
  chmodSync(target, 0o500);
  machine.save = [join(target, 'a.pdf')];

  expect([await deliver(), sentences(), existsSync(join(target, 'a.pdf'))]).toEqual([false, [zh.saveDenied], false]);
});
