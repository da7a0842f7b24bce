import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ok } from '#assessments';
import type { AboutView } from '#contract';
import { sqliteVersion } from '../storage/sqlite-version.ts';
import type { Surroundings } from './context.ts';
import type { Feature } from './handler.ts';

const licence = z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() });
type Licence = z.infer<typeof licence>;

export const about: Feature<'readAbout' | 'readLicence'> = {
  readAbout: { input: z.strictObject({}), run: (_input, { surroundings }) => ok(aboutView(surroundings)) },

  readLicence: {
    input: z.strictObject({ name: z.string().max(300), version: z.string().max(100) }),
    run: ({ name, version }, { surroundings }) => ok({ text: readLicences(surroundings.licencesFile).find((one) => one.name === name && one.version === version)?.text ?? '' }),
  },
};

function aboutView({ version, shell, device, deviceProtection, userFolder, assessmentsFolder, backupsFolder, licencesFile }: Surroundings): AboutView {
  return {
    version, shell, platform: `${process.platform} ${process.arch}`, parts: partVersions(),
    dataFolder: told(userFolder), assessmentsFolder: told(assessmentsFolder), backupsFolder: told(backupsFolder), logFile: told(join(userFolder, 'workbench.log')),
    licences: readLicences(licencesFile).map(({ name, version: of, licence: kind }) => ({ name, version: of, licence: kind })),
    deviceKey: { fingerprint: device, protection: deviceProtection },
  };
}

function partVersions(): AboutView['parts'] {
  const { electron, chrome, node, v8 } = process.versions as Readonly<Record<string, string | undefined>>;
  const parts = [['Electron', electron], ['Chromium', chrome], ['Node.js', node], ['V8', v8], ['SQLite', sqliteVersion()]] as const;
  return parts.flatMap(([name, version]) => (version === undefined ? [] : [{ name, version }]));
}

/** A folder as people know it: from the home folder on. */
function told(path: string): string {
  const home = homedir();
  return path === home || path.startsWith(join(home, '/')) ? `~${path.slice(home.length)}` : path;
}

/** The list that the build wrote; empty where nothing has been built. */
function readLicences(file: string): readonly Licence[] {
  try {
    return z.array(licence).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
