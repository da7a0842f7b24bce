import type { ReportContext } from '../context.ts';
import type { Block, Wording } from '../document.ts';
import { data, type ReportKey } from '../wording.ts';

/** How the result came about and what it cannot say; on every report of every depth beyond the first page. */
export function method(context: ReportContext): readonly Block[] {
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: context.say('method.heading'), anchor: 'method', mark: null },
    ...policy(context), ...packs(context), ...ratings(context), ...limits(context), ...record(context),
  ];
}

type Heading = Extract<ReportKey, 'method.policy' | 'method.pack' | 'method.ratings' | 'method.interval' | 'method.suggestions' | 'method.unread' | 'method.unwritten' | 'method.record' | 'method.personal'>;

function part({ say }: ReportContext, title: Heading, ...paragraphs: readonly Wording[]): readonly Block[] {
  return [
    { kind: 'heading', level: 3, text: say(title), anchor: title, mark: null },
    ...paragraphs.map((text) => ({ kind: 'paragraph', tone: 'body', text } as const)),
  ];
}

function policy(context: ReportContext): readonly Block[] {
  return part(context, 'method.policy', policyWords(context), rollupWords(context), ...weightWords(context), context.say('method.notOfficial'));
}

/** The rules the result was made by, with the numbers of this assessment. */
function policyWords({ say, input: { result: { rules } } }: ReportContext): Wording {
  return rules.policy === 'threshold' ? say('policy.threshold.words', { percent: String(rules.thresholdPercent) }) : say(`policy.${rules.policy}.words`);
}

function rollupWords({ say, input: { result: { rules } } }: ReportContext): Wording {
  return rules.rollup === 'quota' ? say('rollup.quota.words', { percent: String(rules.quotaPercent) }) : say(`rollup.${rules.rollup}.words`);
}

function weightWords({ say, input: { result: { rules } } }: ReportContext): readonly Wording[] {
  const weights = Object.entries(rules.weights).filter(([, weight]) => weight !== 1).map(([node, weight]) => `${node} × ${weight}`);
  return rules.rollup === 'mean' && weights.length > 0 ? [say('rollup.weights', { weights: weights.join(', ') })] : [];
}

function packs(context: ReportContext): readonly Block[] {
  const { say, both, input: { pack, state } } = context;
  const others = state.packs.filter(({ id, hash }) => id !== pack.id || hash !== pack.hash).map(({ id, edition, hash }) => say('method.packOf', { name: id, edition, hash }));
  return part(context, 'method.pack', say('method.packOf', { name: pack, edition: pack.edition, hash: pack.hash }), both(pack.disclaimer), ...pack.notes.map((note) => both(note)), ...others);
}

function ratings(context: ReportContext): readonly Block[] {
  const { say, input: { result, state } } = context;
  const machine = result.finals.filter(({ basis }) => basis === 'machine').length;
  return [
    ...part(context, 'method.ratings', say('method.ratingsWords'), ...(machine === 0 ? [] : [say('method.machine', { count: machine })]), ...(state.conflicts.length === 0 ? [] : [say('method.open', { count: state.conflicts.length })])),
    ...part(context, 'method.interval', say('method.intervalWords')),
    ...part(context, 'method.suggestions', say('method.suggestionsWords')),
  ];
}

function limits(context: ReportContext): readonly Block[] {
  const { say, input: { readings, options } } = context;
  const unread = readings.filter(({ importer }) => importer === null).length;
  const open = context.subItems.filter(({ requirements }) => requirements.length === 0);
  return [
    ...part(context, 'method.unread', unread === 0 ? say('method.allRead') : say('method.unreadWords', { count: unread })),
    ...part(context, 'method.unwritten', ...(open.length === 0 ? [say('method.allWritten')] : [say('method.unwrittenWords', { count: open.length, total: context.subItems.length })])),
    ...part(context, 'method.personal', say(options.withPersonalData ? 'method.personalShown' : 'method.personalMasked')),
  ];
}

function record(context: ReportContext): readonly Block[] {
  const { say, input: { state } } = context;
  return [...part(context, 'method.record', say('method.recordWords', { events: state.events })), { kind: 'list', items: [...state.heads].sort().map((head) => data(head)) }];
}
