import { type RecordField, plainHeading } from './mapping.ts';

/** Headings of exports (Jira, ServiceNow, 禅道, ONES, TAPD) and of tables people make, written as `plainHeading` gives them. */
const known: Readonly<Record<RecordField, string>> = {
  id: 'id|key|issuekey|issueid|number|no|ticket|ticketno|ticketid|ticketnumber|changeno|changeid|changenumber|incidentid|incidentno|incidentnumber|requestid|approvalid|recordid|编号|单号|序号|工单号|工单编号|变更单号|变更编号|变更号|事件编号|事件单号|故障编号|故障单号|审批编号|审批单号|需求编号|需求id|任务编号|bug编号|缺陷id|流水号|发布单号|上线单号',
  title: 'title|summary|subject|shortdescription|description|name|change|changetitle|标题|主题|名称|概要|摘要|描述|变更内容|变更标题|变更名称|变更事项|事件标题|事件名称|事件描述|故障描述|故障现象|故障标题|申请内容|审批事项|事项|bug标题|任务名称|需求名称|工作项标题|发布内容|上线内容',
  kind: 'type|issuetype|category|tracker|tickettype|changetype|incidenttype|workitemtype|类型|类别|分类|变更类型|变更类别|事件类型|故障类型|工单类型|工作项类型|需求类型|bug类型|任务类型',
  status: 'status|state|incidentstate|changestate|状态|当前状态|处理状态|变更状态|事件状态|工单状态|流程状态|bug状态|任务状态|执行状态|实施状态',
  openedAt: 'created|createdat|createdon|createdate|createddate|opened|openedat|openedon|reported|reportedat|raised|occurred|occurredat|startedat|detectedat|plannedstartdate|创建时间|创建日期|创建于|提交时间|提交日期|申请时间|申请日期|发起时间|发生时间|发生日期|故障发生时间|上报时间|发现时间|开始时间|登记时间|提出时间',
  closedAt: 'closed|closedat|closedon|closeddate|resolved|resolvedat|resolveddate|resolutiondate|completed|completedat|implementedat|actualend|enddate|ended|endedat|关闭时间|关闭日期|完成时间|完成日期|解决时间|解决日期|恢复时间|故障恢复时间|结束时间|实际完成时间|实施完成时间|实施时间|上线时间|发布时间',
  decision: 'decision|approval|approvalstatus|approvalresult|approvaldecision|approved|outcome|审批结果|审批结论|审批状态|批准结果|评审结果|评审结论|审核结果|是否通过|是否批准|审批决定|结论',
  decidedAt: 'approvedat|approvedon|approvaldate|approvaltime|decidedat|decisiondate|审批时间|审批日期|批准时间|批准日期|审核时间|评审时间|通过时间',
  approver: 'approver|approvers|approvedby|cabapprover|reviewer|reviewedby|审批人|审批人员|批准人|审核人|评审人|审批者|当前审批人|最终审批人',
  role: 'role|approverrole|审批角色|审批人角色|角色|岗位|职务',
  requester: 'reporter|requester|requestedby|openedby|createdby|creator|author|submitter|raisedby|申请人|提交人|创建人|创建者|由谁创建|提出人|发起人|报告人|变更申请人|上报人',
  owner: 'assignee|assignedto|owner|implementer|负责人|处理人|当前处理人|指派给|经办人|责任人|实施人|变更实施人|故障处理人',
  release: 'release|releaseid|releaseversion|version|fixversion|fixversions|targetversion|changerequest|relatedchange|版本|版本号|发布版本|目标版本|上线版本|关联版本|解决版本|发布单|关联变更|变更单|关联变更单|规划发布',
  commit: 'commit|commitid|commitsha|revision|提交号|代码提交|commitid提交号',
  model: 'model|modelname|modelid|模型|模型名称|模型名|涉及模型',
  modelVersion: 'modelversion|模型版本|模型版本号',
  severity: 'severity|priority|impact|urgency|level|sev|严重程度|严重级别|严重性|级别|优先级|故障等级|故障级别|事件等级|事件级别|影响程度|风险等级',
  rollback: 'rollback|rolledback|isrollback|backout|backedout|revert|reverted|回滚|是否回滚|是否回退|回退|是否已回滚|发生回滚',
  cause: 'rootcause|cause|rca|causecode|原因|根因|根本原因|故障原因|原因分析|事件原因|根因分析',
  actions: 'action|actions|actionitems|correctiveaction|correctiveactions|followup|followups|resolutionnotes|改进措施|整改措施|处理措施|纠正措施|解决方案|处理方案|解决措施|应对措施|措施',
  lesson: 'lesson|lessons|lessonslearned|postmortem|经验教训|复盘|复盘结论|复盘报告|预防措施|预防改进',
  rationale: 'comment|comments|reason|remarks|justification|approvalcomment|审批意见|意见|理由|变更原因|变更理由|备注|说明|评审意见',
};

const fieldOfHeading: ReadonlyMap<string, RecordField> = new Map(Object.entries(known).flatMap(([field, headings]) => headings.split('|').map((heading) => [heading, field as RecordField] as const)));

/** The field a heading is known to name; null for any other. */
export function knownField(heading: string): RecordField | null {
  return fieldOfHeading.get(plainHeading(heading)) ?? null;
}

/** The field a heading seems to name: known, or with a known heading of three signs or more in it (two in Chinese). */
export function likelyField(heading: string): RecordField | null {
  const plain = plainHeading(heading);
  const exact = fieldOfHeading.get(plain);
  if (exact !== undefined) return exact;
  const inside = [...fieldOfHeading].filter(([one]) => one.length >= (/[\u4e00-\u9fff]/.test(one) ? 2 : 4) && plain.includes(one));
  return inside.toSorted(([one], [other]) => other.length - one.length)[0]?.[1] ?? null;
}
