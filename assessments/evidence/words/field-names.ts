import type { Bilingual } from '../../language.ts';
import type { FactOf, FactType } from '../facts.ts';

type FieldOf<Type extends FactType> = Exclude<keyof FactOf<Type>, 'type' | 'place' | 'also'>;
/** The name of any field of any fact type. */
export type FieldName = { readonly [Type in FactType]: FieldOf<Type> }[FactType];

/** The Chinese names of fields; fields of one name mean alike in all types. A field without a name does not compile. */
const chinese: Readonly<Record<FieldName, string>> = {
  // Things that have a name, a version and a digest
  release: '发布', model: '模型', modelVersion: '模型版本', modelHash: '模型摘要值', dataset: '数据集', datasetVersion: '数据集版本', datasetHash: '数据摘要值',
  repository: '代码仓库', commit: '提交', run: '运行编号', image: '镜像', imageDigest: '镜像摘要值', imageTag: '镜像标签', imagePinned: '镜像已固定', imagesPinned: '镜像均已固定',
  feature: '特征', featureVersion: '特征版本', featureHash: '特征摘要值', prompt: '提示词', promptVersion: '提示词版本', promptHash: '提示词摘要值', pipeline: '流水线',
  artifact: '产物', artifactVersion: '产物版本', artifactHash: '产物摘要值', subject: '对象', name: '名称', title: '标题', id: '编号', version: '版本', system: '工具', tool: '工具',
  toolVersion: '工具版本', kind: '类别', kinds: '类别', file: '文件', path: '路径', paths: '限定路径', uri: '存放地址', source: '来源', sources: '来源', about: '涉及', of: '针对', role: '角色', roles: '角色',
  // Release, gate, approval
  useCase: '用例', riskTier: '风险分级', pipelineImage: '流水线镜像', servingImage: '服务镜像', trainingData: '训练数据', validationData: '验证数据', labelPolicy: '标注规范',
  featureView: '特征视图', transformHash: '特征变换摘要值', guardrailPolicy: '防护策略', toolSchema: '工具接口定义', evaluationData: '评估数据', evaluators: '评估器', route: '路由',
  trafficStart: '放量方式', rollbackTarget: '回退目标', blocks: '已写明部分', missing: '缺少', records: '记录', hashesWhole: '摘要值完整', placeholders: '占位内容数', content: '内容摘要值',
  createdAt: '创建时间', gate: '门禁', decision: '决定', written: '原文', automated: '由程序决定', fromStage: '原阶段', toStage: '目标阶段', criteria: '判定标准数',
  criteriaWithThreshold: '带阈值的标准数', failedCriteria: '未达到的标准', criteriaMet: '标准全部达到', conditions: '条件', rollbackTriggers: '回退触发条件数', baseline: '对比基线',
  approvingRoles: '批准角色', decidedAt: '决定时间', expiresAt: '有效期至', expiryStated: '写明有效期', approved: '已批准', mode: '批准方式', channel: '批准渠道', approver: '批准人',
  rationale: '理由', criteriaRecorded: '记录了标准', biasDetected: '发现偏见', overridden: '越过标准', riskScore: '风险分', stage: '阶段', trafficPercent: '流量占比 %', scope: '范围',
  entryCondition: '进入条件', durationSeconds: '时长（秒）', metrics: '指标', rollbackConditions: '自动回退条件', manualReview: '人工复核', exitDecisions: '可能的结论', steps: '步骤数',
  stepsWithOwner: '有责任人的步骤数', stepsWithEvidence: '留有记录的步骤数', triggers: '使用时机', target: '目标', performed: '已执行', live: '真实环境', succeeded: '成功',
  targetSeconds: '时限（秒）', automatic: '自动', at: '时间', sections: '章节', filled: '已填写', emptySections: '空章节',
  // Code, review, change
  commitWhole: '提交号完整', branch: '分支', branches: '分支', tags: '标签', merge: '合并提交', signed: '有签名（未验证）', dirty: '有未提交改动', request: '变更请求', commits: '提交数',
  complete: '完整', merges: '合并数', authors: '作者数', authorsOfHalf: '完成半数提交的作者数', requests: '关联请求的提交数', issues: '关联事项', conventional: '规范格式的提交数',
  reverts: '回退提交数', branchCount: '分支数', tagCount: '标签数', versionTags: '版本标签数', dataWithCode: '代码与数据同改的提交数', firstAt: '最早提交', lastAt: '最近提交',
  enforced: '已启用', requestRequired: '须经变更请求', approvals: '批准数', codeOwnerReview: '须代码负责人批准', staleDismissed: '新提交使批准失效', lastPushApproval: '须他人批准最后推送',
  checks: '检查', upToDate: '合并前须更新', conversationsResolved: '须解决讨论', linearHistory: '线性历史', signedCommits: '须签名提交', forcePushBlocked: '禁止强制推送',
  deletionBlocked: '禁止删除', bypassers: '可绕过者数', adminsIncluded: '管理员也受约束', owners: '负责人数', everything: '覆盖全部文件', items: '条目数', required: '必填数', topics: '主题',
  state: '状态', sourceBranch: '源分支', targetBranch: '目标分支', mergeCommit: '合并提交', changesRequested: '要求修改数', reviewers: '评审人数', comments: '评论数', checksPassed: '检查通过',
  selfMerged: '作者自行合并', mergedAt: '合并时间', hoursOpen: '历时（小时）', released: '已发布', linked: '带链接的条目数', breaking: '不兼容变更',
  // Data and features
  bytes: '字节数', files: '文件数', empty: '内容为空', hashAlgorithm: '摘要算法', hashed: '有完整摘要值', storage: '存储位置', licence: '许可证', frozen: '声明不变', format: '格式',
  formatVersion: '格式版本', splits: '数据划分', provenance: '说明来源', personalData: '说明个人信息', bias: '说明偏见', limitations: '说明局限', intendedUse: '说明用途', annotation: '说明标注',
  contact: '有联系人', suite: '套件', success: '成功', evaluated: '检查数', passed: '通过', failed: '失败', listed: '列出的结果数', failedChecks: '未通过的检查', columns: '列', gating: '不通过即中止',
  owner: '负责人', columnCount: '特征数', typed: '声明类型', bounded: '声明取值范围', entities: '实体键', online: '在线存储', offline: '离线存储', freshnessSeconds: '时效（秒）', registry: '登记处',
  approvedFor: '批准用途', sampling: '抽样方法',
  // Models and prompts
  aliases: '别名', status: '状态', frameworks: '框架', frameworkVersion: '框架版本', runtimeVersion: '运行时版本', signature: '声明输入输出', inputExample: '有输入样例', environment: '环境',
  described: '有说明', deleted: '已删除', approvalConditions: '使用条件', evaluation: '评估', dashboard: '监控看板', reviewAt: '下次复审', reviewStated: '写明复审', updatedAt: '更新时间',
  baseModels: '基础模型', datasets: '数据集', results: '有数值的结果数', outOfScope: '说明不适用场景', fairness: '说明公平性', environmentalImpact: '说明能耗', from: '从', to: '到',
  optimisations: '优化方法', precision: '数值精度', compared: '与原模型对比', qualityChange: '指标变化', speedup: '加速倍数', variables: '变量', tests: '测试数', current: '当前使用',
  // Pipelines, runs, lineage
  jobs: '任务数', reusable: '可复用', permissions: '声明权限', concurrency: '限制并发', event: '触发事件', schedule: '定时', job: '任务', uses: '引用', pinned: '已固定版本', command: '命令',
  conditional: '执行条件', needs: '前置任务', matrix: '矩阵', experiment: '实验', parentRun: '上级运行', trigger: '触发原因', attempt: '第几次', parameters: '参数', parameterCount: '参数数',
  metricCount: '指标数', tracked: '有过程曲线', outputs: '输出数', inputs: '输入数', failedSteps: '失败的步骤', stale: '定义已变更', user: '发起人', startedAt: '开始时间', endedAt: '结束时间',
  fromKind: '输入类别', fromHash: '输入摘要值', toKind: '输出类别', toHash: '输出摘要值', by: '由谁产生', recorded: '运行记录', dataPaths: '写明数据路径', resources: '写明资源', fileHash: '文件摘要值',
  // Tests and scans
  cases: '用例数', declared: '声明', errors: '错误数', skipped: '跳过', groups: '分组数', rerun: '重跑才通过', failures: '失败的用例', layer: '测试层级', layers: '测试分层', reported: '已报告的测试', linePercent: '行覆盖率 %',
  branchPercent: '分支覆盖率 %', linesCovered: '已覆盖行数', linesTotal: '总行数', uncoveredFiles: '未覆盖文件数', packages: '包', findings: '发现数', warnings: '警告数', notes: '提示数',
  suppressed: '已忽略数', rules: '规则数', topRules: '最多的规则', executed: '执行完毕',
  // Evaluation
  tasks: '任务', thresholds: '阈值', failedMetrics: '未达标指标', instances: '样本数', partial: '只评部分', slices: '分组结果', protectedAttributes: '受保护属性', biasFlag: '偏见标记',
  criticalFailures: '严重失败数', better: '优于基线', seed: '记录随机种子', metric: '指标', task: '任务', slice: '分组', value: '数值', unit: '单位', threshold: '阈值', comparison: '比较方式',
  standardError: '标准误', meaning: '含义', formula: '算法', direction: '优劣方向', periodSeconds: '周期（秒）', owned: '有负责人', versioned: '有版本',
  // Supply chain
  builder: '构建者', published: '已发布', moving: '标签会变动', describes: '清单对象', documentId: '文档编号', components: '组件数', models: '模型数', licensed: '有许可证', identified: '有标识',
  relations: '关系数', vulnerabilities: '漏洞数', analysed: '有分析', tools: '生成工具', supplier: '提供方', purl: '包地址', card: '含说明卡', trainedOn: '训练数据', sensitiveData: '含敏感信息',
  energy: '说明能耗', risk: '风险', predicate: '声明类型', envelope: '封装', buildType: '构建类型', entryPoint: '构建入口', subjects: '对象数', subjectNames: '对象名称', subjectHashes: '对象摘要值',
  materials: '输入数', materialsHashed: '有摘要值的输入数', certified: '有证书', logged: '有透明日志', verified: '验证情况', unsigned: '未签名路径', locked: '已锁定', ranged: '版本范围数',
  free: '无版本数', fromSource: '来自源码数',
  // Environments, deployment, traffic
  unpinned: '未固定数', stages: '阶段数', unprivileged: '非 root 运行', healthChecked: '有健康检查', cpus: 'CPU', memoryBytes: '内存（字节）', gpus: 'GPU', nodes: '节点数', hardware: '硬件',
  autoscaled: '自动伸缩', protected: '受保护', location: '位置', successor: '替代者', reason: '原因', dataKept: '说明数据去向', byName: '按名称引用', inPlain: '明文写入', namespace: '命名空间', platform: '平台', serves: '服务内容',
  component: '组件', framework: '框架', modelUri: '模型地址', replicasMin: '最少副本', replicasMax: '最多副本', readinessProbe: '就绪探测', livenessProbe: '存活探测', startupProbe: '启动探测',
  cpuRequested: '声明 CPU', memoryRequested: '声明内存', limited: '设资源上限', timeoutSeconds: '超时（秒）', logger: '记录请求', mechanism: '机制', minimum: '最小', maximum: '最大',
  weights: '流量比例 %', pausedForPerson: '等待人工确认', intervalSeconds: '间隔（秒）', failureLimit: '失败上限', maxUnavailable: '最多不可用', maxSurge: '最多超出', revisionsKept: '保留修订数',
  destinations: '去向', total: '合计', mirrored: '复制流量', matched: '按条件匹配',
  // Monitoring, incidents, risks
  group: '分组', expression: '表达式', forSeconds: '持续（秒）', severity: '严重程度', area: '领域', areas: '领域', runbook: '操作手册', receiver: '接收方', channels: '渠道', panels: '面板数',
  queries: '查询数', alerts: '告警数', exported: '导出的模板', refreshSeconds: '刷新（秒）', modelNamed: '写明模型', watched: '监控内容', thresholdCount: '阈值数', responses: '应对措施数',
  escalation: '写明上报', retrains: '会触发再训练', drifted: '漂移列数', driftedColumns: '漂移的列', share: '漂移比例', score: '得分', method: '方法', detected: '判定漂移',
  referenceRecords: '基准行数', currentRecords: '当前行数', baselineOnly: '只有基准', condition: '条件', action: '动作', fired: '已触发', gated: '须经门禁', evaluations: '要求的评估',
  incident: '事件', cause: '写明原因', actions: '措施数', resolved: '已关闭', lesson: '引出改进', resolvedAt: '关闭时间', level: '等级', scores: '分项得分', hazards: '风险项', high: '高风险数',
  mitigated: '有缓解措施', register: '风险登记册', left: '一方', right: '另一方', zh: '中文说明', en: '英文说明',
  // Documents, pictures, recordings
  pages: '页数', characters: '字符数', encrypted: '已加密', width: '宽（像素）', height: '高（像素）', camera: '带拍摄信息', located: '带拍摄位置',
};

/** What a field is called by people: `maxSurge` is 最多超出, “Max surge”. */
export function fieldName(field: string): Bilingual {
  const words = field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return { zh: (chinese as Readonly<Record<string, string>>)[field] ?? field, en: words.charAt(0).toUpperCase() + words.slice(1) };
}
