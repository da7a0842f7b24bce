import type { Fact } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import type { MarkdownDocument, MarkdownTable } from '../../markdown-document.ts';
import { type Outcome, type TestCase, testReportFacts } from '../../test-report/report.ts';

const headed = /\btest(?:ing)? (?:reports?|results?|summary|execution|record)\b|测试(?:报告|结果|记录)/i;
const column = { name: /^(?:test(?: ?case)?s?(?: (?:id|name))?|case(?: id)?|name|id|scenario|用例(?:名称|编号)?|测试(?:用例|项))$/i, result: /^(?:result|status|outcome|verdict|pass(?:ed)?\s*\/\s*fail(?:ed)?|结果|结论|状态)$/i, group: /^(?:suite|module|group|area|layer|category|模块|层级|分类)$/i };

/**
 * Tables of test results by case, in a page or section that is headed as a report: a column names the case, another gives
 * its verdict. All of a page are one run; a total
 * beside them is not held against them, because reports often list a part. A table where a case has no verdict is a plan, not a result.
 */
export function testTableFacts(file: string, markdown: MarkdownDocument): readonly Fact[] {
  const title = markdown.sections[0]?.title ?? '';
  const read = markdown.tables.filter((table) => headed.test(title) || headed.test(table.heading)).flatMap((table) => {
    const cases = casesOf(table);
    return cases === null ? [] : [{ table, cases }];
  });
  const [first, last] = [read[0], read.at(-1)];
  if (first === undefined || last === undefined) return [];
  return testReportFacts({
    system: 'report', name: title === '' ? first.table.heading : title, cases: read.flatMap(({ cases }) => cases), declared: null, seconds: null, at: dayIn(markdown), commit: commitIn(markdown),
    repository: null, run: null, place: { file, lines: [first.table.lines[0], last.table.lines[1]] },
  });
}

function casesOf({ header, rows, heading }: MarkdownTable): readonly TestCase[] | null {
  const [name, result, group] = [column.name, column.result, column.group].map((title) => header.findIndex((cell) => title.test(cell))) as [number, number, number];
  if (name === -1 || result === -1 || name === result || rows.length === 0) return null;
  const cases = rows.map(({ cells, line }) => {
    const outcome = outcomeOf(cells[result] ?? '');
    return outcome === null ? null : { group: cells[group] ?? heading, name: cells[name] ?? '', outcome, repeated: false, seconds: null, lines: [line, line] as const };
  }).filter((one) => one !== null);
  return cases.length === rows.length ? cases : null;
}

function outcomeOf(written: string): Outcome | null {
  if (/\bnot (?:run|executed|tested)\b|\bskipped\b|\bblocked\b|跳过|未执行/i.test(written)) return 'skipped';
  if (/\bfail(?:ed|ure)?\b|❌|✗|✘|未通过|不通过|失败/i.test(written)) return 'failed';
  return /\bpass(?:ed|es)?\b|\bok\b|\bsuccess(?:ful)?\b|✅|✓|✔|通过|成功/i.test(written) ? 'passed' : null;
}

function dayIn({ fields }: MarkdownDocument): string | null {
  return instantOf(fields.find(({ name }) => /^(?:test |execution |report )?date$|^(?:executed|tested|run) on$|^(?:测试|执行|报告)?日期$/i.test(name))?.value ?? null);
}

function commitIn({ fields }: MarkdownDocument): string | null {
  return fields.find(({ name, value }) => /^(?:git |code )?commit(?: sha| hash)?$|^提交号?$/i.test(name) && /^[0-9a-f]{7,64}$/i.test(value))?.value ?? null;
}
