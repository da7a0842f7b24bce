import type { MarkdownDocument, MarkdownTable, Section } from '../../markdown-document.ts';
import { blanksIn } from '../../placeholder.ts';
import { fieldName } from './field-names.ts';
import { longestValue } from './form-limits.ts';
import type { Grid, WrittenField, WrittenRecord } from './written-record.ts';

const formHeaders = /^(?:field|section|item|binder section|字段|属性|项目|name|attribute)$/;

/**
 * The forms of a Markdown file: every table of two columns that is headed as a form, and the page itself with its lists
 * and tables. A value stands in the list item or the table row of its name; a section's list is a field too.
 */
export function markdownRecords(file: string, markdown: MarkdownDocument): readonly WrittenRecord[] {
  const forms = markdown.tables.filter(isFormTable).map((table) => formOf(file, table));
  return [pageOf(file, markdown), ...forms];
}

/** `Field | Value`, or `Block | Field | Value`. */
function isFormTable({ header, rows }: MarkdownTable): boolean {
  const name = header.length === 3 ? header[1] : header[0];
  return (header.length === 2 || header.length === 3) && rows.length >= 3 && formHeaders.test(fieldName(name ?? ''));
}

function formOf(file: string, table: MarkdownTable): WrittenRecord {
  const place = { file, lines: table.lines };
  const fields = table.rows.map(({ cells, line }): WrittenField => {
    const [block, field, value = ''] = table.header.length === 3 ? cells : blockAndField(cells);
    const text = value.slice(0, longestValue);
    return { section: fieldName(block ?? ''), name: fieldName(field ?? ''), text, items: text === '' ? [] : [text], place: { file, lines: [line, line] } };
  });
  return { file, title: table.heading, place, fields, grids: [gridOf(file, table)], blanks: 0 };
}

/** `code.repo_commit` names the field of a block. */
function blockAndField([written = '', text = '']: readonly string[]): readonly string[] {
  const [, block = '', field = written] = /^([a-z_]{2,40})\.([a-z_]{2,60})$/i.exec(written.trim()) ?? [];
  return [block, field, text];
}

function pageOf(file: string, markdown: MarkdownDocument): WrittenRecord {
  const [title] = markdown.sections;
  const line = title?.lines[0] ?? 1;
  const values = markdown.fields.map(({ heading, name, value, line: at }): WrittenField => ({ section: fieldName(heading), name: fieldName(name), text: value, items: [value], place: { file, lines: [at, at] } }));
  return {
    file, title: title?.title ?? '', place: { file, lines: [line, line] },
    fields: [...values, ...markdown.sections.flatMap((section) => listOf(file, section))],
    grids: markdown.tables.filter((table) => !isFormTable(table)).map((table) => gridOf(file, table)),
    blanks: blanksIn(markdown.lines),
  };
}

/** The list items right below a heading, as one field named by it. */
function listOf(file: string, section: Section): readonly WrittenField[] {
  const items = section.body.split(/\r\n|\n|\r/).flatMap((line) => /^\s{0,8}(?:[-*+]|\d+[.)])\s+(.*\S)/.exec(line.slice(0, 2_000))?.[1] ?? []);
  if (section.body === '') return [];
  return [{ section: '', name: fieldName(section.title), text: (items.length === 0 ? section.body : items.join('; ')).slice(0, longestValue), items, place: { file, lines: section.lines } }];
}

function gridOf(file: string, table: MarkdownTable): Grid {
  const columns = table.header.map(fieldName);
  const rows = table.rows.map(({ cells, line }) => ({ cells: new Map(columns.map((column, index) => [column, (cells[index] ?? '').slice(0, longestValue)] as const)), place: { file, lines: [line, line] as const } }));
  return { section: fieldName(table.heading), columns, rows, place: { file, lines: table.lines } };
}
