import type { StepKind } from '../../pipeline-step/kinds.ts';

/** Steps of Jenkins and its plugins by what they do; shells are read by their command. */
const kinds: readonly (readonly [kind: StepKind, names: readonly string[]])[] = [
  ['checkout', ['checkout', 'git', 'svn']],
  ['setup', ['unstash', 'copyArtifacts', 'nodejs', 'configFileProvider']],
  ['test', ['junit', 'xunit', 'nunit', 'step.junit', 'publishHTML', 'cobertura', 'jacoco', 'recordCoverage', 'publishCoverage', 'perfReport', 'robot', 'allure']],
  ['lint', ['recordIssues', 'scanForIssues', 'warnings', 'pylint']],
  ['scan', ['waitForQualityGate', 'dependencyCheck', 'dependencyCheckPublisher', 'snykSecurity', 'aqua', 'aquaMicroscanner', 'trivy', 'anchore', 'prismaCloudScanImage', 'checkmarxASTScanner', 'fortifyScan', 'veracode']],
  ['approve', ['input']],
  ['package', ['archiveArtifacts', 'archive', 'stash', 'zip']],
  ['register', ['nexusArtifactUploader', 'nexusPublisher', 'rtUpload', 'rtPublishBuildInfo', 's3Upload', 'azureUpload', 'publishRelease', 'createGitHubRelease']],
  ['build', ['docker.build', 'buildDockerImage', 'openshiftBuild', 'kaniko']],
  ['deploy', ['kubernetesDeploy', 'openshiftDeploy', 'azureWebAppPublish', 'azureFunctionAppPublish', 'deploy', 'ansiblePlaybook', 'sshPublisher', 'ecsDeploy', 'cfnUpdate', 'helmUpgrade', 'octopusDeployRelease', 'argocdSync']],
  ['notify', ['slackSend', 'emailext', 'mail', 'office365ConnectorSend', 'discordSend', 'dingtalk', 'dingTalk', 'hipchatSend', 'telegramSend', 'mattermostSend', 'githubNotify', 'updateGitlabCommitStatus', 'jiraComment', 'wecom', 'feiShuTalk']],
];
const byName: ReadonlyMap<string, StepKind> = new Map(kinds.flatMap(([kind, names]) => names.map((name) => [name, kind] as const)));

export const shells: ReadonlySet<string> = new Set(['sh', 'bat', 'powershell', 'pwsh']);

/** What a step of this name is for; null where it is none that is known. Pushing an image puts it into a registry. */
export function wordKind(name: string): StepKind | null {
  return byName.get(name) ?? (/^\w+\.push$/.test(name) ? 'register' : null);
}
