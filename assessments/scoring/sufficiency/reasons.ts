import type { AssessmentState } from '../../journal/state.ts';
import type { Bilingual } from '../../language.ts';
import type { Found, Judged } from './result.ts';

/** Why the evidence is as sufficient as it is, in sentences: what is against it, what it lacks, what it has. */
export function reasonsFor(judged: Judged, found: Found, window: AssessmentState['window']): readonly Bilingual[] {
  const lacks = judged.state === 'none' || judged.kinds.length === 0 ? [nothing] : [...kindReasons(judged), ...sourceReasons(judged, found), ...timeReasons(judged, found, window)];
  return [...againstReasons(found), ...lacks, ...machineReasons(judged, found), ...(judged.state === 'sufficient' ? [holds(judged)] : [])];
}

const nothing: Bilingual = { zh: '还没有任何证据支持这条要求。', en: 'No evidence supports this requirement yet.' };

function againstReasons({ against }: Found): readonly Bilingual[] {
  const [first = ''] = against;
  if (against.length === 0) return [];
  return [{ zh: `有 ${against.length} 处证据与之相反（如 ${first}）：请先弄清哪一个属实。`, en: `${against.length} ${against.length === 1 ? 'piece' : 'pieces'} of evidence say the contrary (such as ${first}): settle first which holds.` }];
}

function kindReasons({ kinds }: Judged): readonly Bilingual[] {
  if (kinds.includes('direct')) return [];
  return kinds.includes('indirect')
    ? [{ zh: '只有间接证据：看得出有这样东西，看不出已经做到。', en: 'Only indirect evidence: it shows that there is such a thing, not that it is done.' }]
    : [{ zh: '只有访谈陈述，没有文件或记录佐证。', en: 'Only what people said: no document or record bears it out.' }];
}

function sourceReasons({ sources }: Judged, { pieces: [first] }: Found): readonly Bilingual[] {
  if (sources > 1) return [];
  const name = first?.name ?? '';
  return [{ zh: `只有一个来源（${name}），没有其他来源印证。`, en: `There is only one source (${name}); nothing else bears it out.` }];
}

function timeReasons({ freshness, kinds }: Judged, { pieces }: Found, { from, to }: AssessmentState['window']): readonly Bilingual[] {
  const last = pieces.flatMap(({ days }) => (days === null ? [] : [days.last])).sort().at(-1) ?? '';
  const period = `${from ?? '…'}–${to ?? '…'}`;
  if (freshness === 'outside') return [{ zh: `证据都不在评估期间（${period}）内，最近一份是 ${last}。`, en: `None of the evidence lies in the assessment period (${period}); the latest is of ${last}.` }];
  if (freshness === 'unknown' && kinds.some((kind) => kind !== 'affirmation')) return [{ zh: '内容里没有写明日期，看不出是否属于评估期间。', en: 'The content states no date, so nobody can tell whether it belongs to the assessment period.' }];
  return [];
}

function machineReasons({ kinds }: Judged, { confirmed }: Found): readonly Bilingual[] {
  if (confirmed || !kinds.includes('machine')) return [];
  return [{ zh: '只有程序读出的内容，还没有人看过。', en: 'It was read by the program alone; nobody has looked at it yet.' }];
}

function holds({ sources, freshness }: Judged): Bilingual {
  const timely = freshness === 'inside';
  return { zh: `有直接证据，${sources} 个独立来源相互印证${timely ? '，且在评估期间内' : ''}。`, en: `Direct evidence, borne out by ${sources} independent sources${timely ? ', from the assessment period' : ''}.` };
}
