import type { Role } from '../../catalogue/pack.ts';
import type { Bilingual } from '../../language.ts';
import type { Sufficiency } from '../../scoring/sufficiency/result.ts';
import type { EvidenceRequest } from './evidence-requests.ts';
/** The roles that can answer, by name. */
export declare const roleNames: Readonly<Record<Role, Bilingual>>;
/** The kinds of evidence as the standard's evaluations sort material, with the finer kind behind. */
export declare const kindNames: Readonly<Record<EvidenceRequest['kind'], Bilingual>>;
export declare const stateNames: Readonly<Record<Sufficiency['state'], Bilingual>>;
/** The words of the workbook that belong to no row. */
export declare const words: {
    readonly title: {
        readonly zh: "证据需求清单";
        readonly en: "Evidence request list";
    };
    readonly about: {
        readonly zh: "说明";
        readonly en: "About";
    };
    readonly materials: {
        readonly zh: "材料清单";
        readonly en: "Material list";
    };
    readonly byRole: {
        readonly zh: "按角色";
        readonly en: "By role";
    };
    readonly byRequirement: {
        readonly zh: "按要求";
        readonly en: "By requirement";
    };
    readonly organisation: {
        readonly zh: "被评估组织";
        readonly en: "Organisation";
    };
    readonly project: {
        readonly zh: "项目";
        readonly en: "Project";
    };
    readonly window: {
        readonly zh: "评估期间";
        readonly en: "Assessment period";
    };
    readonly target: {
        readonly zh: "目标等级";
        readonly en: "Target level";
    };
    readonly role: {
        readonly zh: "角色";
        readonly en: "Role";
    };
    readonly node: {
        readonly zh: "范围";
        readonly en: "Part";
    };
    readonly pack: {
        readonly zh: "标准包";
        readonly en: "Catalogue pack";
    };
    readonly count: {
        readonly zh: "所需材料";
        readonly en: "Pieces asked for";
    };
    readonly everything: {
        readonly zh: "全部";
        readonly en: "All";
    };
    readonly unset: {
        readonly zh: "未设定";
        readonly en: "Not set";
    };
    readonly level: {
        readonly zh: "等级";
        readonly en: "Level";
    };
    readonly code: {
        readonly zh: "编号";
        readonly en: "Code";
    };
    readonly fileName: {
        readonly zh: "文件名";
        readonly en: "File name";
    };
    readonly subItem: {
        readonly zh: "能力子项";
        readonly en: "Sub-item";
    };
    readonly kind: {
        readonly zh: "类别";
        readonly en: "Kind";
    };
    readonly proves: {
        readonly zh: "应证明";
        readonly en: "What it must show";
    };
    readonly carry: {
        readonly zh: "申请更高等级仍需提供";
        readonly en: "Also for higher levels";
    };
    readonly providedBy: {
        readonly zh: "提供人";
        readonly en: "Provided by";
    };
    readonly date: {
        readonly zh: "日期";
        readonly en: "Date";
    };
    readonly remarks: {
        readonly zh: "备注";
        readonly en: "Remarks";
    };
    readonly what: {
        readonly zh: "请提供";
        readonly en: "Please provide";
    };
    readonly requirement: {
        readonly zh: "要求";
        readonly en: "Requirement";
    };
    readonly state: {
        readonly zh: "现有证据";
        readonly en: "Evidence so far";
    };
    readonly why: {
        readonly zh: "还缺什么";
        readonly en: "What is lacking";
    };
    readonly yes: {
        readonly zh: "是";
        readonly en: "yes";
    };
    readonly no: {
        readonly zh: "否";
        readonly en: "no";
    };
    readonly answerers: {
        readonly zh: "可以提供的角色";
        readonly en: "Who can provide it";
    };
    readonly none: {
        readonly zh: "没有需要补充的材料。";
        readonly en: "There is nothing left to ask for.";
    };
    readonly page: {
        readonly zh: "页";
        readonly en: "Page";
    };
    readonly continued: {
        readonly zh: "（续）";
        readonly en: "(continued)";
    };
    readonly cut: {
        readonly zh: "原文 {length} 字，单元格放不下，已截断。";
        readonly en: "Cut: the text has {length} characters, more than a cell holds.";
    };
};
/** How to answer the list, step by step. */
export declare const howTo: readonly Bilingual[];
