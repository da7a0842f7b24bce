import { app } from 'electron';
import { join } from 'node:path';
import { makePrivateFolder } from '../user/folders.ts';

/** Before Electron is ready: its own data go into the user's folder, every renderer into a sandbox, no name resolves to an address. */
export function confine(userFolder: string): void {
  const folder = makePrivateFolder(join(userFolder, 'electron'));
  app.setName('MLOps Maturity Workbench');
  // Windows tells programs apart by this name; the installer gives it to the shortcuts.
  if (process.platform === 'win32') app.setAppUserModelId('mlops-maturity-workbench');
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  app.enableSandbox();
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}

const switches: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'], ['disable-background-networking'], ['disable-component-update'], ['disable-domain-reliability'], ['disable-sync'], ['no-pings'],
];
