import type { Bilingual } from '#assessments';
import type { Problem } from '#contract';

/** The plain sentences of the problems that handlers themselves find; storage and intake bring their own. */
const sentences = {
  'cancelled': { zh: '已取消，没有留下任何更改。', en: 'Cancelled; nothing was changed.' },
  'bad-input': { zh: '程序收到了无法理解的请求：请重新打开窗口后再试。', en: 'The program was asked something it does not understand: reopen the window and try again.' },
  'not-open': { zh: '这个评估已经关闭：请从首页重新打开。', en: 'This assessment is no longer open: open it again from the home page.' },
  'file-gone': { zh: '文件已被移走、改名或所在磁盘未连接：请找到它后用“打开”重新选择。', en: 'The file was moved or renamed, or its disk is not connected: find it and choose it with Open.' },
  'file-damaged': { zh: '文件已损坏，上次没有打开：可以查看损坏情况，修复为新文件或恢复备份。', en: 'The file is damaged and did not open last time: see the damage, repair it into a new file or restore a backup.' },
  'source-gone': { zh: '所选内容已经用过或不再可用：请重新选择。', en: 'What was chosen has been used already or is gone: choose it again.' },
  'no-pack': { zh: '找不到这个标准包：请从列表中另选一个。', en: 'This catalogue pack was not found: choose another from the list.' },
  'no-open-wording': { zh: '本机没有这个标准包的公开版次：要导出含有标准原文的工作簿，请勾选“包含导入的标准原文”。', en: 'The open edition of this pack is not here: to export the workbook with the text of the standard, ask for it by ticking “with the imported text”.' },
  'no-staged-wording': { zh: '这次比较已经过期：请重新选择工作簿。', en: 'This comparison is out of date: choose the workbook again.' },
  'edition-taken': { zh: '新版次的名称不能与现用版次相同：请另起一个名称。', en: 'The new edition cannot have the name of the present one: choose another.' },
  'unusable-pack': { zh: '评估中保存的标准包无法使用：请升级本程序后重新打开。', en: 'The catalogue pack kept in this assessment cannot be used: update this program and open it again.' },
  'no-requirement': { zh: '标准包中没有这条要求：请刷新后重试。', en: 'The catalogue pack has no such requirement: refresh and try again.' },
  'no-organisation-type': { zh: '标准包中没有这个组织类型：请重新选择。', en: 'The catalogue pack has no such type of organisation: choose again.' },
  'no-node': { zh: '标准包中没有这个节点：请刷新后重试。', en: 'The catalogue pack has no such node: refresh and try again.' },
  'no-milestone': { zh: '操作日志里没有这个里程碑：请刷新后重试。', en: 'The journal has no such milestone: refresh and try again.' },
  'milestone-taken': { zh: '已有同名的里程碑：请换一个名称。', en: 'There is a milestone of that name: choose another.' },
  'nothing-carried': { zh: '没有可以确认的沿用评分：条文有改动的须逐条重新评分。', en: 'There is no carried rating to confirm: those of reworded requirements are rated one by one.' },
  'no-file': { zh: '评估中没有这个证据文件：它可能已被移除。', en: 'The assessment has no such evidence file; it may have been removed.' },
  'no-action': { zh: '操作日志里没有这一步：请刷新后重试。', en: 'The journal has no such action: refresh and try again.' },
  'no-planned-action': { zh: '标准包中没有这项措施：请刷新后重试。', en: 'The catalogue pack has no such action: refresh and try again.' },
  'no-scenario': { zh: '这个情景已经不在了：请刷新后重试。', en: 'This scenario is no longer there: refresh and try again.' },
  'no-link': { zh: '这条关联已经不在了：请刷新后重试。', en: 'This link is no longer there: refresh and try again.' },
  'not-repairable': { zh: '从这个文件里读不出可用的内容：请改用备份或副本；原文件没有被改动。', en: 'Nothing of use could be read from this file: go on with a backup or a copy; the file itself was not changed.' },
  'no-backup': { zh: '这份备份已经不在了：请刷新后另选一份。', en: 'This backup is no longer there: refresh and choose another.' },
  'backup-failed': { zh: '这次备份没有做成，原有备份都在：请稍后重试；若仍失败，请另存一份副本。', en: 'This backup could not be made; the older ones are kept: try again later, and save a copy if it fails again.' },
  'no-room-for-backup': { zh: '磁盘空间不足，没有做新的备份，原有备份都在：请腾出空间。', en: 'There is not enough free space for another backup; the older ones are kept: free some space.' },
  'purge-kept': { zh: '另一个文件保存着相同的内容：请把它也选上一起清除，或先移除它。', en: 'Another file keeps the same bytes: choose it as well, or remove it first.' },
  'mapping-empty': { zh: '列对应不完整：请至少指定编号或标题所在的列，且只选表中已有的列。', en: 'The mapping is incomplete: say at least which column holds the number or the title, and choose columns of this table only.' },
  'day-reason': { zh: '更正日期须写明依据：请填写后再保存。', en: 'Correcting a date needs a reason: give one and save again.' },
  'purge-reason': { zh: '永久清除须写明理由：请填写后再清除。', en: 'Purging needs a reason: give one and purge again.' },
  'reason-needed': { zh: '评为不适用须写明理由：请填写理由后再评。', en: 'Not applicable needs a reason: give one and rate again.' },
  'nothing-suggested': { zh: '这条要求已没有可以采纳的建议：请刷新后重新选择。', en: 'There is no suggestion for this requirement to take over any more: refresh and choose again.' },
  'rejection-reason': { zh: '驳回须写明理由：请填写后再驳回。', en: 'Rejecting needs a reason: give one and reject again.' },
  'nothing-rated': { zh: '还没有可以合议的评分：请先评分。', en: 'There is no rating to settle yet: rate first.' },
  'no-identity': { zh: '请先填写姓名和角色，再开始记录。', en: 'Say who you are (name and role) before anything is recorded.' },
  'person-in-use': { zh: '正在使用的评估师不能移除：请先切换到另一位。', en: 'The assessor at the keyboard cannot be removed: switch to another first.' },
  'read-only': { zh: '这个评估以只读方式打开：要修改请先把它复制到可写的文件夹。', en: 'This assessment is open for reading only: copy it to a folder you can write to.' },
  'import-running': { zh: '这个评估正在导入证据：请等它完成或先取消。', en: 'Evidence is being imported into this assessment: wait for it to finish or cancel it.' },
  'no-job': { zh: '这次导入已经不在进行中：请在证据页查看结果，或重新导入。', en: 'This import is not under way any more: look at the evidence page for what came of it, or import again.' },
  'nothing-to-undo': { zh: '没有可以撤销的操作。', en: 'There is nothing to undo.' },
  'not-undoable': { zh: '这一步现在不能撤销：之后可能又有操作建立在它之上，请重新打开操作日志查看原因。', en: 'This action cannot be undone now; a later one may rest on it: open the journal again to see why.' },
  'nothing-to-redo': { zh: '没有可以重做的操作。', en: 'There is nothing to redo.' },
  'disk-full': { zh: '磁盘已满，这一步没有完成，已保存的内容都在：请腾出空间后重试。', en: 'The disk is full; this step was not done, everything saved before is kept: free some space and try again.' },
  'io': { zh: '读写磁盘时出错，这一步没有完成：请检查磁盘或访问权限后重试。', en: 'The disk reported an error and this step was not done: check the disk and its permissions and try again.' },
  'unexpected': { zh: '程序内部出错，这一步没有完成；请凭编号在日志中查找：', en: 'Something went wrong inside the program and this step was not done; the log has it under the reference ' },
} as const satisfies Readonly<Record<string, Bilingual>>;

