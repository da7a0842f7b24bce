import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge'];

/** A browser of the Chromium family on this machine, or undefined: the tests that need one are then counted as skipped. */
export const chromiumPath = [process.env['CHROMIUM'], chromium.executablePath(), ...places].find((path) => path !== undefined && path !== '' && existsSync(path));

/** Starts it. Root cannot have its sandbox; every name but those given leads nowhere, and those to this machine. */
export function launchChromium(...names: readonly string[]): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [`--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1 , `).join('')}MAP * ~NOTFOUND , EXCLUDE 127.0.0.1`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}
