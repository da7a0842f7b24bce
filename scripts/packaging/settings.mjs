/** How the program is packaged: the same contents everywhere, one installer of each kind that people expect. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stage } from './stage.mjs';

const archs = ['ia32', 'x64', 'armv7l', 'arm64', 'universal'];

/** Settings of electron-builder. `out`: the folder to work in. `electron`: a folder or zip with Electron's files; without it they are fetched. */
export function settings({ out, version, electron }) {
  const staged = join(out, 'app');
  const icons = join(out, 'icons');
  return {
    appId: 'mlops-maturity-workbench', productName: 'MLOps Maturity Workbench', copyright: null,
    electronVersion: version, electronLanguages: ['en', 'zh-CN'], ...(electron === undefined ? {} : { electronDist: electron }),
    directories: { output: join(out, 'packages'), buildResources: icons },
    // Two sets, because a folder node_modules at the root of one is passed over.
    files: [{ from: staged, to: '.', filter: ['**/*'] }, { from: join(staged, 'node_modules'), to: 'node_modules', filter: ['**/*'] }],
    extraMetadata: { main: 'out/program/desktop.js' },
    asar: { smartUnpack: false }, asarUnpack: ['**/*.node', '**/electron/sample/**'],
    publish: null,
    // “No”: packages are laid out by `stage`, nothing is to be rebuilt or gathered.
    beforeBuild: () => Promise.resolve(false),
    beforePack: ({ electronPlatformName, arch }) => stage(staged, `${electronPlatformName}-${archs[arch]}`),
    afterExtract: ({ appOutDir }) => { removeLeftovers(appOutDir); },
    electronFuses: fuses,
    fileAssociations: [{ ext: 'maturity', name: 'MLOps Maturity Assessment', description: 'MLOps 成熟度评估 / MLOps maturity assessment', mimeType: 'application/x-mlops-maturity', role: 'Editor' }],
    artifactName: '${name}-${version}-${os}-${arch}.${ext}',
    win: { target: ['nsis', 'portable'], icon: join(icons, 'icon.ico') },
    // Assessments and settings stay when the program goes.
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false, installerLanguages: ['zh_CN', 'en_US'], differentialPackage: false },
    portable: { artifactName: '${name}-${version}-portable-${arch}.${ext}' },
    mac: { target: ['dmg'], icon: join(icons, 'icon.icns'), category: 'public.app-category.business', hardenedRuntime: true, darkModeSupport: true },
    dmg: { writeUpdateInfo: false },
    linux: { target: ['AppImage', 'deb'], icon: icons, category: 'Office', executableName: 'mlops-maturity-workbench', synopsis: 'Offline assessment of AI delivery pipelines', maintainer: 'MLOps Maturity Workbench <maintainer@invalid>' },
  };
}

/** What the binary is not allowed to do, whoever starts it and however. */
const fuses = {
  runAsNode: false, enableCookieEncryption: true, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true, onlyLoadAppFromAsar: true, loadBrowserProcessSpecificV8Snapshot: false, grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: true,
};

/** Electron's own demonstration, which stays where its files were given unpacked. */
function removeLeftovers(folder) {
  for (const path of ['resources/default_app.asar', 'version']) rmSync(join(folder, path), { force: true });
}
