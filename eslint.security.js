/** The items of Electron's security checklist that can be read off the source; the others are tests of test/desktop. */

const must = (selector, message) => ({ selector, message });

const windowOptions = [
  must('Property[key.name=/^(sandbox|contextIsolation|webSecurity)$/]:not([value.value=true])', 'Pages run in a sandbox, isolated, with web security: true, as a literal.'),
  must('Property[key.name=/^(nodeIntegration|nodeIntegrationInWorker|nodeIntegrationInSubFrames|allowRunningInsecureContent|webviewTag|experimentalFeatures|navigateOnDragDrop|plugins|bypassCSP|allowServiceWorkers)$/]:not([value.value=false])', 'Pages have no Node, no insecure or experimental features, no guests: false, as a literal.'),
  must('Property[key.name=/^(enableBlinkFeatures|additionalArguments)$/]', 'Pages get no further Blink features and no arguments.'),
];

const switches = [
  must('Literal[value=/^(--)?(no-sandbox|disable-web-security|disable-site-isolation-trials|ignore-certificate-errors|allow-running-insecure-content|allow-file-access-from-files|remote-debugging-(port|pipe))/]', 'No switch may take Chromium\'s protections away or open it to a debugger.'),
];

const doors = [
  must('CallExpression[callee.property.name=/^(executeJavaScript|executeJavaScriptInIsolatedWorld|insertCSS|loadFile|openExternal|openPath|setAsDefaultProtocolClient|openDevTools)$/]', 'Nothing is put into a page, loaded from a file address or handed to another program.'),
  must('CallExpression[callee.property.name="exposeInMainWorld"] :matches(Property[value.name="ipcRenderer"], SpreadElement[argument.name="ipcRenderer"], Property[value.property.name=/^(invoke|send|on)$/])', 'The page gets functions of our own, never ipcRenderer or a part of it.'),
  must('CallExpression[callee.object.name="ipcRenderer"][callee.property.name=/^(send|sendSync|sendToHost|postMessage)$/]', 'The page asks through invoke alone, so that every question has one answer.'),
];

const oneChannel = must('CallExpression[callee.object.name="ipcMain"]', 'There is one channel, opened in workbench.ts through the one door.');
const oneWindowMaker = must('NewExpression[callee.name=/^(BrowserWindow|BrowserView|WebContentsView|BaseWindow)$/]', 'Windows are made in window.ts alone, with the options that tests read.');

const made = { 'window.ts': oneWindowMaker, 'workbench.ts': oneChannel };

/** What the desktop shell may not say, by file: the one that makes windows and the one that opens the channel may do that. */
export function forbiddenInDesktop(file) {
  const others = Object.entries(made).filter(([name]) => name !== file).map(([, rule]) => rule);
  return [...windowOptions, ...switches, ...doors, ...others];
}

/** Files of the desktop shell with a right of their own. */
export const filesWithRights = Object.keys(made);

/** Parts of Electron that lead out of the program. */
export const outside = { name: 'electron', importNames: ['shell', 'net', 'netLog', 'autoUpdater', 'desktopCapturer', 'webFrame', 'BrowserView', 'WebContentsView', 'pushNotifications', 'inAppPurchase'], message: 'This part of Electron leads out of the program or around its window.' };

/** What the renderer may not say. */
export const forbiddenInRenderer = [
  must('JSXOpeningElement[name.name=/^(webview|iframe|frame|object|embed|script|base)$/]', 'The page embeds nothing and runs no script of its own making.'),
  must('JSXAttribute[name.name=/^(dangerouslySetInnerHTML|allowpopups|srcDoc)$/]', 'Texts are shown as text.'),
  must('AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]', 'Texts are shown as text.'),
  must('CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln)$/][callee.object.name=/^(document|element)$/]', 'Texts are shown as text.'),
];
