import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What stands before the fuses in Electron's binary. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const states: Readonly<Record<string, string>> = { 0: 'off', 1: 'on', r: 'removed' };
const names = ['RunAsNode', 'CookieEncryption', 'NodeOptions', 'NodeInspect', 'AsarIntegrity', 'OnlyAsar', 'OwnSnapshot', 'FilePrivileges'] as const;

/** A folder that looks like Electron's distribution to the packager; its binary holds nothing but fuses, set as Electron ships them. */
export function makeStandIn(folder: string): void {
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, names.length]), Buffer.from('10110001')]);
  const files: Readonly<Record<string, Buffer | string>> = {
    'electron': Buffer.concat([Buffer.alloc(512, 'stand-in '), wire, Buffer.alloc(512)]),
    'LICENSE': 'Electron', 'LICENSES.chromium.html': 'Chromium', 'version': '0', 'icudtl.dat': 'data',
    'resources/default_app.asar': 'a demonstration', 'locales/en-US.pak': 'en', 'locales/zh-CN.pak': 'zh', 'locales/de.pak': 'de',
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: path === 'electron' ? 0o755 : 0o644 });
  }
}

/** The fuses burnt into a binary, by name. */
export function readFuses(binary: string): Readonly<Record<string, string>> {
  const bytes = readFileSync(binary);
  const at = bytes.indexOf(sentinel) + sentinel.length + 2;
  return Object.fromEntries(names.map((name, index) => [name, states[String.fromCharCode(bytes[at + index] ?? 0)] ?? 'unknown']));
}
