import type { MilestonesView } from '#contract';
import { LevelMark } from '../../components/marks.tsx';
import { useDeskState } from '../../desk/desk.ts';
import { dateTime, shownLevel } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** The milestones, the latest first, with the levels of the whole and of each domain as they were; the present stands above. */
export function MilestoneTable({ view: { milestones, now } }: { readonly view: MilestonesView }) {
  const { text, of } = useWords();
  const groups = useDeskState(({ working }) => working?.index.groups ?? null);
  if (milestones.length === 0) return <p className="muted">{text('compare.none')}</p>;
  const rows = [{ key: '', name: text('compare.now'), about: '', ...now }, ...milestones.toReversed().map((row) => ({ key: row.milestone, about: `${dateTime(row.at)} · ${row.author.name}${row.signed ? ` · ${text('compare.signed')}` : ''}`, name: row.name, overall: row.overall, domains: row.domains }))];
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label={text('compare.trend-domains')}>
      <table className="table milestones" data-testid="milestones">
        <thead><tr><th /><th className="number">{text('plan.whole')}</th>{now.domains.map(({ node }) => { const group = groups?.get(node); return <th key={node} className="number">{`${node} ${group === undefined ? '' : of(group)}`}</th>; })}</tr></thead>
        <tbody>
          {rows.map(({ key, name, about, overall, domains }) => (
            <tr key={key}>
              <td><span className="wraps">{name}</span>{about !== '' && <span className="muted small milestone-about">{about}</span>}</td>
              <td className="number"><LevelMark level={shownLevel(overall)} size="small" /></td>
              {now.domains.map(({ node }) => <td key={node} className="number"><LevelMark level={shownLevel(domains.find((one) => one.node === node))} size="small" /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
