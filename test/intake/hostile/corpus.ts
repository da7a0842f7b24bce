import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onWindows } from '../taking.ts';
import { csvFiles } from './csv-files.ts';
import { documentFiles } from './document-files.ts';
import { encodingFiles } from './encoding-files.ts';
import { gitFiles } from './git-files.ts';
import type { HostileFile } from './hostile-file.ts';
import { jsonFiles } from './json-files.ts';
import { makeSpecialFiles } from './special-files.ts';
import { sqliteFiles } from './sqlite-files.ts';
import { tarFiles } from './tar-files.ts';
import { xlsxFiles } from './xlsx-files.ts';
import { xmlFiles } from './xml-files.ts';
import { yamlFiles } from './yaml-files.ts';
import { zipFiles } from './zip-files.ts';

const families: Readonly<Record<string, readonly HostileFile[]>> = {
  csv: csvFiles, document: documentFiles, encoding: encodingFiles, git: gitFiles, json: jsonFiles, sqlite: sqliteFiles, tar: tarFiles, xlsx: xlsxFiles, xml: xmlFiles, yaml: yamlFiles, zip: zipFiles,
};

/** Writes the corpus under a folder; gives what must become of every path. The long one has the files that take long. */
export async function writeCorpus(folder: string, { long }: { readonly long: boolean }): Promise<Readonly<Record<string, string>>> {
  const verdicts: Record<string, string> = {};
  for (const [family, files] of Object.entries(families)) {
    for (const { name, content, verdict } of files.filter((file) => long || file.long !== true)) {
      const path = join(folder, family, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content());
      verdicts[`${family}/${name}`] = verdict;
    }
  }
  if (onWindows) return verdicts;
  const special = await makeSpecialFiles(join(folder, 'special'));
  return { ...verdicts, ...Object.fromEntries(Object.entries(special).map(([path, verdict]) => [`special/${path}`, verdict])) };
}
