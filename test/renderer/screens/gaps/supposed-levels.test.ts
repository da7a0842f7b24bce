import { expect, it } from 'vitest';
import { whatIf } from '#assessments';
import { supposedLevels } from '../../../../renderer/screens/gaps/supposed-levels.ts';
import { ratedUpTo, reportInput, reportPack } from '../../../builders/report-input.ts';

it('tells the whole, every domain, and of the rest only what the assumptions move', () => {
  const pack = reportPack();
  const { result, state } = reportInput({ pack, state: { ratings: ratedUpTo(pack, 1) } });
  const then = whatIf({ pack, finals: result.finals, rules: result.rules, targets: state.targets, actions: ['norm'], ratings: [] });

  const rows = supposedLevels(result, then, new Set(['1', '2']), false);
  const all = supposedLevels(result, then, new Set(['1', '2']), true);

  expect([rows.map(({ node, kind, now, then: after, moved }) => [node, kind, now, after, moved]), all.map(({ node }) => node)]).toEqual([
    [['', 'whole', 1, 1, false], ['1', 'domain', 1, 2, true], ['1.1', 'other', 1, 2, true], ['1.1.1', 'other', 1, 2, true], ['1.1.2', 'other', 1, 2, true], ['2', 'domain', 1, 1, false]],
    ['', '1', '1.1', '1.1.1', '1.1.2', '2', '2.1', '2.1.1', '2.1.2'],
  ]);
});
