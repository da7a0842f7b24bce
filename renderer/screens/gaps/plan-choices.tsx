import { curvePicture, type Alternative, type CurvePoint, type Plan } from '#assessments';
import type { PlanView } from '#contract';
import { ShapesPicture, themeColours } from '../../components/shapes-picture.tsx';
import { useDeskState } from '../../desk/desk.ts';
import { days } from '../../format.ts';
import { useWords } from '../../text/text.ts';

const levels = [1, 2, 3, 4, 5] as const;

/** What each level would cost, what else could be chosen, and where a little work closes much. */
export function PlanChoices({ view: { plan } }: { readonly view: PlanView }) {
  const detailed = useDeskState(({ planning }) => planning.detailed);
  return (
    <div className="plan-choices">
      {detailed && <Curve plan={plan} />}
      <div className="plan-beside">
        {detailed && <Alternatives plan={plan} />}
        <QuickWins plan={plan} />
        {plan.range !== null && <Range range={plan.range} />}
      </div>
    </div>
  );
}

function Curve({ plan: { curve, target, levels: { now } } }: { readonly plan: Plan }) {
  const { text } = useWords();
  if (curve.length === 0) return null;
  const whole = curve.filter(({ node }) => node === '');
  const told = whole.map(({ level, effort, actions }) => (effort === null ? `${level} ${text('plan.curve-cannot')}` : text('plan.curve-point', { level, days: days(effort.likely), count: actions }))).join(' · ');
  const picture = curvePicture({ kind: 'curve', points: whole, now, levels: levels.map((level) => text(`level.${level}`)), target, axis: text('plan.curve-axis') }, themeColours);
  return (
    <section aria-label={text('plan.curve')}>
      <h2>{text('plan.curve')}</h2>
      <p className="muted small">{text('plan.curve-hint')}</p>
      {whole.some(({ effort, level }) => effort !== null && level > (now ?? 0)) && <div className="scrolls" tabIndex={0} role="region" aria-label={text('plan.curve')}><ShapesPicture picture={picture} label={text('plan.curve-alt', { list: told })} testId="curve" /></div>}
      <CurveTable curve={curve} />
    </section>
  );
}

/** The same in numbers, for the whole and each domain. */
function CurveTable({ curve }: { readonly curve: readonly CurvePoint[] }) {
  const { text, of } = useWords();
  const groups = useDeskState(({ working }) => working?.index.groups ?? null);
  const points = new Map(curve.map((point) => [`${point.node} ${point.level}`, point]));
  const nodes = [...new Set(curve.map(({ node }) => node))];
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label={text('plan.curve')}>
      <table className="table curve-table" data-testid="curve-table">
        <thead><tr><th>{text('plan.goal-node')}</th>{levels.map((level) => <th key={level} className="number">{text(`level.${level}`)}</th>)}</tr></thead>
        <tbody>
          {nodes.map((node) => {
            const group = groups?.get(node);
            return <tr key={node}><td>{node === '' ? <b>{text('plan.whole')}</b> : `${node} ${group === undefined ? '' : of(group)}`}</td>{levels.map((level) => <td key={level} className="number nowrap"><CurveCell point={points.get(`${node} ${level}`)} /></td>)}</tr>;
          })}
        </tbody>
      </table>
    </div>
  );
}

function CurveCell({ point }: { readonly point: CurvePoint | undefined }) {
  const { text } = useWords();
  if (point === undefined) return null;
  if (point.effort === null) return <span className="muted">{text('plan.curve-cannot')}</span>;
  if (point.actions === 0) return <span className="muted">{text('plan.curve-there')}</span>;
  return <span title={text('gaps.days-of', { low: days(point.effort.low), high: days(point.effort.high), likely: days(point.effort.likely) })}>{days(point.effort.likely)}{point.provenOptimal ? '' : <span className="tag tag-warn">{text('plan.unproven')}</span>}</span>;
}

function Alternatives({ plan }: { readonly plan: Plan }) {
  const { text } = useWords();
  return (
    <section aria-label={text('plan.alternatives')}>
      <h2>{text('plan.alternatives')}</h2>
      {plan.alternatives.length === 0 && <p className="muted">{text('plan.alternatives-none')}</p>}
      <ol className="plan-alternatives" data-testid="alternatives">{plan.alternatives.map((one, at) => <OneAlternative key={at} one={one} at={at + 1} likely={plan.effort.likely} />)}</ol>
    </section>
  );
}

function OneAlternative({ one, at, likely }: { readonly one: Alternative; readonly at: number; readonly likely: number }) {
  const { text } = useWords();
  const more = one.effort.likely - likely;
  return (
    <li>
      <p><b>{text('plan.alternative', { at })}</b><span className="grow" /><span className="nowrap">{text('plan.effort-likely', { days: days(one.effort.likely) })}</span><span className="muted small">{more < 0.05 ? text('plan.alternative-same') : text('plan.alternative-more', { days: days(more) })}</span></p>
      <Names label={text('plan.added')} ids={one.added} sign="+" />
      <Names label={text('plan.dropped')} ids={one.dropped} sign="−" />
    </li>
  );
}

function Names({ label, ids, sign }: { readonly label: string; readonly ids: readonly string[]; readonly sign: string }) {
  const { of } = useWords();
  const actions = useDeskState(({ working }) => working?.index.pack.actions ?? null);
  if (ids.length === 0) return null;
  return <ul className="plan-names" aria-label={label}>{ids.map((id) => { const action = actions?.find((one) => one.id === id); return <li key={id}><span aria-hidden="true">{sign}</span> <span className="unseen">{label}</span>{action === undefined ? id : of(action)}</li>; })}</ul>;
}

function QuickWins({ plan }: { readonly plan: Plan }) {
  const { text, of } = useWords();
  const names = new Map(plan.actions.map((action) => [action.action, action.name]));
  return (
    <section aria-label={text('plan.quick')}>
      <h2>{text('plan.quick')}</h2>
      <p className="muted small">{text(plan.quickWins.length === 0 ? 'plan.quick-none' : 'plan.quick-why')}</p>
      <ol className="plan-quick" data-testid="quick-wins">
        {plan.quickWins.map(({ action, closes, effort }) => {
          const name = names.get(action);
          return <li key={action}><span>{name === undefined ? action : of(name)}</span><span className="muted small nowrap">{text('plan.quick-of', { count: closes.length, days: days(effort.likely) })}</span></li>;
        })}
      </ol>
    </section>
  );
}

function Range({ range }: { readonly range: NonNullable<Plan['range']> }) {
  const { text } = useWords();
  return (
    <section aria-label={text('plan.range')}>
      <h2>{text('plan.range')}</h2>
      <dl className="plan-range">{(['p10', 'p50', 'p90'] as const).map((share) => <div key={share}><dt>{text(`plan.range-${share}`)}</dt><dd>{text('plan.effort-likely', { days: Math.round(range[share]) })}</dd></div>)}</dl>
      <p className="muted small">{text('plan.range-why', { runs: range.runs })}</p>
    </section>
  );
}
