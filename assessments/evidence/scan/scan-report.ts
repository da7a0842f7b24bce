import type { FactOf } from '../facts.ts';

export type Scan = FactOf<'scan.result'>;
export type Severity = 'error' | 'warning' | 'note';
/** A finding that counts: which rule, how grave. */
export type Finding = { readonly rule: string; readonly severity: Severity };

/** How many findings of each severity there are, and the rules with most of them. */
export function findingCounts(findings: readonly Finding[]): Pick<Scan, 'findings' | 'errors' | 'warnings' | 'notes' | 'topRules'> {
  const having = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, own]) => ({ rule, count: own.length }));
  const top = byRule.filter(({ rule }) => rule !== '').sort((one, other) => other.count - one.count || (one.rule < other.rule ? -1 : 1)).slice(0, 10);
  return { findings: findings.length, errors: having('error'), warnings: having('warning'), notes: having('note'), topRules: top.map(({ rule }) => rule.slice(0, 120).toWellFormed()) };
}

/** What a tool looks for, by its name. */
const kinds: readonly (readonly [Scan['kind'], RegExp])[] = [
  ['secret', /gitleaks|trufflehog|detect-?secrets|ggshield|gitguardian|whispers|secret/],
  ['model', /modelscan|picklescan|fickling|garak|giskard/],
  ['infrastructure', /checkov|tfsec|tflint|kics|terrascan|kube-?(?:score|linter|scape|sec)|hadolint|dockle|polaris|datree|template-analyzer|terraform/],
  ['licence', /scancode|fossology|licensee|licen[cs]e|\breuse\b|\bort\b/],
  ['container', /clair|anchore|docker ?scout|prisma cloud/],
  ['dependency', /grype|osv-?scanner|dependency-?check|pip-?audit|npm-?audit|safety|snyk open source|govulncheck|cargo-audit|retire|trivy|dependabot/],
  ['lint', /eslint|pylint|ruff|flake8|mypy|pyright|clang-?tidy|cppcheck|golangci|shellcheck|rubocop|stylelint|psscriptanalyzer|checkstyle|pmd|ktlint|detekt|clippy|actionlint|yamllint|markdownlint|black|isort/],
  ['code', /codeql|semgrep|flawfinder|bandit|gosec|sonar|snyk|spotbugs|find-?sec-?bugs|fortify|checkmarx|coverity|brakeman|infer|njsscan|mobsfscan|roslyn|security code scan|devskim|psalm|zizmor|scorecard/],
];

/** Unstated where the name is of no tool that is known. */
export function kindOfTool(tool: string): Scan['kind'] {
  const name = tool.slice(0, 200).toLowerCase();
  return kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? 'unstated';
}
