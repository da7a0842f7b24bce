import type { Language, WordingChange, WordMark } from '#assessments';

type Readers = { readonly [Kind in WordingChange['kind']]: (change: Extract<WordingChange, { readonly kind: Kind }>, zh: boolean) => string };

/** One line for one difference; what went stands in [-…-], what came in {+…+}. */
const readers: Readers = {
  new: ({ requirement, group, level, ...text }, zh) => (zh ? `新增 ${requirement}（${group}，${level} 级）：${text.zh}` : `new ${requirement} (${group}, level ${level}): ${text.en}`),
  removed: ({ requirement, ...text }, zh) => (zh ? `删除 ${requirement}：${text.zh}` : `removed ${requirement}: ${text.en}`),
  reworded: ({ requirement, language, marks }, zh) => `${zh ? '改写' : 'reworded'} ${requirement} ${language}: ${drawn(marks)}`,
  moved: ({ requirement, what, before, after }, zh) => (zh ? `移动 ${requirement} ${what === 'group' ? '节点' : '等级'}：${before} → ${after}` : `moved ${requirement} ${what === 'group' ? 'node' : 'level'}: ${before} → ${after}`),
  set: ({ requirement, what, before, after }, zh) => (zh ? `属性 ${requirement} ${{ axis: '进阶方向', mandatory: '必备', carry: '仍须出示' }[what]}：${before} → ${after}` : `set ${requirement} ${what}: ${before} → ${after}`),
  named: ({ of, what, language, marks }, zh) => `${zh ? { name: '名称', definition: '定义', level: '等级名称', meaning: '等级含义' }[what] : what} ${of} ${language}: ${drawn(marks)}`,
};

export function changeLine(change: WordingChange, language: Language): string {
  return (readers[change.kind] as (one: WordingChange, zh: boolean) => string)(change, language === 'zh');
}

function drawn(marks: readonly WordMark[]): string {
  return marks.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');
}
