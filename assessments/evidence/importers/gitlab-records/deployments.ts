import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import type { People } from '../../people.ts';
import { type Spot, at, items, placeOf, textAt, wholeAt } from '../../spot.ts';
import { stageOfName } from '../../stage-of-name.ts';
import { unstatedEnvironment } from '../../unstated-delivery.ts';
import { unstatedRun } from '../../unstated-run.ts';
import { accountOf, repositoryOf } from './record.ts';
import { approvalOf } from './requests.ts';
import { outcomeOf, spanOf } from './runs.ts';

type Environment = FactOf<'environment.definition'>;

/** A deployment as a run whose job is the environment, and the approvals it got. */
export function deploymentFacts(spot: Spot, people: People): readonly Fact[] {
  const status = outcomeOf(textAt(spot, 'status'));
  const run: FactOf<'pipeline.run'> = {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: textAt(spot, 'id') ?? '', system: 'gitlab-deployment', repository: repositoryOf(spot), commit: textAt(spot, 'sha'),
    pipeline: 'deploy', job: textAt(spot, 'environment', 'name'), name: textAt(spot, 'deployable', 'name'), parentRun: textAt(spot, 'deployable', 'pipeline', 'id'), status, branch: textAt(spot, 'ref'), user: people(accountOf(spot, 'user')),
    ...spanOf(textAt(spot, 'deployable', 'started_at') ?? textAt(spot, 'created_at'), textAt(spot, 'deployable', 'finished_at') ?? (status === 'succeeded' || status === 'failed' ? textAt(spot, 'updated_at') : null)),
  };
  const approvals = items(at(spot, 'approvals')).map((one) => {
    const said = textAt(one, 'status');
    return { ...approvalOf(one, 'deployment', people(accountOf(one, 'user')), { approved: said === 'approved' ? true : said === 'rejected' ? false : null, channel: said, source: 'gitlab-deployment-approval', decidedAt: instantOf(textAt(one, 'created_at')) }), run: run.run };
  });
  return [run, ...approvals];
}

/** A deployment as its webhook tells it; the commit is shortened. */
export function deploymentEventFact(spot: Spot, people: People): FactOf<'pipeline.run'> {
  const status = outcomeOf(textAt(spot, 'status'));
  const over = status === 'succeeded' || status === 'failed' || status === 'cancelled';
  const commit = /\/commit\/([0-9a-f]{7,64})/.exec((textAt(spot, 'commit_url') ?? '').slice(-200))?.[1] ?? textAt(spot, 'short_sha');
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: textAt(spot, 'deployment_id') ?? '', system: 'gitlab-deployment', repository: repositoryOf(spot), commit,
    pipeline: 'deploy', job: textAt(spot, 'environment'), status, branch: textAt(spot, 'ref'), user: people(accountOf(spot, 'user')),
    ...spanOf(over ? null : textAt(spot, 'status_changed_at'), over ? textAt(spot, 'status_changed_at') : null),
  };
}

const tiers: Readonly<Record<string, Environment['stage']>> = { production: 'production', staging: 'staging', testing: 'test', development: 'development' };

function stageOf(spot: Spot): Environment['stage'] {
  const tier = textAt(spot, 'tier') ?? '';
  return Object.hasOwn(tiers, tier) ? tiers[tier] ?? 'unstated' : stageOfName(textAt(spot, 'name'));
}

/** An environment; whether it is protected stands elsewhere. */
export function environmentFact(spot: Spot): Environment {
  return { type: 'environment.definition', place: placeOf(spot), ...unstatedEnvironment, name: textAt(spot, 'name') ?? '', kind: 'stage', system: 'gitlab-environment', stage: stageOf(spot) };
}

/** Who may deploy to an environment, and how many must approve; with nobody left out and no approval nothing is protected. */
export function protectedEnvironmentFact(spot: Spot): Environment {
  const levels = items(at(spot, 'deploy_access_levels'));
  const approvals = items(at(spot, 'approval_rules')).reduce((sum, rule) => sum + (wholeAt(rule, 'required_approvals') ?? 0), wholeAt(spot, 'required_approval_count') ?? 0);
  return { ...environmentFact(spot), name: textAt(spot, 'name') ?? '', protected: approvals > 0 || levels.length > 0 };
}
