import { organisationTypeOf } from '../../journal/organisation-type.ts';
import { namedNode, type ReportContext } from '../context.ts';
import type { Block, Wording } from '../document.ts';
import { fingerprint, marking } from '../identity.ts';
import { reportDate } from '../report-date.ts';
import { data, listed } from '../wording.ts';

/** The first page: whom and what the report is about, by which edition and rule, and its fingerprint. */
export function cover(context: ReportContext): readonly Block[] {
  const { say, both, input: { pack, options } } = context;
  return [{
    kind: 'cover',
    title: say('report.title'),
    subtitle: both({ zh: pack.zh, en: pack.en }),
    fields: fields(context),
    notes: [both(pack.disclaimer), say('cover.notOfficial')],
    contents: options.depth === 'executive' ? null : say('report.contents'),
  }];
}

type Field = { readonly label: Wording; readonly value: Wording };

function fields(context: ReportContext): readonly Field[] {
  const { say, words, input: { state, pack } } = context;
  const field = (label: Wording, value: Wording): readonly Field[] => (value.every(({ text }) => text.trim() === '') ? [] : [{ label, value }]);
  return [
    ...field(say('cover.organisation'), data(state.organisation)),
    ...organisationType(context).flatMap((value) => field(say('cover.organisationType'), value)),
    ...field(say('cover.project'), data(state.project)),
    ...field(say('cover.scope'), data(state.scope)),
    ...window(context).flatMap((value) => field(say('cover.window'), value)),
    ...field(say('cover.edition'), say('cover.editionOf', { edition: pack.edition, hash: pack.hash.slice(0, 12) })),
    ...field(say('cover.target'), target(context)),
    ...field(say('cover.policy'), say('cover.policyOf', { policy: words(`policy.${state.policy}`), rollup: words(`rollup.${state.rollup}`) })),
    ...field(say('cover.assessors'), assessors(context)),
    ...field(say('cover.date'), data(reportDate(state.lastEventAt, state.timeZone).minute)),
    ...field(say('cover.marking'), marking(context)),
    ...field(say('cover.fingerprint'), say('cover.fingerprintOf', { fingerprint: fingerprint(context.input), events: state.events })),
  ];
}

function organisationType({ say, input: { pack, state } }: ReportContext): readonly Wording[] {
  const type = organisationTypeOf(pack, state);
  return type === null ? [] : [say('cover.organisationTypeOf', { type: type.type, level: type.target, what: type })];
}

function window({ say, words, input: { state } }: ReportContext): readonly Wording[] {
  const { from, to } = state.window;
  if (from === null && to === null) return [];
  return [say('cover.windowFromTo', { from: from ?? words('cover.open'), to: to ?? words('cover.open') })];
}

function assessors({ words, both, input: { state } }: ReportContext): Wording {
  return both(listed(state.assessors.map(({ name, role }) => (role === '' ? { zh: name, en: name } : words('cover.assessor', { name, role })))));
}

function target(context: ReportContext): Wording {
  const { words, both, input: { state } } = context;
  const whole = state.targets[''];
  const others = Object.entries(state.targets).filter(([node]) => node !== '').toSorted(([a], [b]) => (a < b ? -1 : 1));
  const own = others.map(([node, level]) => { const name = namedNode(context, node), at = words('level.of', { level }); return { zh: `${name.zh} ${at.zh}`, en: `${name.en} ${at.en}` }; });
  return both(listed([...(whole === undefined ? [] : [words('level.of', { level: whole })]), ...own]));
}
