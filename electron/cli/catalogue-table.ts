import type { Bilingual, PackSurvey } from '#assessments';
import { type Terminal, inLanguage } from './terminal.ts';

const words: Readonly<Record<string, Bilingual>> = {
  norm: { zh: '规范', en: 'norm' }, version: { zh: '版本', en: 'version' }, automation: { zh: '自动化', en: 'automation' }, coverage: { zh: '覆盖', en: 'coverage' }, visibility: { zh: '可视', en: 'visibility' },
  traceability: { zh: '可追溯', en: 'traceability' }, 'self-service': { zh: '自助', en: 'self-service' }, quantification: { zh: '量化', en: 'quantification' }, improvement: { zh: '改进', en: 'improvement' }, intelligence: { zh: '智能', en: 'intelligence' },
  document: { zh: '查阅文件', en: 'document' }, record: { zh: '查阅记录', en: 'record' }, screenshot: { zh: '截图', en: 'screenshot' }, demonstration: { zh: '现场演示', en: 'live demonstration' }, interview: { zh: '访谈', en: 'interview' }, machine: { zh: '机器检查', en: 'machine check' },
  deck: { zh: '标准讲稿', en: 'deck' }, guide: { zh: '实践指南', en: 'guide' }, 'industrial-spec': { zh: '行业规范', en: 'industrial spec' }, playbook: { zh: '发布手册', en: 'playbook' }, 'parent-standard fact': { zh: '上位标准事实', en: 'parent-standard fact' }, inference: { zh: '推断', en: 'inference' }, 'licensed text': { zh: '导入的标准文本', en: 'licensed text' },
};

/** Prints what a pack holds as tables for people: by sub-item and level, axis, verify method, and source. */
export function printSurvey(terminal: Terminal, survey: PackSurvey): void {
  const say = (zh: string, en: string) => inLanguage(terminal, { zh, en });
  const named = (name: string) => inLanguage(terminal, words[name] ?? { zh: name, en: name });
  const bySubItem = survey.subItems.map((one) => [`${one.id} ${inLanguage(terminal, one)}`, ...one.levels.map(String), String(one.total), shareOf(one.middle)]);
  const share = (count: number) => `${percent(count, survey.requirements)} %`;

  print(terminal, [
    [say('能力子项', 'Sub-item'), ...[1, 2, 3, 4, 5].map((level) => say(`${level}级`, `L${level}`)), say('合计', 'Total'), say('2–4 级带检查规则', 'L2–4 with checks')],
    ...bySubItem, [say('全部', 'All'), ...survey.levels.map(String), String(survey.requirements), shareOf(survey.middle)],
  ]);
  print(terminal, [[say('轴线', 'Axis'), say('要求', 'Requirements'), ''], ...survey.axes.map(({ name, count }) => [named(name), String(count), share(count)])]);
  print(terminal, [[say('验证方法（可多选）', 'Verified by (several possible)'), say('要求', 'Requirements'), ''], ...survey.methods.map(({ name, count }) => [named(name), String(count), share(count)])]);
  print(terminal, [[say('来源（可多个）', 'Source (several possible)'), say('要求', 'Requirements'), '', say('仅此来源', 'This one alone')], ...survey.sources.map(({ name, count, alone }) => [named(name), String(count), share(count), String(alone)])]);
  terminal.out(say(`改进措施 ${survey.actions} 项。`, `${survey.actions} actions.`));
}

function shareOf({ checked, total }: { readonly checked: number; readonly total: number }): string {
  return `${checked}/${total} = ${percent(checked, total)} %`;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}

/** The first column to the left, figures to the right; an empty line behind. */
function print(terminal: Terminal, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  for (const row of rows) terminal.out(row.map((cell, column) => padded(cell, widths[column] ?? 0, column === 0)).join('  ').trimEnd());
  terminal.out('');
}

function padded(cell: string, to: number, left: boolean): string {
  const room = ' '.repeat(Math.max(0, to - width(cell)));
  return left ? cell + room : room + cell;
}

/** Chinese signs take two columns of a terminal. */
function width(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(sign) ? 2 : 1), 0);
}
