import { describe, expect, it } from 'vitest';
import { messageMarks } from '../../../assessments/evidence/git/message-marks.ts';

describe('what a commit message says of itself', () => {
  it.each([
    ['Merge pull request #39 from example/feature', { request: '#39', issue: false }],
    ['Dec patch (#142)', { request: '#142', issue: false }],
    ['Merged PR 7: retrain', { request: '#7', issue: false }],
    ["Merge branch 'x' into 'main'\n\nSee merge request ml/scorer!45", { request: '!45', issue: false }],
    ['Fix the loader, fixes #12 (#13)', { request: '#13', issue: true }],
    ['CHURN-12 use the March snapshot', { request: null, issue: true }],
    ['AB#77 new threshold', { request: null, issue: true }],
    ['Read UTF-8 and SHA-256, CVE-2024', { request: null, issue: false }],
    ['feat(train)!: new loss', { conventional: true }],
    ['feature: new loss', { conventional: false }],
    ['Revert "Raise the threshold"', { revert: true }],
    ['undo\n\nThis reverts commit 1234567.', { revert: true }],
    ['Reverting is not what this does', { revert: false }],
  ])('%j: %j', (message, expected) => {
    expect(messageMarks(message)).toMatchObject(expected);
  });
});
