import type { FactOf } from '../facts.ts';

export type StepKind = FactOf<'pipeline.step'>['kind'];
type Rule = readonly [StepKind, RegExp];

/** Reused actions by their repository (`owner/name/path`, lower case, without the version). */
const actions: readonly Rule[] = [
  ['checkout', /^actions\/checkout$/],
  ['setup', /^actions\/(?:setup-|cache|download-artifact)|(?:^|\/)(?:setup-|install-|configure-)|^docker\/(?:setup|login)-|credentials$|-auth$|\/login$|\/auth$|^azure\/(?:login|setup)|conda-incubator\/|jlumbroso\/free-disk|easimon\/maximize/],
  ['rollback', /rollback/],
  ['approve', /manual-approval|approval-action/],
  ['deploy', /k8s-deploy|helm-deploy|eks-deploy|ecs-deploy|cloudrun|deploy-pages|gh-pages|webapps-deploy|functions-action|kubectl-action|argocd|(?:^|[-/])deploy(?:$|[-/])|sagemaker-deploy/],
  ['register', /pypi-publish|gh-action-pypi|action-gh-release|upload-release|create-release|release-action|mlflow-register|push-to-hub|huggingface\/.*(?:push|sync)/],
  ['scan', /codeql|trivy|snyk|anchore|grype|gitleaks|trufflehog|scorecard|dependency-review|bandit|semgrep|sonar|fossa|checkov|tfsec|kics|kubesec|zap-/],
  ['lint', /lint|\/typos$|link-check|spell-?check|super-linter|pre-commit|(?:^|\/)black$|ruff|prettier|hadolint|yamllint|commitlint|semantic-pull-request/],
  ['validate', /great[-_]expectations|soda-?core|data-validation/],
  ['evaluate', /setup-cml|promptfoo|evaluat|deepchecks|evidently/],
  ['package', /(?:^|\/)upload-|slsa-github-generator|attest|cosign|sbom|syft/],
  ['test', /publish-unit-test-result|test-reporter|test-summary|codecov|coverage|junit|coveralls/],
  ['build', /build-push-action|docker-build|build-action|ko-build|goreleaser|buildah|kaniko/],
  ['verify', /slsa-verifier|verif|wait-for|health-?check|smoke/],
  ['notify', /slack|notify|discord|teams|mail|telegram|dingtalk|feishu|lark|wecom|comment|github-script|labeler|stale/],
];

