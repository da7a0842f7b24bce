/** Finds a Chromium for the tests; on Debian as root installs the package where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
};

const found = () => [process.env.CHROMIUM, ...(places[process.platform] ?? [])].find((path) => path !== undefined && existsSync(path));

async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function installOnDebian() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stderr.write('setup: installing chromium for the end-to-end tests …\n');
  const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'poppler-utils'], options);
}

/** Path of a Chromium-family browser, or undefined where none could be had: the suites that need one are then counted as skipped. */
export async function ensureChromium() {
  const before = found() ?? await playwrightsOwn();
  if (before !== undefined) return before;
  installOnDebian();
  return found();
}
