import { type Spot, at, members, placeOf, textsAt } from '../../spot.ts';
import { linesOf } from '../../text-lines.ts';
import { type ReviewRule, reviewRule } from './rule.ts';

/** CODEOWNERS of GitHub and GitLab: a pattern and who owns it, a line each; the sections of GitLab give owners to the patterns below. People are counted, not named. */
export function codeOwnerFacts(path: string, text: string): readonly ReviewRule[] {
  if (!/(?:^|\/)codeowners$/i.test(path)) return [];
  let inherited = 0;
  return linesOf(text).flatMap((line, index): readonly ReviewRule[] => {
    const bare = line.replace(/(?:^|\s)#.*$/, '').trim();
    const section = /^\^?\[[^\]]+\](?:\[[0-9]+\])?(.*)$/.exec(bare.slice(0, 2_000));
    if (section !== null) {
      inherited = ownersIn(section[1] ?? '');
      return [];
    }
    const [pattern = '', ...named] = bare.split(/(?<!\\)\s+/);
    if (pattern === '') return [];
    const owners = ownersIn(named.join(' '));
    return [{ ...reviewRule({ file: path, lines: [index + 1, index + 1] }, 'code-owners', 'CODEOWNERS', pattern), owners: owners === 0 ? inherited : owners, everything: /^\/?\*{1,2}(?:\/\*)?$|^\/$/.test(pattern) }];
  });
}

/** Accounts, teams and addresses. */
function ownersIn(text: string): number {
  return new Set(text.split(/\s+/).filter((word) => /^@\S|^[^@\s]+@[^@\s]+$/.test(word))).size;
}

/** OWNERS of Kubernetes projects: who may approve and review in its folder, and by pattern under `filters`. */
export function ownersFacts(root: Spot): readonly ReviewRule[] {
  if (!/(?:^|\/)OWNERS$/.test(root.file)) return [];
  const folder = root.file.replace(/OWNERS$/, '');
  const whole = peopleAt(root) === 0 ? [] : [{ ...reviewRule(placeOf(root), 'code-owners', 'OWNERS', `${folder}**`), owners: peopleAt(root), everything: folder === '' }];
  const filters = members(at(root, 'filters')).map(([pattern, one]) => ({
    ...reviewRule(placeOf(one), 'code-owners', 'OWNERS', `${folder}${pattern}`), owners: peopleAt(one), everything: folder === '' && pattern === '.*',
  }));
  return [...whole, ...filters];
}

function peopleAt(spot: Spot): number {
  return new Set([...textsAt(spot, 'approvers'), ...textsAt(spot, 'reviewers')]).size;
}
