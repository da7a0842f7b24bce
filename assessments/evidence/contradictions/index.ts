import { approvedAgainstCriteria, approvedDespiteBias, decisionBeforeEvaluation, unreviewedAutomation } from './approvals.ts';
import { evaluatedOnTrainingData, protectionWithoutReview, unknownRollbackTarget, unnamedModel } from './governance.ts';
import { countDiffers, emptyOutput, finishedEmpty, staleLock, successAgainstStatistics } from './hollow.ts';
import { commitDiffers, contentDiffers, hashDiffers, versionDiffers } from './identity.ts';
import { metricDiffers, passedAgainstThreshold, thresholdDiffers } from './measurements.ts';
import type { ContradictionRule } from './rule.ts';

/** Every rule that finds contradictions, one for each kind; the order decides nothing. */
export const contradictionRules: readonly ContradictionRule[] = [
  approvedAgainstCriteria, approvedDespiteBias, commitDiffers, contentDiffers, countDiffers, decisionBeforeEvaluation, emptyOutput, evaluatedOnTrainingData, finishedEmpty, hashDiffers,
  metricDiffers, passedAgainstThreshold, protectionWithoutReview, staleLock, successAgainstStatistics, thresholdDiffers, unknownRollbackTarget, unnamedModel, unreviewedAutomation, versionDiffers,
];
