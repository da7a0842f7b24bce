import type { FactOf, FactType } from '../facts.ts';

/** Fields whose values are mostly proper names: those that are no name have a word. */
type NamesField = 'system' | 'platform' | 'format' | 'envelope';
type IsClosed<Value> = [Value] extends [string] ? (string extends Value ? false : true) : false;
/** The fields of a fact type whose values are a closed set of words. */
type ClosedField<Type extends FactType> = { readonly [Field in Exclude<keyof FactOf<Type>, 'type'>]: IsClosed<FactOf<Type>[Field]> extends true ? Field : never }[Exclude<keyof FactOf<Type>, 'type'>];
type WordsOf<Type extends FactType, Field extends keyof FactOf<Type>> = Readonly<Record<FactOf<Type>[Field] & string, string>>;
type Words = {
  readonly [Type in FactType]:
    & { readonly [Field in Exclude<ClosedField<Type>, NamesField>]: WordsOf<Type, Field> }
    & { readonly [Field in Extract<ClosedField<Type>, NamesField>]?: Partial<WordsOf<Type, Field>> };
};
type TypeWithWords = { readonly [Type in FactType]: ClosedField<Type> extends never ? never : Type }[FactType];

const other = { other: '其他' } as const;
const unstated = { unstated: '未说明' } as const;
const areas = { 'model-quality': '模型质量', 'data-drift': '数据漂移', service: '服务', resource: '资源', pipeline: '流水线', business: '业务', ...other } as const;
const stages = { shadow: '影子', canary: '金丝雀', ramp: '逐步放量', full: '全量', ...unstated } as const;
const things = { data: '数据', model: '模型', feature: '特征', code: '代码', artifact: '产物', prompt: '提示词', ...other } as const;

