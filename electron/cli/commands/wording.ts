import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkCatalogue, licensedEdition, readWording, wordingDiff, wordingWorkbook, type Bilingual, type PackText, type PackWording, type WordingChange, type WordingDiff } from '#assessments';
import { writeWordingWorkbook } from '../../export/xlsx/wording-workbook.ts';
import type { FoundPack } from '../../handlers/packs.ts';
import { readCells } from '../../intake/read-cells.ts';
import { type PackAsked, withPack } from '../asked-pack.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, inLanguage, printJson } from '../terminal.ts';
import { changeLine } from '../wording-lines.ts';

/** Writes the workbook in which the wording of a pack is edited; never over a file. */
export function catalogueTemplate(terminal: Terminal, { out, lang, ...which }: PackAsked & { readonly out: string; readonly lang: 'zh' | 'en' | 'both' }): Promise<number> {
  return withPack(terminal, which, async ({ pack }) => {
    const path = terminal.resolve(out);
    if (!existsSync(dirname(path))) throw new Refusal({ zh: `文件夹“${dirname(path)}”不存在；请先建好再试。`, en: `The folder “${dirname(path)}” does not exist; make it first.` });
    if (existsSync(path)) throw new Refusal({ zh: `“${out}”已经存在，不会覆盖；请换一个文件名。`, en: `“${out}” is there already and will not be written over; choose another name.` });
    writeFileSync(path, await writeWordingWorkbook(wordingWorkbook(pack), lang), { flag: 'wx', mode: 0o600 });
    const count = pack.groups.reduce((sum, { requirements }) => sum + requirements.length, 0);
    terminal.out(inLanguage(terminal, { zh: `已写入 ${out}：${pack.id} ${pack.edition}，${count} 条要求。`, en: `Wrote ${out}: ${pack.id} ${pack.edition}, ${count} requirements.` }));
    return 0;
  });
}

type ImportOptions = Omit<PackAsked, 'withLicensedWording'> & { readonly edition?: string; readonly out?: string; readonly apply: boolean; readonly json: boolean };

/** Tells how a workbook words a pack anew, and with `--apply` writes the edition it makes as a folder; never over anything. */
export function catalogueImport(terminal: Terminal, file: string, { edition, out, apply, json, ...which }: ImportOptions): Promise<number> {
  // What is compared stays with its reader, so the pack is taken as it is.
  return withPack(terminal, { ...which, withLicensedWording: true }, async (base) => {
    const wording = await wordingOf(terminal.resolve(file), file, base);
    const diff = wordingDiff(base.pack, wording);
    const texts = apply ? editionTexts(base, wording, named(edition, '--edition')) : null;
    const folder = apply ? emptyFolder(terminal, named(out, '--out')) : null;
    if (texts !== null && folder !== null) for (const { path, text } of texts) { mkdirSync(dirname(join(folder, path)), { recursive: true }); writeFileSync(join(folder, path), text, { flag: 'wx', mode: 0o600 }); }
    if (json) printJson(terminal, { ...diff, applied: apply });
    else printDiff(terminal, diff, apply ? named(out, '--out') : null);
    return 0;
  });
}

async function wordingOf(path: string, name: string, { pack }: FoundPack): Promise<PackWording> {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Refusal({ zh: `找不到工作簿“${name}”；请检查路径。`, en: `There is no workbook “${name}”; check the path.` });
  const cells = await readCells(readFileSync(path));
  if (!cells.ok) throw new Refusal({ zh: `${basename(path)}：${cells.problem.zh}`, en: `${basename(path)}: ${cells.problem.en}` });
  const wording = readWording(cells.value, pack);
  if (wording.ok) return wording.value;
  const [first] = wording.problem;
  const more = wording.problem.length - 1;
  throw new Refusal(first === undefined || more === 0 ? sentenceOf(first) : { zh: `${first.zh}（另有 ${more} 处）`, en: `${first.en} (${more} more like this)` });
}

function sentenceOf(text: Bilingual | undefined): Bilingual {
  return { zh: text?.zh ?? '', en: text?.en ?? '' };
}

function editionTexts({ texts }: FoundPack, wording: PackWording, edition: string): readonly PackText[] {
  const made = licensedEdition(texts, wording, edition);
  if (!made.ok) throw new Refusal(sentenceOf(made.problem[0]));
  const [error] = checkCatalogue(made.value).problems.filter(({ severity }) => severity === 'error');
  if (error !== undefined) throw new Refusal(sentenceOf(error));
  return made.value;
}

function named(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === '') throw new Refusal({ zh: `写入新版次时须给出 ${option}。`, en: `To write the new edition give ${option}.` });
  return value;
}

function emptyFolder(terminal: Terminal, out: string): string {
  const path = terminal.resolve(out);
  if (existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0)) throw new Refusal({ zh: `“${out}”里已有内容，不会覆盖；请换一个空文件夹。`, en: `“${out}” is not empty and will not be written over; choose an empty folder.` });
  return path;
}

function printDiff(terminal: Terminal, { changes, unchanged, otherBase }: WordingDiff, out: string | null): void {
  if (otherBase === true) terminal.out(inLanguage(terminal, { zh: '! 工作簿导出自另一版次，差异中会有不是你改动的内容。', en: '! The workbook was exported from another edition; some differences are not yours.' }));
  for (const change of changes) terminal.out(changeLine(change, terminal.language));
  const count = (kind: WordingChange['kind']): number => changes.filter((change) => change.kind === kind).length;
  terminal.out(inLanguage(terminal, {
    zh: `新增 ${count('new')}，改写 ${count('reworded')}，移动 ${count('moved')}，属性 ${count('set')}，删除 ${count('removed')}，名称 ${count('named')}；未变的要求 ${unchanged} 条。`,
    en: `${count('new')} new, ${count('reworded')} reworded, ${count('moved')} moved, ${count('set')} set, ${count('removed')} removed, ${count('named')} names; ${unchanged} requirements unchanged.`,
  }));
  terminal.out(inLanguage(terminal, out === null
    ? { zh: '没有写入任何内容；加上 --apply、--edition 和 --out 即写入新版次。', en: 'Nothing was written; add --apply, --edition and --out to write the new edition.' }
    : { zh: `新版次已写入 ${out}。其中的标准文本不得对外传播。`, en: `Wrote the new edition into ${out}. The text of the standard in it must not be passed on.` }));
}
