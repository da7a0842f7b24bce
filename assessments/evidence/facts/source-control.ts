import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeFlag, maybeNumber, maybeText, read, text, texts } from './field.ts';
import { ofCode, ofRelease, ofRun } from './naming.ts';

const codeRevision = z.strictObject({
  type: z.literal('code.revision'), ...read, ...ofRelease, ...ofRun,
  repository: ofCode.repository,
  commit: text('commit as written'),
  commitWhole: flag('40 or 64 hex digits, not a shortened one'),
  source: z.enum(['git', 'mlflow', 'record', 'provenance', 'hosting', 'lineage', 'model-file', 'other']).describe('git: the repository itself; record: git_info.md and the like'),
  branch: maybeText('branch it was taken from'), tags: texts('tags that point to it'),
  file: maybeText('program that was run from it: mlflow.source.name, entry point'),
  title: maybeText('first line of the message'),
  merge: maybeFlag('it has more than one parent'),
  signed: maybeFlag('it carries a signature (not verified)'),
  dirty: maybeFlag('there were changes that are in no commit'),
  request: maybeText('change request named in the message: #123, !45'),
  at: instant('commit time'),
}).describe('One state of the code that something names: a run, a release, a tag, a build');

const codeHistory = z.strictObject({
  type: z.literal('code.history'), ...read,
  repository: ofCode.repository,
  branch: maybeText('branch or ref the history starts at'),
  commits: count('commits counted'), complete: flag('the whole history was read; false for a shallow clone or above the limit'),
  merges: count('commits with more than one parent'),
  authors: count('different authors; never named'),
  authorsOfHalf: count('how many authors together made half of the commits (1: one person carries it)'),
  requests: count('commits whose message names a change request'),
  issues: count('commits whose message names an issue or ticket'),
  conventional: count('commits whose message follows type(scope): text'),
  reverts: count('commits that take another one back'),
  signed: maybeCount('commits with a signature; null where the source does not show it'),
  branches: texts('names of branches, at most 100'), tags: texts('names of tags, at most 100, newest first where dates are known'),
  branchCount: count('branches'), tagCount: count('tags'), versionTags: count('tags that look like a version'),
  dataWithCode: maybeCount('commits that change code together with a data or model lock (dvc.lock, *.dvc); null where files are not listed'),
  firstAt: instant('oldest commit'), lastAt: instant('newest commit'),
}).describe('What the history of a repository shows in numbers');

const branchPolicy = z.strictObject({
  type: z.literal('branch.policy'), ...read,
  repository: ofCode.repository,
  name: text('name of the rule'), system: text('github-ruleset, github-branch-protection, gitlab, azure-devops'),
  branches: texts('branch patterns it holds for'),
  enforced: flag('it is active, not only evaluated or disabled'),
  requestRequired: flag('changes must come by a pull or merge request'),
  approvals: maybeCount('approving reviews required: required_approving_review_count; 0 is written down and means none'),
  codeOwnerReview: flag('a code owner must approve'),
  staleDismissed: flag('new commits take approvals back'),
  lastPushApproval: flag('somebody other than the last pusher must approve'),
  checks: texts('status checks that must pass'),
  upToDate: flag('the branch must be up to date before merging'),
  conversationsResolved: flag('conversations must be resolved'),
  linearHistory: flag('no merge commits'), signedCommits: flag('commits must be signed'),
  forcePushBlocked: flag('history cannot be rewritten'), deletionBlocked: flag('the branch cannot be deleted'),
  bypassers: count('people, teams or apps who may pass it by'),
  adminsIncluded: maybeFlag('it holds for administrators too'),
}).describe('The rule a branch is protected by');

const reviewRule = z.strictObject({
  type: z.literal('review.rule'), ...read,
  kind: z.enum(['code-owners', 'request-template', 'issue-form', 'commit-hook', 'dependency-update']),
  name: text('pattern, title or hook id'),
  system: text('CODEOWNERS, OWNERS, pull_request_template, issue-form, pre-commit, dependabot, renovate'),
  owners: count('people and teams named for the pattern; teams and people count alike'),
  everything: flag('the pattern covers all files'),
  items: count('checkboxes, form fields, hooks, or update entries'),
  required: count('of these, how many are marked required'),
  topics: texts('what is asked for, in words: tests, documentation, issue, breaking-change, data, model, security, rollback'),
}).describe('What a repository asks of a change before or while it is reviewed');

const changeRequest = z.strictObject({
  type: z.literal('change.request'), ...read, ...ofCode, ...ofRelease,
  id: text('number or id'), system: text('github, gitlab, azure-devops, a ticket system'),
  title: maybeText('title'),
  state: z.enum(['open', 'merged', 'closed', 'draft', 'unknown']),
  sourceBranch: maybeText('branch it comes from'), targetBranch: maybeText('branch it goes to'),
  mergeCommit: maybeText('commit it was merged as'),
  approvals: maybeCount('approving reviews'), changesRequested: maybeCount('reviews that ask for changes'),
  reviewers: maybeCount('people who reviewed or were asked to'), comments: maybeCount('comments and review comments'),
  checksPassed: maybeFlag('all checks that are listed passed'),
  selfMerged: maybeFlag('merged by its author'),
  issues: texts('issues or tickets it names'),
  createdAt: instant('opened'), mergedAt: instant('merged'),
  hoursOpen: maybeNumber('hours from opening to merging or closing'),
}).describe('A pull request, merge request or change ticket');

const changelogEntry = z.strictObject({
  type: z.literal('changelog.entry'), ...read,
  version: text('version, or Unreleased'), released: flag('it is a version, not Unreleased'),
  file: text('path of the changelog'),
  sections: texts('headings below it: Added, Changed, Fixed, Features …'),
  items: count('list items'), linked: count('of these, with a link or number of a request, issue or commit'),
  breaking: flag('it names a breaking change'),
  about: texts('what its items speak of, in words: model, data, feature, prompt, threshold, rollback, security'),
  at: instant('date of the version'),
}).describe('What a changelog or release notes say of one version');

export const sourceControlFacts = {
  'code.revision': codeRevision,
  'code.history': codeHistory,
  'branch.policy': branchPolicy,
  'review.rule': reviewRule,
  'change.request': changeRequest,
  'changelog.entry': changelogEntry,
} as const;