/** Commands by what they do, the most consequential first: a step that tests and then deploys is a deployment. */
const commands: readonly Rule[] = [
  ['rollback', /\bkubectl\b[^|;&]*\brollout undo\b|\bhelm\b[^|;&]*\brollback\b|\bargo(?:cd)?\b[^|;&]*\b(?:rollouts (?:undo|abort)|app rollback)\b|\brollback\b|\brevert-(?:release|deploy)/],
  ['deploy', /\bkubectl\b[^|;&]*\b(?:apply|replace|set image|rollout restart|create -f)\b|\bhelm\b[^|;&]*\b(?:upgrade|install)\b|\bhelmfile\b[^|;&]*\b(?:sync|apply)\b|\bkustomize build\b[^;&]*\|[^;&]*kubectl|\bargocd app (?:sync|set)\b|\baz ml (?:online|batch)-(?:deployment|endpoint) (?:create|update)\b|\bgcloud (?:run|app|functions|ai endpoints) deploy|\baws (?:ecs|lambda|sagemaker|cloudformation) (?:update-service|update-function-code|create-endpoint|update-endpoint|deploy)\b|\bterraform (?:-\S+ )*apply\b|\bdatabricks bundle deploy\b|\bbentoml deploy\b|\bserverless deploy\b|\bseldon model load\b|\bdocker(?: |-)compose\b[^|;&]*\bup\b|\bfly deploy\b|\bmake deploy\b|(?:^|\s)(?:(?:bash|sh|python3?) (?:\S*\/)?|\.\/(?:\S*\/)?)[\w.-]*deploy[\w.-]*(?=\s|$)/],
  ['register', /\bmlflow (?:models|registry|register)\b|\bregister[-_]?model\b|\baz ml model (?:create|register)\b|\btwine upload\b|\bpoetry publish\b|\bdocker push\b|\bdvc push\b|\bhuggingface-cli upload\b|\bnpm publish\b|\bbentoml push\b|\bhelm push\b|\bcosign sign\b|\bgh release (?:create|upload)\b|\bcreate-model-package\b|\bgto register\b/],
  // Preparing wins over training as a part of a name: `dvc repro preprocess_train` and `preprocess.py data/train` train nothing.
  ['train', /\bdvc (?:repro|exp run)\b(?!\s+(?:-\S+\s+)*(?:pre-?process|prepare)[\w-]*\s*$)|\bmlflow run\b|\baz ml job create\b|\bcreate-training-job\b|\bkfp run\b|\b(?:python3?|bash|sh|torchrun|accelerate launch|make|uv run|poetry run)\b(?!\s+(?:-\S+\s+)*\S*(?:pre-?process|prepare)[\w-]*(?:\.\w+)?(?:\s|$))[^|;&\n]*\b(?:re)?train(?:ing)?(?:[_.\-\w]*)?\b/],
  ['convert', /\b(?:tf2onnx|onnxsim|trtexec|onnxruntime\.quantization|optimum-cli export|onnxmltools|coremltools|tensorflowjs_converter|ovc)\b|\bct2-\w+-converter\b|\b(?:python3?|bash|sh|make|uv run|poetry run)\b[^|;&\n]*\b(?:convert|export|quanti[sz]e|prune|distill?)[-_]?(?:model|onnx|tflite|tensorrt|weights|to[-_]onnx)\w*\b/],
  ['evaluate', /\bcml (?:comment|send-comment|publish|report)\b|\bcml-(?:send-comment|publish)\b|\bpromptfoo\b[^|;&]*\beval\b|\blm[-_]eval\b|\bdvc (?:metrics|plots) (?:diff|show)\b|\bdeepchecks\b|\bhelm-run\b|\b(?:python3?|bash|sh|make|uv run|poetry run)\b[^|;&\n]*\b(?:evaluat\w*|validate_model|model_validation|benchmark\w*)\b/],
  ['validate', /\bgreat_expectations\b|\bgx checkpoint\b|\bsoda scan\b|\bdbt test\b|\bdata-validation\b|\b(?:python3?|bash|sh|make|uv run|poetry run)\b[^|;&\n]*\b(?:validate[-_](?:data|dataset|features?|schema|inputs?)|(?:data|dataset|features?|schema)[-_](?:validation|checks?|quality)|check[-_](?:data|dataset|features?|schema))\w*\b/],
  ['test', /\b(?:pytest|tox|nox|unittest|ctest|jest|vitest|mocha|playwright test|cypress run|k6 run|locust|behave|nosetests?)\b|\bgo test\b|\b(?:mvn|gradlew?)\b[^|;&]*\b(?:test|verify)\b|\b(?:npm|yarn|pnpm)(?: run)? [\w:-]*test\b|\bcargo test\b|\bdotnet test\b|\bmake [\w-]*test[\w-]*\b|\bcoverage run\b|\brun[-_]?(?:e2e[-_]?)?tests?\b/],
  ['scan', /\b(?:bandit|safety check|pip-audit|trivy|grype|snyk|semgrep|gitleaks|trufflehog|checkov|tfsec|gosec|govulncheck|kubesec|sonar-scanner|osv-scanner)\b|\bnpm audit\b|\bcodeql\b/],
  ['prepare', /\bdvc (?:repro|exp run)\s+(?:-\S+\s+)*(?:pre-?process|prepare)[\w-]*\s*$|\bfeast (?:apply|materialize)|\bdbt (?:run|build|seed)\b|\b(?:python3?|bash|sh|make|uv run|poetry run)\b[^|;&\n]*\b(?:preprocess\w*|(?:prepare|ingest|clean|split|transform|download|make|build|extract|create|generate)[-_](?:data\w*|features?|inputs?|training[-_]?data)|featuri[sz]e\w*|feature[-_]engineering|data[-_](?:prep\w*|ingest\w*|clean\w*|split\w*)|etl)\b/],
  ['lint', /\b(?:flake8|pylint|ruff|black|isort|mypy|pyright|pre-commit|eslint|prettier|golangci-lint|shellcheck|hadolint|yamllint|kubeval|kubeconform|kube-linter|codespell|pydocstyle|pynblint|markdownlint|gofmt|actionlint|commitlint)\b|\bgo (?:vet|fmt)\b|\bhelm lint\b|\bterraform (?:fmt|validate)\b|\bpromtool check\b|\bmake (?:lint|fmt|vet|check|format)\b|\b(?:npm|yarn|pnpm)(?: run)? [\w:-]*lint\b|\bcargo (?:clippy|fmt)\b|\bgit diff --exit-code\b/],
  ['package', /\bpython3? (?:-m build|setup\.py (?:s|b)dist)|\bpython3? setup\.py [^|;&\n]*\b(?:sdist|bdist_wheel)\b|\bpoetry build\b|\bhelm package\b|\bbentoml build\b|\bdocker save\b|\bnpm pack\b|\bsyft\b|\bcyclonedx\b|\bkfp (?:dsl )?compile\b|\bmvn\b[^|;&]*\bpackage\b/],
  ['build', /\bdocker (?:buildx )?build\b|\bdocker(?: |-)compose\b[^|;&]*\bbuild\b|\b(?:kaniko|buildah|podman build|ko build|img build)\b|\bgo build\b|\bcargo build\b|\b(?:npm|yarn|pnpm)(?: run)? [\w:-]*build\b|\bmake(?: [\w-]*(?:build|docker|image|compile)[\w-]*| all)?\s*$|\bmake [\w-]*(?:build|docker|image|compile)[\w-]*|\b(?:mvn|gradlew?)\b[^|;&]*\b(?:install|assemble|build|compile)\b|(?:^|[\s;&|])cmake\s|\bmkdocs build\b|\bdotnet build\b/m],
  ['verify', /\bkubectl\b[^|;&]*\b(?:rollout status|wait)\b|\bhelm test\b|\bcosign verify\b|\bslsa-verifier verify|\bsmoke[-_]?test\w*\b|\bhealth[-_]?check\w*\b|\bcurl\b[^|;&\n]*(?:health|ready|predict|\/v[12]\/models)|\bsha256sum (?:-c|--check)\b/],
  ['notify', /hooks\.slack\.com|discord(?:app)?\.com\/api\/webhooks|oapi\.dingtalk\.com|open\.feishu\.cn|qyapi\.weixin\.qq\.com|\bgh (?:pr|issue) comment\b|\bsendmail\b/],
  ['setup', /\b(?:pip3?|uv pip|conda|mamba|poetry|pipenv|npm|yarn|pnpm|apt-get|apt|brew|choco|go|gem|cargo) (?:-\S+ )*(?:install|ci|add|sync|update|upgrade|mod download|env (?:create|update)|get)\b|\buv sync\b|\bpython3? -m (?:pip|venv)\b|\bdvc (?:pull|fetch|remote)\b|\b(?:aws|az|gcloud) (?:configure|login|auth|config)\b|\bdocker login\b|\bkind create\b|\bminikube start\b|\bsource \S*activate\b|\bgit config\b|\bmkdir\b|>> ?"?\$\{?GITHUB_(?:ENV|PATH|OUTPUT)/],
  ['checkout', /\bgit (?:clone|checkout|fetch)\b/],
];

/** Names of steps and jobs, where neither the action nor the command is known. */
const names: readonly Rule[] = [
  ['other', /^(?:copy|move|load|export|extract|show|print|list|dump|collect|prune|clean|delete|remove|cancel|select|pick|detect|get)\b/],
  ['test', /\b(?:test|coverage) (?:results?|reports?)\b/],
  ['rollback', /roll[- ]?back|回滚|回退/],
  ['approve', /\bapprov(?:e|al|ed)\b|\bsign[- ]?off\b|\bmanual (?:gate|validation|check|confirmation)\b|审批|批准|人工确认/],
  ['validate', /\b(?:data|dataset|feature|schema) (?:validation|quality|checks?)\b|\bvalidat(?:e|ion of) (?:the )?(?:data|dataset|features?|schema)\b|数据校验|数据验证|特征校验/],
  ['prepare', /\b(?:prepare|preprocess|ingest|clean|split|transform) (?:the )?(?:training )?(?:data|dataset|features?)\b|\bpre-?process(?:ing)?(?:\b|_)|\bprepare[_-]|\bdata (?:preparation|prep|ingestion)\b|\bfeature engineering\b|数据准备|数据处理|特征工程/],
  ['convert', /\bconvert (?:the )?model|\bmodel conversion\b|\bquanti[sz]|\bto onnx\b|模型转换|量化/],
  ['setup', /^(?:set ?up|install|prepare|configure|login|log in|cache|restore|free|download)\b|安装|准备|登录/],
  ['verify', /^(?:test|check|verify|probe|smoke test) (?:the )?(?:deployment|endpoint|release)\b/],
  ['deploy', /\bdeploy|release to|promote|canary|部署|上线|发布/],
  ['register', /\bregist(?:er|ry)\b|\bpublish\b|登记|注册/],
  ['evaluate', /\bevaluat|\bmodel validation\b|\bbenchmark|评估|评测/],
  ['train', /\b(?:re)?train(?:ing)?\b|训练/],
  ['scan', /\bscan|\bsecurity|vulnerab|\baudit\b|扫描/],
  ['lint', /\blint|\bformat|\bstyle\b|static analysis|type ?check|代码检查/],
  ['test', /\btests?\b|\btesting\b|\be2e\b|\bcoverage\b|测试/],
  ['package', /\bpackage|\bartifact(?!s?[ _]resolver)|\bsbom\b|打包/],
  ['build', /\bbuild|\bcompile|构建|编译/],
  ['verify', /\bverif|\bwait for\b|\bsmoke|\bhealth ?check|校验|验证/],
  ['notify', /\bnotif|\bslack\b|\bcomment\b|\breport\b|通知/],
  ['checkout', /\bcheck ?out\b|\bclone\b|检出/],
];

/** What a step does, and the command lines that say so (empty where the action or the name says it). */
export type StepWork = { readonly kind: StepKind; readonly lines: readonly string[] };

/** The kind of a step: by its reused action, else by its command, else by its name. */
export function stepWork(uses: string | null, command: string | null, name: string | null): StepWork {
  const byAction = kindOfAction(uses, name);
  if (byAction !== null) return { kind: byAction, lines: [] };
  const lines = command === null ? [] : commandLines(command);
  // A step whose whole command is commented out does nothing, whatever its name promises.
  if (command !== null && lines.length === 0) return { kind: 'other', lines };
  const byCommand = commands.map(([kind, pattern]) => ({ kind, lines: lines.filter((line) => pattern.test(withoutInstalls(kind, line.slice(0, telling)))) }));
  const work = byCommand.find(({ kind, lines: matching }) => matching.length > 0 && (!housekeeping.has(kind) || matching.length * 2 >= lines.length));
  return work ?? { kind: (name === null ? null : kindIn(names, name.toLowerCase())) ?? 'other', lines };
}

function kindOfAction(uses: string | null, name: string | null): StepKind | null {
  const kind = uses === null ? null : kindIn(actions, repositoryOf(uses));
  return kind === 'deploy' && documents.test(name ?? '') ? 'other' : kind;
}

/** Publishing documentation puts nothing into service. */
const documents = /\b(?:docs?|documentation|website)\b/i;

/** Preparing is what a step does only where it is most of it; one `pip install` before an unknown script is not. */
const housekeeping: ReadonlySet<StepKind> = new Set(['setup', 'checkout']);

/** Installing pytest is not testing. */
function withoutInstalls(kind: StepKind, line: string): string {
  return kind === 'setup' || kind === 'deploy' ? line : line.replace(/\b(?:pip3?|conda|mamba|apt-get|apt|brew|npm|yarn|pnpm|poetry|go|cargo|gem)\s+(?:-\S+\s+)*(?:install|add)\b[^|;&]*/g, '');
}

/** What a line runs stands at its beginning; patterns are not tried on the data behind it. */
const telling = 1_000;

/** The lines of a shell command that run something: continued lines joined, comments and output left out. */
export function commandLines(command: string): readonly string[] {
  const joined = command.slice(0, 50_000).replace(/\\\r?\n\s*/g, ' ');
  return joined.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !/^(?:#|echo\b|printf\b)/.test(line));
}

function kindIn(rules: readonly Rule[], text: string): StepKind | null {
  return rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function repositoryOf(uses: string): string {
  return (uses.split('@')[0] ?? uses).toLowerCase();
}
