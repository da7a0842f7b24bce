import { expect, it } from 'vitest';
import { soughtForm, xrayKinds, type XrayFinding, type XrayKind } from '#assessments';
import { chosenFindings, kindCounts } from '../../../../renderer/screens/findings/chosen-findings.ts';

const finding = (kind: XrayKind, requirement: string, file: string | null = null): XrayFinding => ({ kind, severity: xrayKinds[kind], requirement, node: requirement.slice(0, 5), file, zh: `${requirement} 有矛盾。`, en: `${requirement} does not fit.` });
const all = [finding('disputed', '1.1.1-L1-1'), finding('f-without-evidence', '2.2.3-L3-1'), finding('machine-only', '2.2.3-L1-1', 'deploy/Rollout.yaml'), finding('machine-only', '3.1.1-L1-1')];

it('keeps the findings that fit severity, kind and every word, in their order', () => {
  const ids = (severity: XrayFinding['severity'] | null, kind: XrayKind | null, search: string) => chosenFindings(all, { severity, kind, search }, soughtForm).map(({ requirement }) => requirement);

  expect([ids(null, null, ''), ids('error', null, ''), ids(null, 'machine-only', ''), ids(null, null, '2.2.3 rollout'), ids('error', null, '3.1.1')]).toEqual([
    ['1.1.1-L1-1', '2.2.3-L3-1', '2.2.3-L1-1', '3.1.1-L1-1'], ['1.1.1-L1-1', '2.2.3-L3-1'], ['2.2.3-L1-1', '3.1.1-L1-1'], ['2.2.3-L1-1'], [],
  ]);
});

it('counts the kinds there are, of one severity or of all', () => {
  expect([kindCounts(all, null), kindCounts(all, 'warning')]).toEqual([[['disputed', 1], ['f-without-evidence', 1], ['machine-only', 2]], [['machine-only', 2]]]);
});
