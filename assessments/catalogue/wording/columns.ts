import type { Bilingual } from '../../language.ts';
import type { Requirement } from '../pack.ts';

/** A column of a wording workbook. `editable` false: told for people, and only `key` columns are read again. */
export type WordingColumn<Id extends string = string> = Bilingual & { readonly id: Id; readonly width: number; readonly editable: boolean; readonly choices?: readonly Bilingual[] };

export const axisWords: Readonly<Record<Requirement['axis'], Bilingual>> = {
  norm: { zh: '规范', en: 'norm' }, version: { zh: '版本', en: 'version' }, automation: { zh: '自动化', en: 'automation' }, coverage: { zh: '覆盖', en: 'coverage' }, visibility: { zh: '可视', en: 'visibility' },
  traceability: { zh: '可追溯', en: 'traceability' }, 'self-service': { zh: '自助', en: 'self-service' }, quantification: { zh: '量化', en: 'quantification' }, improvement: { zh: '改进', en: 'improvement' }, intelligence: { zh: '智能', en: 'intelligence' },
};
export const yesNo = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const satisfies Readonly<Record<string, Bilingual>>;

const yesOrNo = Object.values(yesNo);
const levelChoices = [1, 2, 3, 4, 5].map((level) => ({ zh: String(level), en: String(level) }));

/** One row per requirement. The first column of a table is its key, by whose heading the table is known again. */
const requirementColumns = [
  { id: 'requirement', zh: '要求编号', en: 'Requirement id', width: 14, editable: false },
  { id: 'group', zh: '所属节点编号', en: 'Belongs to node', width: 12, editable: true },
  { id: 'name', zh: '所属节点名称', en: 'Name of the node', width: 18, editable: false },
  { id: 'level', zh: '等级', en: 'Level', width: 8, editable: true, choices: levelChoices },
  { id: 'axis', zh: '进阶方向', en: 'Axis', width: 12, editable: true, choices: Object.values(axisWords) },
  { id: 'zh', zh: '要求文本（中文）', en: 'Requirement (Chinese)', width: 60, editable: true },
  { id: 'en', zh: '要求文本（英文）', en: 'Requirement (English)', width: 60, editable: true },
  { id: 'mandatory', zh: '必备', en: 'Mandatory', width: 10, editable: true, choices: yesOrNo },
  { id: 'carry', zh: '申请更高等级时仍须出示', en: 'Still shown at higher levels', width: 14, editable: true, choices: yesOrNo },
] as const satisfies readonly WordingColumn[];

/** One row for the pack itself and for each of its nodes. */
const nameColumns = [
  { id: 'node', zh: '节点编号', en: 'Node id', width: 16, editable: false },
  { id: 'kind', zh: '类型', en: 'Kind', width: 14, editable: false },
  { id: 'zh', zh: '名称（中文）', en: 'Name (Chinese)', width: 32, editable: true },
  { id: 'en', zh: '名称（英文）', en: 'Name (English)', width: 36, editable: true },
  { id: 'definitionZh', zh: '定义（中文）', en: 'Definition (Chinese)', width: 50, editable: true },
  { id: 'definitionEn', zh: '定义（英文）', en: 'Definition (English)', width: 50, editable: true },
] as const satisfies readonly WordingColumn[];

const levelColumns = [
  { id: 'number', zh: '等级序号', en: 'Level number', width: 10, editable: false },
  { id: 'zh', zh: '名称（中文）', en: 'Name (Chinese)', width: 16, editable: true },
  { id: 'en', zh: '名称（英文）', en: 'Name (English)', width: 16, editable: true },
  { id: 'meaningZh', zh: '含义（中文）', en: 'Meaning (Chinese)', width: 60, editable: true },
  { id: 'meaningEn', zh: '含义（英文）', en: 'Meaning (English)', width: 60, editable: true },
] as const satisfies readonly WordingColumn[];

export const wordingTables = { requirements: requirementColumns, names: nameColumns, levels: levelColumns } as const;
export type WordingTable = keyof typeof wordingTables;
