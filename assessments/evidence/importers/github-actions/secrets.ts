import type { FactOf } from '../../facts.ts';
import { type Setting, secretFacts } from '../../secrets/secret-use.ts';
import { type Spot, at, isMapping, items, members, placeOf, textAt } from '../../spot.ts';

/**
 * The secrets of a workflow: what it takes by `${{ secrets.NAME }}`, in whatever field, and what its own variables and the
 * inputs of its actions write out. Service containers of a job live as long as the job and are left out.
 */
export function workflowSecrets(root: Spot): readonly FactOf<'secret.use'>[] {
  const jobs = members(at(root, 'jobs')).map(([, job]) => job);
  const steps = jobs.flatMap((job) => items(at(job, 'steps')));
  const given = [at(root, 'env'), ...jobs.flatMap((job) => [at(job, 'env'), at(job, 'with'), at(job, 'secrets')]), ...steps.flatMap((step) => [at(step, 'env'), at(step, 'with')])];
  return secretFacts(placeOf(root), 'github-actions', namedIn(root.value, 0), given.flatMap(settingsIn));
}

function settingsIn(parent: Spot): readonly Setting[] {
  if (!isMapping(parent.value)) return [];
  return members(parent).flatMap(([name, spot]) => {
    const value = textAt(spot);
    return value === null ? [] : [{ name, value }];
  });
}

const deepest = 12;

/** Names behind `secrets.` in the expressions of all texts below a value. */
function namedIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return value.includes('secrets') ? [...value.slice(0, 50_000).matchAll(/\$\{\{[^{}]*?\bsecrets(?:\.|\[')([A-Za-z_]\w*)/g)].map(([, name = '']) => name) : [];
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  return Object.values(value).flatMap((member: unknown) => namedIn(member, depth + 1));
}
