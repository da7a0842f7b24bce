import type { Bilingual } from '../../language.ts';

type Blanks = Readonly<Record<string, string | Bilingual>>;

/** Why a wording workbook cannot be used: where, and one plain sentence per language that names the place and says what to do. `cell` is null where it is about a whole sheet, `sheet` where about the workbook. */
export type WordingProblem = Bilingual & { readonly kind: WordingProblemKind; readonly sheet: string | null; readonly cell: string | null };
export type WordingProblemKind = keyof typeof words;

const words = {
  'no-requirements': { zh: '没有找到表头为“要求编号”的工作表，请使用导出的模板。', en: 'no sheet has the heading “Requirement id”; use the exported template.' },
  'second-table': { zh: '与工作表“{other}”重复，请只保留一张。', en: 'this repeats the sheet “{other}”; keep one of them.' },
  'missing-column': { zh: '缺少“{column}”列，请补上这一列的表头和内容。', en: 'the column “{column}” is missing; put it back with its heading.' },
  'repeated-column': { zh: '“{column}”列出现了两次，请只保留一列。', en: 'the column “{column}” is there twice; keep one.' },
  'empty-id': { zh: '这一行没有要求编号；新增的要求请自定一个未用过的编号，例如 {example}。', en: 'this row has no requirement id; give a new requirement one that is not used, such as {example}.' },
  'bad-id': { zh: '“{text}”不能作为编号，编号只能由字母、数字、点和连字符组成。', en: '“{text}” cannot be an id; ids consist of letters, digits, dots and hyphens.' },
  'repeated-id': { zh: '编号 {text} 已在 {other} 用过，请换一个编号。', en: 'the id {text} is already used in {other}; choose another one.' },
  'taken-id': { zh: '编号 {text} 是节点的编号，请换一个编号。', en: 'the id {text} belongs to a node; choose another one.' },
  'unknown-node': { zh: '标准包中没有编号为“{text}”的节点，请改正。', en: 'the pack has no node “{text}”; correct it.' },
  'not-a-leaf': { zh: '节点 {text} 还有下级节点，要求只能放在末级节点下，请改正。', en: 'the node {text} has nodes below it; requirements belong to nodes without any. Correct it.' },
  'bad-level': { zh: '“{text}”不是 1 到 5 的等级，请改正。', en: '“{text}” is not a level from 1 to 5; correct it.' },
  'bad-choice': { zh: '“{text}”不是可选的内容，可填：{choices}。', en: '“{text}” is not a choice here; choose one of {choices}.' },
  'empty-text': { zh: '“{column}”不能为空，请填写。', en: '“{column}” may not be empty; fill it in.' },
  'unknown-level': { zh: '标准包没有等级 {text}，等级的数目不能改动，请删除这一行。', en: 'the pack has no level {text} and levels cannot be added; delete this row.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A problem at a place, its sentences filled and led by the place. */
export function wordingProblem(kind: WordingProblemKind, place: { readonly sheet: string | null; readonly cell: string | null }, blanks: Blanks = {}): WordingProblem {
  const { sheet, cell } = place;
  const where = sheet === null ? null : cell === null ? { zh: `工作表“${sheet}”：`, en: `Sheet “${sheet}”: ` } : { zh: `工作表“${sheet}”的 ${cell} 单元格：`, en: `Sheet “${sheet}”, cell ${cell}: ` };
  const said = (language: 'zh' | 'en'): string => `${where?.[language] ?? ''}${filled(words[kind][language], blanks, language)}`;
  const english = said('en');
  return { kind, sheet, cell, zh: said('zh'), en: english.charAt(0).toUpperCase() + english.slice(1) };
}

function filled(template: string, blanks: Blanks, language: 'zh' | 'en'): string {
  return template.replace(/\{([a-z]+)\}/g, (blank, name: string) => {
    const value = blanks[name];
    return value === undefined ? blank : typeof value === 'string' ? value : value[language];
  });
}
