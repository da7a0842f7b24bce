import type { Bilingual } from '../../language.ts';
import { type Result, fail, ok } from '../../result.ts';
import type { Group, Pack, Requirement } from '../pack.ts';
import { axisWords, wordingTables, yesNo } from './columns.ts';
import { type WordingProblem, type WordingProblemKind, wordingProblem } from './problem.ts';
import { type FoundRow, type FoundTable, type ReadSheet, findTables } from './tables.ts';

/** A requirement as the workbook words it. What the workbook does not say is null and stays as it was. */
export type WordedRequirement = Bilingual & {
  readonly id: string; readonly group: string; readonly level: number;
  readonly axis: Requirement['axis'] | null; readonly mandatory: boolean | null; readonly carry: boolean | null;
};
export type WordedName = Bilingual & { readonly id: string; readonly definition: Bilingual | null };
export type WordedLevel = Bilingual & { readonly level: number; readonly meaning: Bilingual | null };
/** Everything a wording workbook says. `base` is the hash of the pack it was made from, where it still tells. */
export type PackWording = { readonly base: string | null; readonly requirements: readonly WordedRequirement[]; readonly names: readonly WordedName[]; readonly levels: readonly WordedLevel[] };

/** Reads a wording workbook against the pack it words anew. Fails with every problem, in the order of sheets and rows. */
export function readWording(sheets: readonly ReadSheet[], pack: Pack): Result<PackWording, readonly WordingProblem[]> {
  const { tables, problems: found } = findTables(sheets);
  const { requirements: main, names, levels } = tables;
  if (main === undefined) return fail([wordingProblem('no-requirements', { sheet: null, cell: null })]);
  if (found.length > 0) return fail(found);

  const problems: WordingProblem[] = [];
  const wording: PackWording = {
    base: baseOf(sheets, tables),
    requirements: readRequirements(main, pack, problems),
    names: names?.rows.flatMap((row) => readName(row, pack, problems)) ?? [],
    levels: levels?.rows.flatMap((row) => readLevel(row, pack, problems)) ?? [],
  };
  return problems.length > 0 ? fail(problems) : ok(wording);
}

/** The template tells the hash of its pack on a sheet without a table. */
function baseOf(sheets: readonly ReadSheet[], tables: Readonly<Record<string, FoundTable>>): string | null {
  const tableSheets = Object.values(tables).map(({ sheet }) => sheet);
  const cells = sheets.filter(({ name }) => !tableSheets.includes(name)).flatMap(({ rows }) => rows.flat());
  return cells.map((cell) => cell.trim()).find((cell) => /^[0-9a-f]{64}$/.test(cell)) ?? null;
}

function problemAt(kind: WordingProblemKind, row: FoundRow, column: string, blanks: Readonly<Record<string, string | Bilingual>> = {}): WordingProblem {
  return wordingProblem(kind, { sheet: row.sheet, cell: row.cellOf(column) }, blanks);
}

