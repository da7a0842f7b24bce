import type { FactOf } from '../facts.ts';
import { type Claim, type ContradictionRule, nameOf } from './rule.ts';

/** A run that ended well and left nothing. */
export const finishedEmpty: ContradictionRule = {
  kind: 'finished-empty',
  find: ({ ofType }) => ofType('pipeline.run').filter(({ status, empty }) => status === 'succeeded' && empty).map((run) => ({
    about: run.name ?? run.run, left: 'succeeded', right: 'no parameter, metric or output', facts: [run],
    zh: `运行 ${run.name ?? run.run} 状态为成功，但没有记录任何参数、指标或产出。`,
    en: `The run ${run.name ?? run.run} is marked as finished but keeps no parameter, metric or output.`,
  })),
};

/** A stage is recorded as done and its output is empty. */
export const emptyOutput: ContradictionRule = {
  kind: 'empty-output',
  find: ({ ofType }) => ofType('data.snapshot').filter(({ stage, empty }) => stage !== null && empty).map((snapshot) => {
    const what = snapshot.path ?? snapshot.dataset ?? '';
    return {
      about: what, left: `stage ${snapshot.stage ?? ''} done`, right: `${snapshot.files ?? 0} files, ${snapshot.bytes ?? 0} bytes`, facts: [snapshot],
      zh: `锁文件记录阶段 ${snapshot.stage ?? ''} 已执行，但其产出 ${what} 为空。`,
      en: `The lock records that stage ${snapshot.stage ?? ''} ran, but its output ${what} is empty.`,
    };
  }),
};

/** A validation calls itself a success, or a failure, against its own numbers. */
export const successAgainstStatistics: ContradictionRule = {
  kind: 'success-against-statistics',
  find: ({ ofType }) => ofType('data.validation').filter(({ kind }) => kind === 'result').flatMap((validation) => {
    const said = statisticsAgainst(validation);
    return said === null ? [] : [{ about: validation.suite, facts: [validation] as const, ...said }];
  }),
};

type Said = Pick<Claim, 'left' | 'right' | 'zh' | 'en'>;

function statisticsAgainst(validation: FactOf<'data.validation'>): Said | null {
  return validation.success === true ? againstSuccess(validation) : againstFailure(validation);
}

function againstSuccess({ suite, failed, passed, evaluated, listed }: FactOf<'data.validation'>): Said | null {
  const counted = passed ?? evaluated ?? 0;
  if (failed !== null && failed > 0) {
    return {
      left: 'success: true', right: `${failed} failed`,
      zh: `数据校验 ${suite} 自称成功，但统计中有 ${failed} 项未通过。`, en: `The validation ${suite} calls itself a success, but its statistics count ${failed} failures.`,
    };
  }
  if (counted === 0 || listed > 0) return null;
  return {
    left: `${counted} passed`, right: 'no result listed',
    zh: `数据校验 ${suite} 的统计有 ${counted} 项通过，但文件中没有任何单项结果。`, en: `The validation ${suite} counts ${counted} passed checks, but not one single result is in the file.`,
  };
}

function againstFailure({ suite, success, failed, evaluated }: FactOf<'data.validation'>): Said | null {
  if (success !== false || failed !== 0 || (evaluated ?? 0) === 0) return null;
  return {
    left: 'success: false', right: '0 failed',
    zh: `数据校验 ${suite} 自称失败，但统计中没有未通过的项。`, en: `The validation ${suite} calls itself a failure, but its statistics count none.`,
  };
}

/** A stated number is not the number of what is there. */
export const countDiffers: ContradictionRule = {
  kind: 'count-differs',
  find: ({ ofType }) => [
    ...ofType('test.run').filter(({ declared, cases }) => declared !== null && declared !== cases).map((run) => ({
      about: run.name, left: `${run.declared} declared`, right: `${run.cases} cases`, facts: [run] as const,
      zh: `测试结果 ${run.name} 声明 ${run.declared} 个用例，文件中实有 ${run.cases} 个。`, en: `The test result ${run.name} declares ${run.declared} cases; ${run.cases} are in the file.`,
    })),
    ...ofType('drift.report').filter(({ drifted, driftedColumns }) => drifted !== null && drifted > 0 && driftedColumns.length === 0).map((report) => ({
      about: report.name, left: `${report.drifted} drifted`, right: 'none named', facts: [report] as const,
      zh: `漂移报告 ${report.name} 统计有 ${report.drifted} 列漂移，却没有列出任何一列。`, en: `The drift report ${report.name} counts ${report.drifted} drifted columns and names none.`,
    })),
  ],
};

/** The definition of a pipeline has changed since it last ran. */
export const staleLock: ContradictionRule = {
  kind: 'stale-lock',
  find: ({ ofType }) => ofType('pipeline.run').filter(({ stale }) => stale).map((run) => ({
    about: nameOf(run), left: 'recorded run', right: 'another definition', facts: [run],
    zh: `${run.run} 的执行记录与现在的流水线定义不一致，定义修改后没有再运行。`, en: `The recorded run ${run.run} does not match the definition of the pipeline: it has not run since it was changed.`,
  })),
};
