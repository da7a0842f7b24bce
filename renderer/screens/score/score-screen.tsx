import { useFreshChanges } from '../../desk/use-changes.ts';
import { useFreshSufficiency } from '../../desk/use-sufficiency.ts';
import { Panes } from '../../components/panes.tsx';
import { RequirementDetail } from './requirement-detail.tsx';
import { RequirementList } from './requirement-list.tsx';
import { Tree } from './tree.tsx';

/** The main screen: where I am in the standard, what is asked there, and everything about the one in hand. */
export function ScoreScreen() {
  useFreshSufficiency();
  useFreshChanges();
  return (
    <main className="score" data-testid="score-screen">
      <Panes left={<Tree />} middle={<RequirementList />} right={<RequirementDetail />} />
    </main>
  );
}
