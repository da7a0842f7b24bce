import type { TagKind, TagLevel, TagView } from '#assessments';
import { LevelMark } from '../../components/marks.tsx';
import { goToChosen } from '../../desk/consulting.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { gapOf, useWords } from '../../text/text.ts';
import { shareAxes } from './radar-axes.ts';
import { RadarOf } from './radar.tsx';

const levels = [1, 2, 3, 4, 5] as const;

type TagTableProps = { readonly kind: TagKind; readonly tags: readonly TagView[]; readonly untagged: number };

/** One row per tag: what is met at each level, the share of F, the lowest sub-item; with a radar of the shares. */
export function TagTable({ kind, tags, untagged }: TagTableProps) {
  const { text, language } = useWords();
  const rated = tags.some(({ assessed }) => assessed > 0);
  return (
    <>
      <section aria-label={text(`tags.${kind}`)}>
        <h2>{text(`tags.${kind}`)}</h2>
        <table className="ladder tag-table" data-testid="tag-table">
          <colgroup><col className="tag-name" />{levels.map((level) => <col key={level} />)}<col className="tag-share" /><col className="tag-lowest" /></colgroup>
          <thead><tr><th scope="col"><span className="unseen">{text('tags.name')}</span></th>{levels.map((level) => <th key={level} scope="col">{text(`level.${level}`)}</th>)}<th scope="col" className="number">{text('tags.share')}</th><th scope="col" className="number">{text('tags.lowest')}</th></tr></thead>
          <tbody>{tags.map((tag) => <TagRow key={tag.tag} tag={tag} />)}</tbody>
        </table>
        <p className="muted small">{text('tags.what')}{untagged > 0 && `${gapOf[language]}${text('tags.untagged', { count: untagged })}`}</p>
      </section>
      {rated && <RadarOf axes={shareAxes(tags, language)} title={text('tags.radar')} />}
    </>
  );
}

function TagRow({ tag }: { readonly tag: TagView }) {
  const desk = useDesk();
  const { text, of } = useWords();
  return (
    <tr data-tag={tag.tag}>
      <th scope="row">
        <button type="button" className="link" title={text('catalogue.see-tag', { name: of(tag) })} onClick={() => { goToChosen(desk, tag.kind, tag.tag); }}>{of(tag)}</button>
        {tag.note !== null && <span className="muted small">{of(tag.note)}</span>}
      </th>
      {tag.applicable === 0
        ? <td colSpan={levels.length + 2} className="muted small tag-nothing">{text('tags.nothing')}</td>
        : <>{levels.map((level) => <Cell key={level} level={level} at={tag.levels.find((one) => one.level === level)} />)}<Share tag={tag} /><Lowest tag={tag} /></>}
    </tr>
  );
}

function Cell({ level, at }: { readonly level: number; readonly at: TagLevel | undefined }) {
  const { text } = useWords();
  if (at === undefined) return <td className="step step-empty" title={text('overview.cell-empty', { level })}><span className="unseen">{text('overview.cell-empty', { level })}</span><span className="step-box" aria-hidden="true" /></td>;
  const label = text('overview.cell', { level, met: at.met, total: at.total });
  return (
    <td className="step" title={label}>
      <span className="unseen">{label}</span>
      <span className="step-box" aria-hidden="true"><span className={`step-fill level-fill-${level}`} style={{ width: `${(100 * at.met) / at.total}%` }} /><span className="step-sign">{`${at.met}/${at.total}`}</span></span>
    </td>
  );
}

function Share({ tag: { percent, met, applicable, assessed } }: { readonly tag: TagView }) {
  const { text } = useWords();
  return <td className="number" title={text('tags.share-of', { met, applicable })}>{percent === null || assessed === 0 ? noShare : text('tags.percent', { percent })}</td>;
}

const noShare = '–';
const namedAtMost = 6;

function Lowest({ tag: { lowest, unrated } }: { readonly tag: TagView }) {
  const { text, of } = useWords();
  const groups = useDeskState(({ working }) => working?.index.groups ?? null);
  if (lowest === null) return <td className="number"><LevelMark level={null} size="small" /></td>;

  const names = lowest.subItems.slice(0, namedAtMost).map((id) => {
    const group = groups?.get(id);
    return `${id} ${group === undefined ? '' : of(group)}`.trim();
  }).join(' · ');
  const which = lowest.subItems.length > namedAtMost ? text('tags.lowest-more', { names, count: lowest.subItems.length }) : names;
  const label = [which, ...(unrated > 0 ? [text('tags.unrated', { count: unrated })] : [])].join(' · ');
  return (
    <td className="number nowrap" title={label}>
      <span className="unseen">{label}</span>
      <span className="muted small" aria-hidden="true">{lowest.subItems.length > 1 ? text('tags.lowest-count', { count: lowest.subItems.length }) : lowest.subItems[0]}</span> <LevelMark level={lowest.level} size="small" />
    </td>
  );
}