/** The Chinese words for values from a closed set; proper names stay as they are. A value without a word does not compile. */
const chinese: { readonly [Type in TypeWithWords]: Words[Type] } = {
  'release.bundle': { system: { 'release-folder': '发布文件夹', 'hosting-release': '托管平台发布', 'release-playbook': '发布手册', ...other } },
  'gate.decision': {
    kind: { release: '发布', promotion: '晋级', data: '数据', experiment: '实验', canary: '金丝雀', retraining: '再训练', 'model-validation': '模型验证', ...other },
    decision: { go: '通过', 'limited-go': '有限通过', 'no-go': '不通过', rollback: '回退', 'risk-acceptance': '接受风险', undecided: '未决定' },
  },
  'approval': {
    of: { release: '发布', model: '模型', change: '变更', deployment: '部署', data: '数据', ...other },
    mode: { person: '人工', program: '程序', ...unstated },
  },
  'rollout.plan': { stage: stages },
  'runbook': { kind: { rollback: '回退', incident: '事件处置', deployment: '部署', monitoring: '监控', retraining: '再训练', retirement: '下线', ...other } },
  'code.revision': { source: { git: 'git', mlflow: 'MLflow', record: '记录文件', provenance: '来源证明', hosting: '托管平台', lineage: '血缘', 'model-file': '模型文件', ...other } },
  'review.rule': { kind: { 'code-owners': '代码负责人', 'request-template': '变更请求模板', 'issue-form': '事项表单', 'commit-hook': '提交钩子', 'dependency-update': '依赖更新' } },
  'change.request': { state: { open: '进行中', merged: '已合并', closed: '已关闭', draft: '草稿', unknown: '未知' } },
  'data.snapshot': { role: { training: '训练', validation: '验证', test: '测试', evaluation: '评估', production: '生产', feature: '特征', model: '模型文件', ...unstated } },
  'data.card': { format: { 'free-form': '自由格式' } },
  'data.validation': { kind: { result: '结果', expectations: '规则定义', schedule: '定期检查' } },
  'feature.definition': { kind: { store: '特征库', view: '特征视图', schema: '结构定义', reference: '引用' } },
  'model.version': { system: { signature: '模型签名', ...other } },
  'model.card': { format: { 'free-form': '自由格式' } },
  'pipeline.trigger': { kind: { push: '推送', 'pull-request': '变更请求', schedule: '定时', manual: '手动', release: '发布', 'after-pipeline': '其他流水线之后', call: '被调用', api: '接口调用', ...other } },
  'pipeline.step': {
    kind: {
      checkout: '检出代码', setup: '准备环境', prepare: '准备数据', build: '构建', package: '打包', test: '测试', lint: '代码检查', scan: '扫描', train: '训练', evaluate: '评估', validate: '校验', convert: '转换',
      register: '登记', approve: '批准', deploy: '部署', rollback: '回退', verify: '验证', notify: '通知', ...other,
    },
  },
  'pipeline.run': { status: { succeeded: '成功', failed: '失败', cancelled: '已取消', running: '运行中', queued: '排队中', skipped: '已跳过', unknown: '未知' } },
  'lineage.edge': { fromKind: things, toKind: things },
  'parameter.file': { kind: { file: '参数文件', script: '脚本默认值', recorded: '运行所记输入' } },
  'test.case.group': { layer: { unit: '单元', integration: '集成', 'end-to-end': '端到端', contract: '契约', data: '数据', model: '模型', performance: '性能', security: '安全', smoke: '冒烟', ...unstated } },
  'scan.result': { kind: { code: '代码', dependency: '依赖', container: '容器', secret: '密钥', infrastructure: '基础设施', licence: '许可证', lint: '代码规范', model: '模型', ...unstated } },
  'eval.metric': {
    comparison: { 'at-least': '不低于', 'at-most': '不高于', equal: '等于', ...unstated },
    kind: { quality: '质量', fairness: '公平性', safety: '安全', robustness: '稳健性', performance: '性能', cost: '成本', business: '业务', ...unstated },
  },
  'metric.definition': {
    kind: { model: '模型', data: '数据', service: '服务', business: '业务', delivery: '交付', cost: '成本', ...unstated },
    direction: { higher: '越高越好', lower: '越低越好', ...unstated },
  },
  'build.artifact': { kind: { container: '容器镜像', package: '软件包', model: '模型', chart: 'Helm chart', archive: '归档', ...other } },
  'image.digest': { role: { base: '基础镜像', built: '构建结果', serving: '服务', pipeline: '流水线', tool: '工具', ...unstated } },
  'sbom.document': { format: { 'home-made': '自制格式' } },
  'sbom.component': { kind: { model: '模型', dataset: '数据集' } },
  'provenance.statement': {
    kind: { build: '构建', publish: '发布', 'model-signature': '模型签名', ...other },
    envelope: { none: '无', registry: '登记处' }, verified: { 'not verified': '未验证' },
  },
  'dependency.lock': { system: other },
  'environment.definition': {
    kind: { container: '容器', python: 'Python 环境', cluster: '集群', compute: '计算资源', workspace: '工作区', stage: '阶段环境', storage: '存储', ...other },
    stage: { development: '开发', test: '测试', staging: '预发布', production: '生产', ...unstated },
  },
  'retirement.record': { kind: { archived: '归档', deleted: '删除', 'scaled-to-zero': '缩至零', removed: '移除', retired: '下线', planned: '计划下线' } },
  'deployment.target': { platform: other, serves: { model: '模型', service: '服务' } },
  'update.strategy': { kind: { rolling: '滚动更新', recreate: '重建更新', canary: '金丝雀发布', 'blue-green': '蓝绿发布', shadow: '影子部署', 'ab-test': 'A/B 测试', 'on-delete': '删除后更新' } },
  'rollback.target': { mechanism: { 'analysis-abort': '分析不通过即中止', 'revision-history': '历史修订', 'previous-revision': '上一修订', 'previous-release': '上一发布', 'pipeline-step': '流水线步骤' } },
  'traffic.policy': {
    kind: {
      timeout: '超时', retry: '重试', 'circuit-breaker': '熔断', 'rate-limit': '限流', 'load-balancing': '负载均衡', 'connection-limit': '连接数上限', 'fault-injection': '故障注入', authentication: '身份认证',
      'session-affinity': '会话保持',
    },
  },
  'alert.rule': { area: areas },
  'monitor.metric': { area: areas },
  'drift.report': { of: { data: '数据', prediction: '预测', target: '目标', quality: '质量', ...unstated } },
  'retrain.trigger': { kind: { drift: '漂移', performance: '性能', schedule: '定时', 'new-data': '新数据', feedback: '反馈', manual: '人工', ...unstated } },
  'incident': { kind: { bias: '偏见', drift: '漂移', quality: '质量', outage: '中断', security: '安全', data: '数据', ...other } },
  'contradiction': {
    kind: {
      'approved-against-criteria': '未达标准却批准', 'approved-despite-bias': '有偏见却批准', 'unreviewed-automation': '无标准的自动批准', 'hash-differs': '摘要值不同', 'content-differs': '内容不同',
      'version-differs': '版本不同', 'threshold-differs': '阈值不同', 'metric-differs': '指标值不同', 'finished-empty': '运行成功但无内容', 'empty-output': '输出为空', 'success-against-statistics': '成功标记与统计不符',
      'count-differs': '计数不符', 'unnamed-model': '未写明模型', 'protection-without-review': '有保护却无评审', 'decision-before-evaluation': '先决定后评估', 'unknown-rollback-target': '回退目标不存在',
      'commit-differs': '提交不同', 'evaluated-on-training-data': '用训练数据评估', 'passed-against-threshold': '未达阈值却算通过', 'stale-lock': '锁定文件过期',
    },
  },
  'document': {},
};

/** Words for what is mostly names or free text, and lists whose elements come from the same closed set as a field. */
const listed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'monitor.dashboard areas': areas,
  'model.conversion optimisations': { quantization: '量化', 'quantization-int8': 'INT8 量化', pruning: '剪枝', distillation: '蒸馏', fusion: '算子融合', batching: '批处理' },
  'retirement.record system': { document: '文档' },
  'approval source': {
    'approval-record': '批准记录', 'approval-table': '审批记录表', 'gate-memo': '门禁备忘', 'github-review': 'GitHub 评审', 'github-deployment-review': 'GitHub 部署审批', 'gitlab-approval': 'GitLab 批准', 'gitlab-deployment-approval': 'GitLab 部署审批',
  },
};

/** The Chinese word for a value of a field; the value itself where it is a name or free text. */
export function valueInChinese(type: FactType, field: string, value: string): string {
  const words = (chinese as Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>)[type]?.[field] ?? listed[`${type} ${field}`] ?? {};
  return Object.hasOwn(words, value) ? words[value] ?? value : value;
}
