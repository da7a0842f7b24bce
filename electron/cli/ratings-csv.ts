import { parse } from 'csv-parse/sync';
import type { Bilingual, Confidence, RatingValue, Result } from '#assessments';
import { confidences, fail, ok, ratingValues } from '#assessments';

/** One row to apply. `value` null clears the assessor's rating. `line` is 1-based in the file. */
export type RatingRow = {
  readonly line: number; readonly requirement: string; readonly value: RatingValue | null;
  readonly assessor: string; readonly confidence: Confidence | null; readonly rationale: string;
};

const columns = ['requirement', 'value', 'assessor', 'confidence', 'rationale'] as const;
type Column = (typeof columns)[number];
const confidenceWords: Readonly<Record<string, Confidence>> = { ...Object.fromEntries(confidences.map((word) => [word, word])), 低: 'low', 中: 'medium', 高: 'high' };

/**
 * The rows of a ratings CSV (design: CLI contract, `rate`). All or nothing: the first row that does not hold is the
 * problem, with its line. A row's assessor beats `assessor`; neither is a problem.
 */
export function readRatings(text: string, known: ReadonlySet<string>, assessor: string | null): Result<readonly RatingRow[], Bilingual> {
  let records: readonly { readonly record: Readonly<Record<string, string>>; readonly info: { readonly lines: number } }[];
  try {
    records = parse(text, { columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()), info: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count_less: true, max_record_size: 100_000 });
  } catch (error) {
    return fail(broken(error));
  }
  const rows: RatingRow[] = [];
  for (const { record, info } of records) {
    const row = readRow((column) => record[column] ?? '', info.lines, known, assessor);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  if (rows.length === 0) return fail({ zh: `评分表里没有数据行；第一行应为列名 ${columns.join(',')}。`, en: `The ratings file has no rows; its first line must name the columns ${columns.join(',')}.` });
  return twice(rows) ?? ok(rows);
}

function readRow(cell: (column: Column) => string, line: number, known: ReadonlySet<string>, assessor: string | null): Result<RatingRow, Bilingual> {
  const at = (zh: string, en: string) => fail({ zh: `第 ${line} 行：${zh}`, en: `Line ${line}: ${en}` });
  const requirement = cell('requirement');
  if (!known.has(requirement)) return at(`没有编号为“${requirement}”的分级要求。`, `there is no requirement “${requirement}”.`);
  const value = readValue(cell('value'));
  if (value === undefined) return at(`评分“${cell('value')}”不在 N、P、L、F、NA 之中（留空表示清除）。`, `the value “${cell('value')}” is not one of N, P, L, F, NA (leave it empty to clear).`);
  const who = cell('assessor') || (assessor ?? '');
  if (who === '') return at('没有写评估人；请填写 assessor 列，或用 --assessor 指定。', 'no assessor; fill the assessor column or give --assessor.');
  const word = cell('confidence');
  const confidence = word === '' ? null : confidenceWords[word.toLowerCase()];
  if (confidence === undefined) return at(`把握程度“${word}”应为 low、medium、high 或 低、中、高。`, `the confidence “${word}” must be low, medium, high or 低, 中, 高.`);
  const rationale = cell('rationale');
  if (value === 'NA' && rationale === '') return at('判为不适用（NA）必须写明理由。', 'NA needs a rationale.');
  return ok({ line, requirement, value, assessor: who, confidence, rationale });
}

function readValue(cell: string): RatingValue | null | undefined {
  if (cell === '') return null;
  return ratingValues.find((value) => value === cell.toUpperCase());
}

/** The same assessor rating the same requirement twice in one file would leave the order to chance. */
function twice(rows: readonly RatingRow[]): Result<never, Bilingual> | undefined {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify([row.requirement, row.assessor]);
    const before = seen.get(key);
    if (before !== undefined) return fail({ zh: `第 ${row.line} 行：${row.assessor} 对 ${row.requirement} 的评分在第 ${before} 行已经给过；请只保留一行。`, en: `Line ${row.line}: ${row.assessor} already rates ${row.requirement} in line ${before}; keep one of the two.` });
    seen.set(key, row.line);
  }
  return undefined;
}

function broken(error: unknown): Bilingual {
  const line = typeof error === 'object' && error !== null && 'lines' in error ? Number(error.lines) : 1;
  return { zh: `第 ${line} 行不是有效的 CSV（例如引号没有成对）；请修正后重试。`, en: `Line ${line} is not valid CSV (for instance an unclosed quote); mend it and try again.` };
}