type Case = keyof typeof sentences;

/** What the renderer is told: several cases may share a kind, each has its own sentence. */
const kinds: Readonly<Record<Case, Problem['kind']>> = {
  'cancelled': 'cancelled', 'bad-input': 'bad-input', 'not-open': 'not-found', 'file-gone': 'not-found', 'source-gone': 'not-found', 'file-damaged': 'damaged', 'no-pack': 'not-found', 'no-open-wording': 'not-found', 'no-staged-wording': 'not-found', 'edition-taken': 'bad-input', 'unusable-pack': 'damaged', 'no-requirement': 'not-found', 'no-file': 'not-found',
  'no-organisation-type': 'not-found', 'no-node': 'not-found', 'no-milestone': 'not-found', 'milestone-taken': 'bad-input', 'nothing-carried': 'bad-input',
  'no-link': 'not-found', 'no-action': 'not-found', 'no-planned-action': 'not-found', 'no-scenario': 'not-found', 'reason-needed': 'bad-input', 'nothing-rated': 'bad-input', 'nothing-suggested': 'bad-input', 'rejection-reason': 'bad-input', 'no-identity': 'no-identity', 'person-in-use': 'bad-input', 'read-only': 'read-only', 'import-running': 'locked', 'no-job': 'not-found', 'nothing-to-undo': 'nothing-to-undo', 'not-undoable': 'nothing-to-undo',
  'purge-kept': 'bad-input', 'backup-failed': 'io', 'no-room-for-backup': 'disk-full', 'no-backup': 'not-found', 'purge-reason': 'bad-input', 'day-reason': 'bad-input', 'mapping-empty': 'bad-input', 'not-repairable': 'damaged',
  'nothing-to-redo': 'nothing-to-undo', 'disk-full': 'disk-full', 'io': 'io', 'unexpected': 'unexpected',
};

/** The problem of a case; `place` is what it is about: a requirement, a field, a path inside the assessment. */
export function problem(about: Case, place: string | null = null): Problem {
  return { kind: kinds[about], place, ...sentences[about] };
}

/** A reply that says what went wrong. */
export function refused(about: Case, place: string | null = null): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: problem(about, place) };
}

/** A bug: the user gets the reference under which the log has it. */
export function unexpected(reference: string): Problem {
  return { kind: 'unexpected', place: null, zh: `${sentences.unexpected.zh}${reference}。`, en: `${sentences.unexpected.en}${reference}.`, reference };
}
