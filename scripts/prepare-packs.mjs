/** Writes the built-in packs as the program reads them, checked, beside their texts: reading them anew takes a start half a second. */
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'assessments/packs';

/** Packs that do not load are left out, as the program leaves them out; those whose checks compile are marked. */
export async function preparePacks(path) {
  const { compileChecks, loadPack } = await import('../assessments/index.ts');
  const { readPackTexts } = await import('../electron/handlers/packs.ts');
  const prepared = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name }) => {
    const texts = readPackTexts(join(folder, name));
    const loaded = loadPack(texts);
    return loaded.ok ? [{ texts, pack: loaded.value, compiled: compileChecks(loaded.value).ok }] : [];
  });
  writeFileSync(`${path}.new`, JSON.stringify(prepared));
  renameSync(`${path}.new`, path);
}
