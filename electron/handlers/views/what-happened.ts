import { organisationTypeParameter, type Bilingual, type EventType, type JournalEvent, type Payload, type StoredEvent } from '#assessments';

/** One sentence for one event; an event of a newer program is told as such. */
export function whatHappened(stored: StoredEvent): Bilingual {
  const event = stored as JournalEvent;
  const tell = tellers[event.type] as ((payload: unknown) => Bilingual) | undefined;
  return tell === undefined ? { zh: `更新版本程序的记录（${stored.type}）`, en: `Recorded by a newer program (${stored.type})` } : tell(event.payload);
}

const tellers: { readonly [Type in EventType]: (payload: Payload<Type>) => Bilingual } = {
  'assessment.created': ({ organisation, project }) => ({ zh: `新建评估：${organisation} · ${project}`, en: `Created the assessment: ${organisation} · ${project}` }),
  'assessment.renamed': ({ organisation, project }) => ({ zh: `改名为 ${organisation} · ${project}`, en: `Renamed to ${organisation} · ${project}` }),
  'assessment.scoped': ({ scope }) => ({ zh: `设定评估范围：${scope}`, en: `Set the scope: ${scope}` }),
  'window.set': ({ from, to }) => ({ zh: `设定评估期间：${from ?? '…'} 至 ${to ?? '…'}`, en: `Set the assessment period: ${from ?? '…'} to ${to ?? '…'}` }),
  'policy.set': ({ policy, rollup }) => ({ zh: `设定计分规则 ${policy}、汇总规则 ${rollup}`, en: `Set scoring policy ${policy} and roll-up ${rollup}` }),
  'target.set': ({ node, level }) => (level === null
    ? { zh: `取消${node === null ? '总体' : ` ${node} 的`}目标等级`, en: `Took back the target level of ${node ?? 'the whole'}` }
    : { zh: `设定${node === null ? '总体' : ` ${node} 的`}目标等级 ${level}`, en: `Set the target level of ${node ?? 'the whole'} to ${level}` }),
  'parameter.set': ({ name, value }) => (name === organisationTypeParameter ? organisationTyped(value) : { zh: `设定参数 ${name} 为 ${String(value)}`, en: `Set ${name} to ${String(value)}` }),
  'pack.pinned': ({ id, edition }) => ({ zh: `固定标准包 ${id} ${edition}`, en: `Pinned catalogue pack ${id} ${edition}` }),
  'assessor.joined': ({ name, role }) => ({ zh: `${name}（${role}）加入评估`, en: `${name} (${role}) joined` }),
  'evidence.added': ({ label, files }) => ({ zh: `导入证据“${label}”：${files.length} 个文件`, en: `Imported evidence "${label}": ${files.length} files` }),
  'evidence.described': ({ file, effective, note }) => (effective === null
    ? { zh: `恢复 ${file.path} 内容写明的日期：${note ?? ''}`, en: `Went back to the date that the content of ${file.path} states: ${note ?? ''}` }
    : { zh: `将 ${file.path} 的内容日期更正为 ${effective.slice(0, 10)}：${note ?? ''}`, en: `Corrected the date of the content of ${file.path} to ${effective.slice(0, 10)}: ${note ?? ''}` }),
  'evidence.mapped': ({ file, mapping }) => (mapping === null
    ? { zh: `取消 ${file.path} 的列对应`, en: `Took back the column mapping of ${file.path}` }
    : { zh: `设定记录表 ${file.path} 的列对应`, en: `Mapped the columns of the table ${file.path}` }),
  'evidence.removed': ({ files }) => ({ zh: `移除证据 ${files.length} 个文件`, en: `Removed ${files.length} evidence files` }),
  'evidence.purged': ({ reason }) => ({ zh: `彻底清除一份证据：${reason}`, en: `Purged an artefact: ${reason}` }),
  'link.added': ({ requirement, file }) => ({ zh: `将 ${file.path} 关联到 ${requirement}`, en: `Linked ${file.path} to ${requirement}` }),
  'link.removed': () => ({ zh: '移除一条关联', en: 'Removed a link' }),
  'rating.set': ({ requirement, value, basis }) => ({ zh: `${requirement} 评为 ${value}${basis.kind === 'machine' ? '（机器）' : ''}`, en: `Rated ${requirement} ${value}${basis.kind === 'machine' ? ' (machine)' : ''}` }),
  'rating.cleared': ({ requirement }) => ({ zh: `清除 ${requirement} 的评分`, en: `Cleared the rating of ${requirement}` }),
  'rating.carried': ({ requirement, value }) => ({ zh: `沿用 ${requirement} 上次的评分 ${value}，待确认`, en: `Carried over ${value} for ${requirement}, to be confirmed` }),
  'suggestion.rejected': ({ requirement, reason }) => ({ zh: `驳回 ${requirement} 的建议：${reason}`, en: `Rejected the suggestion for ${requirement}: ${reason}` }),
  'consensus.set': ({ requirement, value }) => ({ zh: `${requirement} 合议为 ${value}`, en: `Settled ${requirement} as ${value}` }),
  'consensus.cleared': ({ requirement }) => ({ zh: `撤回 ${requirement} 的合议结论`, en: `Withdrew the consensus on ${requirement}` }),
  'note.added': ({ node, text }) => ({ zh: `在${node === null ? '评估' : ` ${node} `}上记录：${text}`, en: `Noted on ${node ?? 'the assessment'}: ${text}` }),
  'action.added': ({ zh, en }) => ({ zh: `新增改进措施：${zh}`, en: `Added action: ${en}` }),
  'action.changed': ({ action, status }) => ({ zh: `改进措施 ${action} 状态改为 ${status}`, en: `Action ${action} is now ${status}` }),
  'action.dropped': ({ action, reason }) => ({ zh: `放弃改进措施 ${action}：${reason}`, en: `Dropped action ${action}: ${reason}` }),
  'plan.adopted': ({ actions, target }) => ({ zh: `采纳改进计划：目标 ${target} 级，${actions.length} 项措施`, en: `Adopted a plan: target level ${target}, ${actions.length} actions` }),
  'planning.set': ({ must, never, budget }) => ({ zh: `设定改进计划的条件：必选 ${must.length} 项、排除 ${never.length} 项${budget === null ? '' : `、预算 ${budget} 人天`}`, en: `Set what the plan must hold (${must.length}), may not hold (${never.length})${budget === null ? '' : `, and its budget of ${budget} person-days`}` }),
  'scenario.saved': ({ name }) => ({ zh: `保存情景“${name}”`, en: `Saved scenario "${name}"` }),
  'scenario.removed': () => ({ zh: '删除一个情景', en: 'Removed a scenario' }),
  'milestone.made': ({ name }) => ({ zh: `设立里程碑“${name}”`, en: `Made milestone "${name}"` }),
  'milestone.signed': ({ name }) => ({ zh: `签署里程碑“${name}”`, en: `Signed milestone "${name}"` }),
  'undone': () => ({ zh: '撤销上一步', en: 'Undid a step' }),
  'redone': () => ({ zh: '重做', en: 'Redid a step' }),
};

function organisationTyped(type: Payload<'parameter.set'>['value']): Bilingual {
  return type === null ? { zh: '取消组织类型', en: 'Took back the type of organisation' } : { zh: `设定组织类型 ${String(type)}`, en: `Set the type of organisation to ${String(type)}` };
}
