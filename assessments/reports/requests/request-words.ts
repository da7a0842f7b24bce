import type { Role } from '../../catalogue/pack.ts';
import type { Bilingual } from '../../language.ts';
import type { Sufficiency } from '../../scoring/sufficiency/result.ts';
import type { EvidenceRequest } from './evidence-requests.ts';

/** The roles that can answer, by name. */
export const roleNames: Readonly<Record<Role, Bilingual>> = {
  business: { zh: '业务人员', en: 'Business' }, 'project manager': { zh: '项目经理', en: 'Project manager' }, 'ML architect': { zh: '机器学习架构师', en: 'ML architect' },
  'data engineer': { zh: '数据工程师', en: 'Data engineer' }, 'data scientist': { zh: '数据科学家', en: 'Data scientist' }, 'software engineer': { zh: '软件工程师', en: 'Software engineer' },
  'test engineer': { zh: '测试工程师', en: 'Test engineer' }, 'operations engineer': { zh: '运维工程师', en: 'Operations engineer' }, 'model-risk analyst': { zh: '模型风险分析师', en: 'Model-risk analyst' },
};

/** The kinds of evidence as the standard's evaluations sort material, with the finer kind behind. */
export const kindNames: Readonly<Record<EvidenceRequest['kind'], Bilingual>> = {
  document: { zh: '材料文档', en: 'Document' }, record: { zh: '材料文档（记录）', en: 'Document (record)' }, log: { zh: '材料文档（日志）', en: 'Document (log)' },
  'interview note': { zh: '材料文档（访谈记录）', en: 'Document (interview note)' }, 'machine file': { zh: '材料文档（工具导出文件）', en: 'Document (file from a tool)' },
  screenshot: { zh: '演示截图', en: 'Screenshot' }, video: { zh: '演示视频', en: 'Video' },
};

export const stateNames: Readonly<Record<Sufficiency['state'], Bilingual>> = {
  sufficient: { zh: '充分', en: 'Sufficient' }, thin: { zh: '单薄', en: 'Thin' }, none: { zh: '没有', en: 'None' }, contradicted: { zh: '有反证', en: 'Contradicted' },
};

/** The words of the workbook that belong to no row. */
export const words = {
  title: { zh: '证据需求清单', en: 'Evidence request list' },
  about: { zh: '说明', en: 'About' }, materials: { zh: '材料清单', en: 'Material list' }, byRole: { zh: '按角色', en: 'By role' }, byRequirement: { zh: '按要求', en: 'By requirement' },
  organisation: { zh: '被评估组织', en: 'Organisation' }, project: { zh: '项目', en: 'Project' }, window: { zh: '评估期间', en: 'Assessment period' }, target: { zh: '目标等级', en: 'Target level' },
  role: { zh: '角色', en: 'Role' }, node: { zh: '范围', en: 'Part' }, pack: { zh: '标准包', en: 'Catalogue pack' }, count: { zh: '所需材料', en: 'Pieces asked for' },
  everything: { zh: '全部', en: 'All' }, unset: { zh: '未设定', en: 'Not set' }, level: { zh: '等级', en: 'Level' }, code: { zh: '编号', en: 'Code' }, fileName: { zh: '文件名', en: 'File name' },
  subItem: { zh: '能力子项', en: 'Sub-item' }, kind: { zh: '类别', en: 'Kind' }, proves: { zh: '应证明', en: 'What it must show' }, carry: { zh: '申请更高等级仍需提供', en: 'Also for higher levels' },
  providedBy: { zh: '提供人', en: 'Provided by' }, date: { zh: '日期', en: 'Date' }, remarks: { zh: '备注', en: 'Remarks' }, what: { zh: '请提供', en: 'Please provide' }, requirement: { zh: '要求', en: 'Requirement' },
  state: { zh: '现有证据', en: 'Evidence so far' }, why: { zh: '还缺什么', en: 'What is lacking' }, yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' }, answerers: { zh: '可以提供的角色', en: 'Who can provide it' },
  none: { zh: '没有需要补充的材料。', en: 'There is nothing left to ask for.' },
  page: { zh: '页', en: 'Page' }, continued: { zh: '（续）', en: '(continued)' }, cut: { zh: '原文 {length} 字，单元格放不下，已截断。', en: 'Cut: the text has {length} characters, more than a cell holds.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How to answer the list, step by step. */
export const howTo: readonly Bilingual[] = [
  { zh: '每份材料一个文件，文件名以编号开头，例如“MD-223-L2-1 模型更新规范.docx”。程序按编号自动对应到要求。', en: 'One file for each piece, its name beginning with the code, such as “MD-223-L2-1 Model update norm.docx”. The program matches files to requirements by their codes.' },
  { zh: '已有文件不必改内容，也不必转换格式；工具导出的文件（YAML、JSON、CSV、日志等）请原样提供，不要截图。', en: 'Leave existing files as they are and in their own format; hand over files from tools (YAML, JSON, CSV, logs) as they are, not as pictures.' },
  { zh: '内容里请写明日期：只有评估期间内的材料才算数，文件的修改时间不算。', en: 'The content must state its date: only material from the assessment period counts, and the time of the file does not.' },
  { zh: '请先去掉身份证号、手机号等个人信息，再提供。', en: 'Take out personal data such as identity and telephone numbers before you hand a file over.' },
  { zh: '全部放进一个文件夹后交回。没有的材料在“备注”栏写明原因。', en: 'Put everything into one folder and return it. Where there is nothing to hand over, say why under “Remarks”.' },
];
