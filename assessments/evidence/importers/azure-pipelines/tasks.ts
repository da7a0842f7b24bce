import { kindByNames } from '../../pipeline-step/command-groups.ts';
import type { StepKind } from '../../pipeline-step/kinds.ts';
import { type Spot, at, textAt } from '../../spot.ts';

type Rule = readonly [kind: StepKind, task: RegExp, action?: RegExp];

/** Tasks of the platform and its marketplace by name (lower case, without version), some by what their inputs ask for. The first rule that fits counts. */
const rules: readonly Rule[] = [
  ['approve', /^manual(?:validation|intervention)$/],
  ['rollback', /^(?:kubernetesmanifest|helmdeploy)$/, /^(?:reject|rollback)$/],
  ['lint', /^helmdeploy$/, /^lint$/],
  ['package', /^helmdeploy$/, /^package$/],
  ['build', /^kubernetesmanifest$/, /^bake$/],
  ['setup', /^(?:kubernetesmanifest|kubernetes|helmdeploy|docker)$/, /^(?:create(?:secret)?|log(?:in|out)|init|get|delete)$/],
  ['deploy', /^(?:kubernetesmanifest|kubernetes|helmdeploy)$/],
  ['deploy', /^terraform/, /^apply$/],
  ['lint', /^terraform/, /^(?:validate|fmt)$/],
  ['other', /^terraform(?!installer)/],
  ['register', /^docker$/, /push/i],
  ['build', /^docker$/],
  ['build', /^(?:acrtask|acrbuild|msbuild|vsbuild|cmake|gradle|maven|ant)$/, /^(?!.*\btest\b)/],
  ['test', /^(?:dotnetcorecli|maven|gradle|npm|yarn)$/, /\btest\b/],
  ['register', /^(?:npm|nuget|nugetcommand|universalpackages|dotnetcorecli)$/, /^(?:publish|push)$/],
  ['build', /^dotnetcorecli$/, /^(?:build|publish)$/],
  ['setup', /^(?:npm|nuget|nugetcommand|dotnetcorecli|universalpackages)$/, /^(?:install|ci|restore|download)$/],
  ['test', /^(?:publishtestresults|publishcodecoverageresults|vstest|publishcucumberreport|reportgenerator|azureloadtest)$/],
  ['scan', /^(?:sonar(?:qube|cloud)\w*|credscan|snyk\w*|whitesource\w*|mend\w*|microsoftsecuritydevops|advancedsecurity[\w-]*|componentgovernance\w*|trivy|aquascanner|dependency-check\w*|containerscan|checkmarx\w*|veracode\w*|postanalysis|antimalware|semmle)$/],
  ['deploy', /^(?:azurewebapp\w*|azurefunctionapp\w*|azurermwebappdeployment|azureappservice(?:manage|settings)|azurecontainerapps|azurecontainerinstances|azurestaticwebapp|azureresourcemanagertemplatedeployment|azureresourcegroupdeployment|azurespringcloud|servicefabric\w*deploy\w*|aml(?:model|online)?deploy\w*|databricks\w*deploy\w*|azuremysqldeployment|sqlazuredacpacdeployment|iiswebappdeployment\w*|copyfilesoverssh)$/],
  ['register', /^(?:githubrelease|twineupload\w*|amlmodelregister\w*|publishmlmodel\w*)$/],
  ['package', /^(?:publishbuildartifacts|publishpipelineartifact|archivefiles|copyfiles|packagebuild|manifestgeneratortask)$/],
  ['setup', /^(?:use(?:pythonversion|node|dotnet|rubyversion)|nodetool|gotool|javatoolinstaller|cache|condaenvironment|twineauthenticate|pipauthenticate|npmauthenticate|nugetauthenticate|azurekeyvault|download\w+|helminstaller|kubectlinstaller|kubeloginstaller|terraforminstaller|dockerinstaller|installsshkey|installapplecertificate|extractfiles|replacetokens|configuredatabricks\w*|databricksconfig\w*)$/],
  ['verify', /^(?:azuremonitor\w*|queryworkitems)$/],
  ['notify', /^(?:sendemail|slacknotification|teams\w*)$/],
];

/** What a task is for; null where it runs a script, or is not known. */
export function taskKind(task: string, step: Spot): StepKind | null {
  const name = taskName(task);
  const action = (textAt(step, 'inputs', 'command') ?? textAt(step, 'inputs', 'action') ?? textAt(step, 'inputs', 'goals') ?? '').toLowerCase();
  return rules.find(([, pattern, asked]) => pattern.test(name) && (asked === undefined || asked.test(action)))?.[0] ?? null;
}

/** By the name a person gave it, else by its own words, where neither the table nor a script tells: `DeployModelToEndpoint@1`. */
export function kindByTaskName(task: string, name: string | null): StepKind {
  return kindByNames([name ?? '', task.split('@')[0] ?? task]);
}

/** `ms-vendor.extension.Task@2` → `task`. */
function taskName(task: string): string {
  return (task.split('@')[0] ?? task).split('.').at(-1)?.toLowerCase() ?? '';
}

const inline = ['script', 'inlineScript', 'Inline', 'inline', 'customCommand'];
const files = ['filePath', 'scriptPath', 'ScriptPath', 'targetFilePath'];

/** The script that a task runs, written in it or named by its file. */
export function taskScript(step: Spot): string | null {
  const inputs = at(step, 'inputs');
  const written = inline.map((key) => textAt(inputs, key)).find((text) => text !== null && text.trim() !== '');
  if (written !== undefined && written !== null) return written;
  const file = files.map((key) => textAt(inputs, key)).find((text) => text !== null && text.trim() !== '');
  if (file === undefined || file === null) return null;
  const program = /\.py$/i.test(file) ? 'python ' : /\.sh$/i.test(file) ? 'bash ' : '';
  return `${program}${file} ${textAt(inputs, 'arguments') ?? ''}`.trim();
}
