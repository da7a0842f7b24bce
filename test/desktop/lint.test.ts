import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

const ours = new ESLint();
const linter = new Linter();

/** Messages of the rules that forbid, over a text that would stand in a file of the project. */
async function complaints(file: string, text: string): Promise<readonly string[]> {
  const { rules = {} } = await ours.calculateConfigForFile(file) as Linter.Config;
  const forbidding = Object.fromEntries(['no-restricted-syntax', 'no-restricted-imports', 'no-eval', 'no-new-func', 'no-implied-eval', 'no-script-url'].map((name) => [name, rules[name] ?? 'off']));
  return linter.verify(text, [{ files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } }, rules: forbidding }], file).map(({ ruleId, message }) => ruleId ?? message);
}

test.each([
  ['window.ts', 'open({ sandbox: false });'], ['window.ts', 'open({ contextIsolation: Boolean(1) });'], ['window.ts', 'open({ webSecurity: false });'], ['window.ts', 'open({ nodeIntegration: true });'], ['window.ts', 'open({ nodeIntegrationInWorker: true });'],
  ['window.ts', 'open({ nodeIntegrationInSubFrames: developing });'], ['window.ts', 'open({ allowRunningInsecureContent: true });'], ['window.ts', 'open({ experimentalFeatures: true });'], ['window.ts', 'open({ enableBlinkFeatures: "x" });'], ['window.ts', 'open({ webviewTag: true });'],
  ['main.ts', 'protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges: { bypassCSP: true } }]);'], ['main.ts', 'app.commandLine.appendSwitch("no-sandbox");'], ['main.ts', 'app.commandLine.appendSwitch("remote-debugging-port", "9222");'],
  ['main.ts', 'import { shell } from "electron";'], ['main.ts', 'import { net } from "electron";'], ['main.ts', 'shell.openExternal(url);'], ['main.ts', 'window.loadFile("x.html");'], ['main.ts', 'contents.executeJavaScript("1");'],
  ['main.ts', 'new BrowserWindow({});'], ['window.ts', 'ipcMain.handle("x", () => 1);'], ['dialogs.ts', 'ipcMain.on("x", () => 1);'],
  ['preload.ts', 'contextBridge.exposeInMainWorld("api", { ipcRenderer });'], ['preload.ts', 'contextBridge.exposeInMainWorld("api", { ...ipcRenderer });'], ['preload.ts', 'contextBridge.exposeInMainWorld("api", { invoke: ipcRenderer.invoke });'], ['preload.ts', 'ipcRenderer.sendSync("x");'],
] as readonly (readonly [string, string])[])('the desktop shell may not say it (%s): %s', async (file, text) => {
  expect((await complaints(`electron/desktop/${file}`, text)).length).toBe(1);
});

test.each([
  ['renderer/app.tsx', 'const page = <iframe />;'], ['renderer/app.tsx', 'const page = <webview />;'], ['renderer/app.tsx', 'const page = <p dangerouslySetInnerHTML={text} />;'], ['renderer/app.tsx', 'element.innerHTML = text;'], ['renderer/app.tsx', 'import { ipcRenderer } from "electron";'],
  ['renderer/app.tsx', 'eval(text);'], ['renderer/app.tsx', 'new Function(text);'], ['renderer/app.tsx', 'const link = "javascript:void 0";'], ['electron/handlers/api.ts', 'import { app } from "electron";'], ['electron/browser/server.ts', 'import { shell } from "electron";'],
])('nor may others (%s): %s', async (file, text) => {
  expect((await complaints(file, text)).length).toBe(1);
});

test.each([
  ['electron/desktop/window.ts', 'new BrowserWindow({ sandbox: true, nodeIntegration: false });'], ['electron/desktop/workbench.ts', 'ipcMain.handle("api", door);'], ['electron/desktop/preload.ts', 'contextBridge.exposeInMainWorld("api", { call: (method) => ask(method) });'],
  ['electron/intake/utility-child.ts', 'import type { utilityProcess } from "electron";'], ['renderer/app.tsx', 'const page = <p>{text}</p>;'],
])('what the program needs is allowed (%s): %s', async (file, text) => {
  expect(await complaints(file, text)).toEqual([]);
});
