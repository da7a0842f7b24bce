import { posix } from 'node:path';
import type { WorkbookLimits } from '../decode-limits.ts';
import { type NumberKind, builtInKind, kindOfCode } from './number-format.ts';
import { type Parts, WorkbookUnreadable } from './parts.ts';

/** What the workbook says of its sheets; `part` is the name of the sheet's part. */
export type Outline = { readonly sheets: readonly ListedSheet[]; readonly since1904: boolean; readonly stringsPart: string | null; readonly stylesPart: string | null };
export type ListedSheet = { readonly name: string; readonly hidden: boolean; readonly part: string };

const main = 'xl/workbook.xml';

/** Reads the list of sheets, in their order. Sheets that are charts or macros are no tables and left out. */
export async function readOutline(parts: Parts, limits: WorkbookLimits): Promise<Outline> {
  const related = await readRelations(parts);
  const sheets: ListedSheet[] = [];
  let since1904 = false;
  await parts.run(main, {
    open: (name, attribute) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      if (sheets.length >= limits.sheets) throw new WorkbookUnreadable('workbookTooLarge');
      const relation = related.find(({ id }) => id === attribute('id'));
      if (relation?.kind === 'worksheet') sheets.push({ name: (attribute('name') ?? '').toWellFormed(), hidden: ['hidden', 'veryHidden'].includes(attribute('state') ?? ''), part: relation.part });
    },
  });
  const partOf = (kind: string): string | null => related.find((relation) => relation.kind === kind)?.part ?? null;
  return { sheets, since1904, stringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') };
}

type Relation = { readonly id: string; readonly kind: string; readonly part: string };

async function readRelations(parts: Parts): Promise<readonly Relation[]> {
  const relations: Relation[] = [];
  const found = await parts.run('xl/_rels/workbook.xml.rels', {
    open: (name, attribute) => {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      relations.push({ id: attribute('Id') ?? '', kind: posix.basename(attribute('Type') ?? ''), part: target.startsWith('/') ? target.slice(1) : posix.join('xl', target) });
    },
  });
  if (!found) throw new WorkbookUnreadable('workbookDamaged');
  return relations;
}

/** The strings that cells refer to by number: plain text, without formatting and without reading aids. */
export async function readStrings(parts: Parts, part: string, limits: WorkbookLimits): Promise<readonly string[]> {
  const strings: string[] = [];
  let characters = 0;
  let inText = false;
  let aids = 0;
  let current = '';
  await parts.run(part, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') aids += 1;
      inText = name === 't' && aids === 0;
    },
    text: (text) => {
      if (!inText) return;
      characters += text.length;
      if (characters > limits.characters) throw new WorkbookUnreadable('workbookTooLarge');
      current += text;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') aids -= 1;
      if (name !== 'si') return;
      if (strings.length >= limits.sharedStrings) throw new WorkbookUnreadable('workbookTooLarge');
      strings.push(unescaped(current).slice(0, limits.cellCharacters));
    },
  });
  return strings;
}

/** Signs that XML cannot hold are written as `_x000D_`. */
export function unescaped(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_written, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
  return plain.toWellFormed();
}

/** How numbers are shown, by the style number of their cell. */
export async function readNumberKinds(parts: Parts, part: string, limits: WorkbookLimits): Promise<readonly NumberKind[]> {
  const codes = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  await parts.run(part, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), kindOfCode((attribute('formatCode') ?? '').slice(0, 1000)));
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      if (kinds.length >= limits.styles) throw new WorkbookUnreadable('workbookTooLarge');
      const id = Number(attribute('numFmtId') ?? 0);
      kinds.push(codes.get(id) ?? builtInKind(id));
    },
    close: (name) => { if (name === 'cellXfs') inCellFormats = false; },
  });
  return kinds;
}
