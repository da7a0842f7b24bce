import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childSources } from '../../electron/intake/child-entry.ts';
import { allowedLicences } from './allowed-licences.ts';
import { type Packed, extract, readAsar } from './asar.ts';
import { shippedPackages } from './shipped-packages.ts';
import { makeStandIn, readFuses } from './stand-in.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const part = `linux-${process.arch}`;

// Packages are made on the system they are for; this one is looked at where it is Linux.
describe.skipIf(process.platform !== 'linux')('the packaged program', () => {
  const work = mkdtempSync(join(tmpdir(), 'maturity-package-'));
  const installed = join(work, 'out/packages', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  const resources = join(installed, 'resources');
  const app = join(work, 'app');
  let files: readonly Packed[] = [];

  beforeAll(() => {
    makeStandIn(join(work, 'electron'));
    const made = run(project, 'scripts/package.mjs', '--linux', 'dir', '--electron', join(work, 'electron'), '--out', join(work, 'out'));
    if (made.status !== 0) throw new Error(`${made.stdout}${made.stderr}`);
    files = readAsar(join(resources, 'app.asar'));
    extract(files, app);
  }, 240_000);
  afterAll(() => { rmSync(work, { recursive: true, force: true }); });

  test('has the fuses that keep it from being anything but itself', () => {
    expect(readFuses(join(installed, 'mlops-maturity-workbench'))).toEqual({
      RunAsNode: 'off', CookieEncryption: 'on', NodeOptions: 'off', NodeInspect: 'off', AsarIntegrity: 'on', OnlyAsar: 'on', OwnSnapshot: 'off', FilePrivileges: 'off',
    });
  });

  test('holds Electron with two languages and its licences, the archive, and nothing else', () => {
    const lying = filesIn(installed).filter((path) => !path.startsWith('resources/app.asar.unpacked/'));

    expect(lying).toEqual(['LICENSE.electron.txt', 'LICENSES.chromium.html', 'icudtl.dat', 'locales/en-US.pak', 'locales/zh-CN.pak', 'mlops-maturity-workbench', 'resources/app.asar']);
  });

  test('holds in its archive exactly what is on the list', () => {
    const paths = files.map(({ path }) => path.replace(/-[\w-]{8}(?=\.(js|css)$)/, '-*')).filter((path) => !/^(assessments\/packs|electron\/(?:sample\/credit-scoring-delivery|character-maps))\//.test(path));
    const children = Object.keys(childSources()).map((name) => `out/program/${name}.js`);
    const modules = (name: string, ...own: readonly string[]): readonly string[] => own.map((path) => `node_modules/${name}/${path}`);

    expect(new Set(paths.filter((path) => !/^out\/(program|renderer\/assets)\/[\w-]+-\*\.(js|css)$/.test(path)))).toEqual(new Set([
      'package.json', 'out/licences.json', 'out/packs.json', 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/program/desktop.js', 'out/program/maturity.js', ...children,
      ...modules('@expo-google-fonts/noto-sans-sc', 'package.json', 'LICENSE', 'LICENSE_FONT', '400Regular/NotoSansSC_400Regular.ttf', '600SemiBold/NotoSansSC_600SemiBold.ttf'),
      ...modules('@resvg/resvg-js', 'package.json', 'LICENSE', 'index.js', 'js-binding.js'), ...modules(`@resvg/resvg-js-${part}-gnu`, 'package.json', `resvgjs.${part}-gnu.node`),
      ...modules('highs', 'package.json', 'LICENSE', 'build/highs.mjs', 'build/highs.wasm'),
      ...modules('better-sqlite3', 'package.json', 'LICENSE', `prebuilds/${part}.node`, ...['binding', 'database', 'index', 'sqlite-error', 'util'].map((name) => `lib/${name}.js`),
        ...['aggregate', 'backup', 'explain', 'function', 'inspect', 'pragma', 'serialize', 'table', 'transaction', 'wrappers'].map((name) => `lib/methods/${name}.js`)),
    ]));
  });

  test('holds the packs, the character maps and the evidence of the sample as they are in the project', () => {
    for (const folder of ['assessments/packs', 'electron/sample/credit-scoring-delivery', 'electron/character-maps']) {
      const packed = files.filter(({ path }) => path.startsWith(`${folder}/`)).map(({ path, bytes }) => [path.slice(folder.length + 1), digest(bytes())]);
      expect(Object.fromEntries(packed)).toEqual(Object.fromEntries(filesIn(join(project, folder)).map((path) => [path, digest(readFileSync(join(project, folder, path)))])));
    }
  });

  test('has no source map, no TypeScript, no address of a map', () => {
    const programs = files.filter(({ path }) => /\.(m?js|cjs|css)$/.test(path));
    const telling = programs.filter(({ bytes }) => /^\/\/# sourceMappingURL=(?!data:)/m.test(bytes().toString('utf8').slice(-500)));

    expect({ odd: files.filter(({ path }) => /\.(map|tsx?|md)$/.test(path) && !path.startsWith('electron/sample/')).map(({ path }) => path), telling: telling.map(({ path }) => path) }).toEqual({ odd: [], telling: [] });
  });

  test('keeps native parts and the sample outside of the archive, every file with its hash', () => {
    const outside = files.filter(({ unpacked }) => unpacked).map(({ path }) => path).filter((path) => !path.startsWith('electron/sample/'));

    expect(outside.toSorted()).toEqual([`node_modules/@resvg/resvg-js-${part}-gnu/resvgjs.${part}-gnu.node`, `node_modules/better-sqlite3/prebuilds/${part}.node`]);
    expect(files.filter(({ hash, bytes }) => hash !== digest(bytes())).map(({ path }) => path)).toEqual([]);
  });

  test('has native parts that Node can load from where they are packed', () => {
    const native = JSON.stringify(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds', `${part}.node`));
    const picture = JSON.stringify(join(resources, 'app.asar.unpacked/node_modules', `@resvg/resvg-js-${part}-gnu/resvgjs.${part}-gnu.node`));
    const asked = run(app, '-e', `const Database = require('better-sqlite3'); console.log(new Database(':memory:', { nativeBinding: ${native} }).prepare('select 6 * 7 as n').get().n, typeof require(${picture}).Resvg)`);

    expect(asked.stdout.trim()).toBe('42 function');
  });

  test('ships the packages on the list and no other, each with a licence that is allowed, and its text', () => {
    const list = JSON.parse(readFileSync(join(app, 'out/licences.json'), 'utf8')) as readonly { readonly name: string; readonly version: string; readonly licence: string; readonly text: string }[];

    expect(list.filter(({ licence, text, version }) => !allowedLicences.has(licence) || text.length < 200 || !/^\d/.test(version))).toEqual([]);
    expect([...new Set(list.map(({ name }) => name))]).toEqual([...shippedPackages, `@resvg/resvg-js-${part}-gnu`].toSorted());
    expect(list.find(({ name }) => name === '@expo-google-fonts/noto-sans-sc')?.text).toMatch(/SIL OPEN FONT LICENSE/i);
  });

  test('assesses the sample from end to end, with the font in the report', () => {
    const out = join(work, 'assessed');
    const assessed = run(app, 'out/program/maturity.js', 'assess', '--evidence', join(app, 'electron/sample/credit-scoring-delivery'), '--out', out, '--org', '甲', '--project', '乙', '--accept-suggestions', '--json');
    const verified = run(app, 'out/program/maturity.js', 'verify', join(out, 'assessment.maturity'), '--json');

    expect({ ...assessed, stdout: '' }).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(out).sort()).toEqual(['assessment.maturity', 'report.pdf', 'report.xlsx', 'result.json']);
    expect(readFileSync(join(out, 'report.pdf'), 'latin1')).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansSC-Regular/);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
    // The solver finds its WebAssembly in the archive.
    expect(JSON.parse(run(app, 'out/program/maturity.js', 'plan', join(out, 'assessment.maturity'), '--target', '2', '--json').stdout)).toMatchObject({ method: 'optimum', provenOptimal: true });
  });

  test('reads the same facts, in the same order, as the sources do', () => {
    const facts = ['facts', join(app, 'electron/sample/credit-scoring-delivery'), '--json'];
    const [packed, sources] = [run(app, 'out/program/maturity.js', ...facts), run(project, 'electron/cli/main.ts', ...facts)];

    expect((JSON.parse(packed.stdout) as { readonly facts: readonly unknown[] }).facts.length).toBeGreaterThan(20);
    expect(packed.stdout).toBe(sources.stdout);
  });

  test('loads its main program with the names Electron has, and leaves the work to the one that runs already', () => {
    const imported = files.filter(({ path }) => /^out\/program\/.*\.js$/.test(path)).flatMap(({ bytes }) => [...bytes().toString('utf8').matchAll(/^import \{([^}]*)\} from "electron"/gm)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim().replace(/ as .*$/, ''))));
    const known = readFileSync(join(project, 'node_modules/electron/electron.d.ts'), 'utf8');
    mkdirSync(join(app, 'node_modules/electron'), { recursive: true });
    writeFileSync(join(app, 'node_modules/electron/package.json'), '{ "type": "module", "main": "index.js" }');
    writeFileSync(join(app, 'node_modules/electron/index.js'), standInModule(imported));

    expect(imported.filter((name) => !new RegExp(`\\b(const|class) ${name}\\b`).test(known))).toEqual([]);
    expect(run(app, 'out/program/desktop.js')).toEqual({ status: 0, stdout: 'quit\n', stderr: '' });
  });

  test('answers as the browser shell', async () => {
    const child = spawn(process.execPath, ['out/program/maturity.js', 'serve'], { cwd: app, env: environment(), stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = once(child, 'exit');
    let said = '';
    const address = await new Promise<string>((resolve, reject) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text; const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said); if (found !== null) resolve(found[0]); });
      void ended.then(() => { reject(new Error(said)); });
    });
    const page = await fetch(address);
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? 'none';
    const answered = [page.status, (await fetch(address + script)).headers.get('content-type'), (await fetch(`${address}package.json`)).status];
    child.kill('SIGTERM');
    const [code] = await ended as [number | null];

    expect({ answered, code }).toEqual({ answered: [200, 'text/javascript; charset=utf-8', 403], code: 0 });
  });

  function environment(): NodeJS.ProcessEnv {
    return { PATH: process.env['PATH'], HOME: work, MATURITY_USER_FOLDER: join(work, 'user'), MATURITY_ASSESSMENTS_FOLDER: join(work, 'assessments'), LANG: 'en_US.UTF-8' };
  }

  function run(folder: string, ...words: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, env: environment(), encoding: 'utf8', maxBuffer: 64_000_000 });
    return { status, stdout, stderr };
  }
});

/** A module whose every part can be read, called and made, and does nothing; another program holds the lock. */
function standInModule(names: readonly string[]): string {
  return `const anything = (own = {}) => new Proxy(function () {}, { get: (_target, name) => (name in own ? own[name] : name === 'then' ? undefined : anything()), apply: () => anything(), construct: () => anything() });
    const app = anything({ requestSingleInstanceLock: () => false, quit: () => { console.log('quit'); process.exit(0); } });
    ${[...new Set(names)].map((name) => (name === 'app' ? 'export { app };' : `export const ${name} = anything();`)).join('\n')}`;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.replace(/\/$/, '').length + 1)).sort();
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