/** Office programs put long dashes and full-width signs into ids. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/gu, '-').trim();
}

function readRequirements({ rows }: FoundTable, pack: Pack, problems: WordingProblem[]): readonly WordedRequirement[] {
  const seen = new Map<string, string>();
  return rows.flatMap((row) => {
    const before = problems.length;
    const id = plain(row.cells['requirement'] ?? '');
    problems.push(...idProblems(id, row, pack, seen), ...groupProblems(row, pack), ...textProblems(row, ['zh', 'en'], wordingTables.requirements));
    seen.set(id, `${row.sheet}!${row.cellOf('requirement')}`);
    const level = readLevelNumber(row, 'level', problems);
    const axis = choice(row, 'axis', axisWords, problems);
    const mandatory = choice(row, 'mandatory', asked, problems);
    const carry = choice(row, 'carry', asked, problems);
    if (problems.length > before || level === null) return [];
    const truth = (value: string | null): boolean | null => (value === null ? null : value === 'true');
    return [{ id, group: plain(row.cells['group'] ?? ''), level, axis, zh: row.cells['zh'] ?? '', en: row.cells['en'] ?? '', mandatory: truth(mandatory), carry: truth(carry) }];
  });
}

function idProblems(id: string, row: FoundRow, pack: Pack, seen: ReadonlyMap<string, string>): readonly WordingProblem[] {
  const at = (kind: WordingProblemKind, blanks: Readonly<Record<string, string>>): readonly WordingProblem[] => [problemAt(kind, row, 'requirement', blanks)];
  if (id === '') return at('empty-id', { example: freeId(row, pack) });
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(id)) return at('bad-id', { text: id });
  if (pack.groups.some((group) => group.id === id)) return at('taken-id', { text: id });
  const other = seen.get(id);
  return other === undefined ? [] : at('repeated-id', { text: id, other });
}

/** An id in the manner of those beside it that nobody has. */
function freeId(row: FoundRow, { groups }: Pack): string {
  const [group, level] = [plain(row.cells['group'] ?? '') || '2.2.3', plain(row.cells['level'] ?? '') || '3'];
  const taken = new Set(groups.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
  for (let number = 21; ; number += 1) if (!taken.has(`${group}-L${level}-${number}`)) return `${group}-L${level}-${number}`;
}

function groupProblems(row: FoundRow, { groups }: Pack): readonly WordingProblem[] {
  const text = plain(row.cells['group'] ?? '');
  const group: Group | undefined = groups.find(({ id }) => id === text);
  if (group === undefined) return [problemAt('unknown-node', row, 'group', { text })];
  return group.children.length === 0 ? [] : [problemAt('not-a-leaf', row, 'group', { text })];
}

function textProblems(row: FoundRow, columns: readonly string[], table: readonly (Bilingual & { readonly id: string })[]): readonly WordingProblem[] {
  return columns.filter((column) => row.cells[column] === '').map((id) => problemAt('empty-text', row, id, { column: table.find((column) => column.id === id) ?? { zh: id, en: id } }));
}

function readLevelNumber(row: FoundRow, column: string, problems: WordingProblem[]): number | null {
  const text = plain(row.cells[column] ?? '');
  const digit = /^(?:L|level ?|第)?([1-5])(?:\.0+)?(?: ?级)?$/iu.exec(text)?.[1];
  if (digit === undefined) problems.push(problemAt('bad-level', row, column, { text }));
  return digit === undefined ? null : Number(digit);
}

const asked: Readonly<Record<'true' | 'false', Bilingual & { readonly also: readonly string[] }>> = {
  true: { ...yesNo.yes, also: ['true', 'y', '1', '√', '✓'] },
  false: { ...yesNo.no, also: ['false', 'n', '0', '×'] },
};

/** Which of the choices a cell names, in either language; null where it is empty or its column is not there. */
function choice<Name extends string>(row: FoundRow, column: string, choices: Readonly<Record<Name, Bilingual & { readonly also?: readonly string[] }>>, problems: WordingProblem[]): Name | null {
  const text = plain(row.cells[column] ?? '').toLowerCase();
  if (text === '') return null;
  const names = Object.keys(choices) as Name[];
  const found = names.find((name) => [name, choices[name].zh, choices[name].en, ...(choices[name].also ?? [])].includes(text));
  if (found === undefined) problems.push(problemAt('bad-choice', row, column, { text: row.cells[column] ?? '', choices: { zh: names.map((name) => choices[name].zh).join('、'), en: names.map((name) => choices[name].en).join(', ') } }));
  return found ?? null;
}

function readName(row: FoundRow, pack: Pack, problems: WordingProblem[]): readonly WordedName[] {
  const id = plain(row.cells['node'] ?? '');
  const group = pack.groups.find((one) => one.id === id);
  if (group === undefined && id !== pack.id) problems.push(problemAt('unknown-node', row, 'node', { text: id }));
  problems.push(...textProblems(row, ['zh', 'en'], wordingTables.names));
  const defined = (group?.definition ?? null) !== null;
  if (defined) problems.push(...textProblems(row, ['definitionZh', 'definitionEn'], wordingTables.names));
  return [{ id, zh: row.cells['zh'] ?? '', en: row.cells['en'] ?? '', definition: defined ? pair(row.cells['definitionZh'], row.cells['definitionEn']) : null }];
}

function readLevel(row: FoundRow, pack: Pack, problems: WordingProblem[]): readonly WordedLevel[] {
  const level = readLevelNumber(row, 'number', problems);
  if (level === null) return [];
  if (!pack.levels.some((one) => one.level === level)) problems.push(problemAt('unknown-level', row, 'number', { text: String(level) }));
  problems.push(...textProblems(row, ['zh', 'en', 'meaningZh', 'meaningEn'], wordingTables.levels));
  return [{ level, zh: row.cells['zh'] ?? '', en: row.cells['en'] ?? '', meaning: pair(row.cells['meaningZh'], row.cells['meaningEn']) }];
}

function pair(zh: string | undefined, en: string | undefined): Bilingual | null {
  return zh === undefined || en === undefined ? null : { zh, en };
}
