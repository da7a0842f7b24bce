/** Field names as Chinese forms of the same records write them. */
const chinese: Readonly<Record<string, string>> = {
  发布编号: 'release id', 发布标识: 'release id', 发布包: 'release bundle', 发布包编号: 'release bundle', 用例编号: 'use case id', 用例: 'use case', 风险等级: 'risk tier', 风险分级: 'risk tier',
  决策: 'decision', 结论: 'decision', 决定: 'decision', 决策日期: 'decision date', 日期: 'date', 回滚目标: 'rollback target', 范围: 'scope', 批准用途: 'approved use', 禁止用途: 'prohibited use', 人工控制: 'human control', 灰度范围: 'canary scope',
  代码提交: 'code commit', 流水线镜像: 'pipeline image', 服务镜像: 'serving image', 模型: 'model', 模型标识: 'model id', 模型版本: 'model version', 制品哈希: 'artifact hash', 提示词版本: 'prompt version', 护栏策略: 'guardrail policy', 工具模式: 'tool schema',
  训练快照: 'training snapshot', 验证快照: 'validation snapshot', 标注规范: 'label policy', 特征视图: 'feature view', 转换哈希: 'transform hash', 路由: 'route', 起始流量: 'traffic start', 评测数据集版本: 'dataset versions', 评估器版本: 'evaluator versions',
  评测结果: 'eval results', 门禁指标: 'gate metric', 指标: 'metric', 结果: 'result', 阈值: 'threshold', 条件: 'conditions', 附加条件: 'conditions', 回滚: 'rollback', 自动回滚触发: 'automatic rollback trigger', 人工回滚触发: 'manual rollback trigger', 回滚动作: 'rollback action', 审批: 'approval', 批准: 'approval',
  晋级编号: 'promotion id', 源阶段: 'from stage', 目标阶段: 'to stage', 基线: 'baseline', 候选收益: 'candidate benefit', 关键风险: 'critical risks', 控制要求: 'required controls', 必需控制: 'required controls', 有效期: 'expiry',
  校验编号: 'validation id', 数据集快照: 'dataset snapshot', 负责人: 'owner', 来源系统: 'source systems', 抽样方法: 'sampling method', 结构校验结果: 'schema result', 缺失率结果: 'missingness result', 时效性结果: 'freshness result', 泄漏检查: 'leakage check', 访问控制: 'access control',
  实验编号: 'experiment id', 候选: 'candidate', 数据集: 'dataset', 主要结果: 'primary outcome', 关键失败: 'critical failures', 显著退化: 'material regression', 成本与时延: 'cost latency', 证据: 'evidence',
  灰度编号: 'canary id', 进入条件: 'entry condition', 流量: 'traffic', 持续时间: 'duration', 时长: 'duration', 监控指标: 'monitored metrics', 自动回滚: 'auto rollback', 人工复核: 'manual review', 退出决策: 'exit decision', 阶段: 'stage',
  步骤: 'step', 责任人: 'owner', 动作: 'action', 操作: 'action', 触发编号: 'trigger id', 触发来源: 'trigger source', 触发条件: 'trigger condition', 候选动作: 'candidate action', 发布规则: 'release rule', 必需评测: 'required eval',
  证据册章节: 'binder section', 章节: 'section', 制品: 'artifact', 训练运行: 'training run id', 训练数据集: 'training dataset', 模型签名: 'model signature', 批准阶段: 'approved stage', 批准条件: 'approval conditions', 评测报告: 'eval report', 监控看板: 'monitoring dashboard', 复审到期: 'review expiry',
  字段: 'field', 示例: 'example', 内容: 'content', 值: 'value', 填写内容: 'value',
};

/** One spelling for `release_id`, `Release ID`, `releaseId`, `release-id` and 发布编号: `release id`. */
export function fieldName(written: string): string {
  const words = written.slice(0, 200).replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[*`]/g, '').replace(/^\s*[0-9]+(?:\.[0-9]+)*[.、]?\s+/, '').replace(/[\s_/&-]+/g, ' ').trim().toLowerCase();
  return chinese[words.replaceAll(' ', '')] ?? words;
}
