import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkCatalogue, loadPack, surveyPack, type CatalogueProblem, type Pack } from '#assessments';
import { openPacks, readPackTexts } from '../../handlers/packs.ts';
import { type PackAsked, withPack } from '../asked-pack.ts';
import { catalogueDocument } from '../catalogue-document.ts';
import { printSurvey } from '../catalogue-table.ts';
import { packsFolder } from '../product-folders.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, printJson } from '../terminal.ts';

type Json = { readonly json: boolean };

/** Lists the built-in packs: id, edition, and how much of each is written. */
export function catalogueList(terminal: Terminal, { json }: Json): Promise<number> {
  const packs = openPacks(packsFolder).list().map(({ id, edition, kind, hash, zh, en, groups }) => {
    const subItems = groups.filter(({ children }) => children.length === 0);
    const written = subItems.filter(({ requirements }) => requirements.length > 0);
    return { id, edition, kind, hash, zh, en, subItems: subItems.length, written: written.length, requirements: written.reduce((sum, { requirements }) => sum + requirements.length, 0) };
  });
  if (json) printJson(terminal, { packs });
  else for (const pack of packs) terminal.out(`${pack.id}  ${pack.edition}  ${pack[terminal.language]}  ${pack.written}/${pack.subItems}  ${pack.requirements}`);
  return Promise.resolve(0);
}

/** Prints one pack whole, or as an outline for people. Licensed wording only where it is asked for, otherwise the open wording it was made from. */
export function catalogueShow(terminal: Terminal, id: string, { json, ...which }: Json & Omit<PackAsked, 'pack'>): Promise<number> {
  return withPack(terminal, { ...which, pack: id }, ({ pack }) => showPack(terminal, pack, json));
}

function showPack(terminal: Terminal, pack: Pack, json: boolean): Promise<number> {
  if (json) {
    printJson(terminal, catalogueDocument(pack));
    return Promise.resolve(0);
  }
  terminal.out(`${pack[terminal.language]}  ${pack.id} ${pack.edition}`);
  terminal.document(pack.disclaimer[terminal.language]);
  for (const group of pack.groups) {
    const unwritten = group.children.length === 0 && group.requirements.length === 0;
    terminal.out(`${group.id}  ${group[terminal.language]}${unwritten ? { zh: '（尚未编写）', en: ' (not yet written)' }[terminal.language] : ''}`);
    for (const requirement of group.requirements) terminal.out(`    ${requirement.id}  ${requirement[terminal.language]}`);
  }
  return Promise.resolve(0);
}

/** Checks the pack in a folder; exit code 1 where anything is found, be it an error or a warning. */
export function catalogueCheck(terminal: Terminal, folder: string, { json, table }: Json & { readonly table: boolean }): Promise<number> {
  const path = terminal.resolve(folder);
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new Refusal({ zh: `找不到标准包文件夹“${folder}”；请给出含有 pack.yaml 的文件夹。`, en: `There is no folder “${folder}”; give the folder that holds the pack's pack.yaml.` });
  const checked = checkCatalogue(readPackTexts(path), requirementsElsewhere(path));
  if (json) printJson(terminal, checkDocument(checked));
  else printCheck(terminal, checked, table);
  return Promise.resolve(checked.problems.length === 0 ? 0 : 1);
}

type Checked = ReturnType<typeof checkCatalogue>;

function checkDocument({ pack, problems }: Checked): object {
  return { ok: problems.length === 0, id: pack?.id ?? null, edition: pack?.edition ?? null, problems, table: pack === null ? null : surveyPack(pack) };
}

function printCheck(terminal: Terminal, { pack, problems }: Checked, table: boolean): void {
  for (const problem of problems) terminal.out(told(problem, terminal));
  if (table && pack !== null) printSurvey(terminal, surveyPack(pack));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  terminal.out({ zh: `错误 ${errors} 项，提醒 ${problems.length - errors} 项。`, en: `${errors} errors, ${problems.length - errors} warnings.` }[terminal.language]);
}

/** The requirements of every other pack that `related` can name: the built-in ones and those beside the folder. */
function requirementsElsewhere(folder: string): ReadonlySet<string> {
  const packs = [...openPacks(packsFolder).list(), ...packsBeside(folder)];
  return new Set(packs.flatMap(({ groups }) => groups.flatMap(({ requirements }) => requirements.map(({ id }) => id))));
}

function packsBeside(folder: string): readonly Pack[] {
  return readdirSync(dirname(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dirname(folder), entry.name, 'pack.yaml')))
    .flatMap(({ name }) => {
      const loaded = loadPack(readPackTexts(join(dirname(folder), name)));
      return loaded.ok ? [loaded.value] : [];
    });
}

function told(problem: CatalogueProblem, { language }: Terminal): string {
  const where = [problem.path, problem.line].filter((part) => part !== null).join(':');
  return `${problem.severity === 'error' ? '✗' : '!'} ${where}${problem.requirement === null ? '' : ` ${problem.requirement}`}: ${problem[language]}`;
}
