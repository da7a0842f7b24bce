/** Words of the column mapping of record tables. */
export const mapping = {
  'map.action': '这是一张记录表？对应各列…',
  'map.action-again': '修改列对应…',
  'map.action-of': '对应 {path} 的各列',
  'map.title': '对应记录表的各列',
  'map.why': '告诉程序这张表记录的是什么、每一列是什么意思，程序就会按此读取。对应关系写入操作日志，并为本单位记住：遇到表头相同的表会自动带出。',
  'map.table': '表格', 'map.table-only': '（唯一的表）', 'map.columns-of': '各列的含义',
  'map.kind': '每一行是', 'map.kind.change': '一次变更', 'map.kind.approval': '一次审批', 'map.kind.incident': '一次事件或故障',
  'map.from.current': '现在就按此读取。', 'map.from.remembered': '这是本单位上次为相同表头设定的对应，请核对。', 'map.from.headings': '这是根据表头推测的，请核对。',
  'map.heading': '表头', 'map.sample': '前几行', 'map.meaning': '含义', 'map.empty-heading': '（无表头）', 'map.unused': '不使用',
  'map.field.id': '编号', 'map.field.title': '标题或内容', 'map.field.kind': '类型', 'map.field.status': '状态', 'map.field.openedAt': '提出或发生时间', 'map.field.closedAt': '完成、恢复或关闭时间',
  'map.field.decision': '审批结果', 'map.field.decidedAt': '审批时间', 'map.field.approver': '审批人（只计人数，不记姓名）', 'map.field.role': '审批角色', 'map.field.requester': '申请人或上报人（不记姓名）', 'map.field.owner': '负责人（不记姓名）',
  'map.field.release': '所涉版本、发布或变更', 'map.field.commit': '代码提交', 'map.field.model': '模型', 'map.field.modelVersion': '模型版本', 'map.field.severity': '严重程度或级别', 'map.field.rollback': '是否回滚',
  'map.field.cause': '原因', 'map.field.actions': '处理或改进措施', 'map.field.lesson': '经验教训或复盘', 'map.field.rationale': '意见或说明',
  'map.needs': '请至少指定编号或标题所在的列。',
  'map.none': '这个文件里没有找到带表头的表格。', 'map.loading': '正在查看表格…',
  'map.do': '按此读取', 'map.doing': '正在读取…', 'map.take-back': '取消对应', 'map.done': '已按新的列对应重新读取 {path}。', 'map.taken-back': '已取消 {path} 的列对应。',
} as const;
