import type { Importer } from '../importer.ts';
import { githubActions } from './github-actions.ts';
import { gitlabCi } from './gitlab-ci.ts';
import { greatExpectations } from './great-expectations.ts';
import { junit } from './junit.ts';
import { kubernetes } from './kubernetes/index.ts';
import { nunit } from './nunit.ts';
import { prometheus } from './prometheus.ts';
import { trx } from './trx.ts';
import { xunit } from './xunit.ts';

/** Every importer, one line each; the order decides nothing. */
export const importers: readonly Importer[] = [
  githubActions,
  gitlabCi,
  greatExpectations,
  junit,
  kubernetes,
  nunit,
  prometheus,
  trx,
  xunit,
];
