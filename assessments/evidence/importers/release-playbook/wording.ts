import type { FactOf } from '../../facts.ts';

type Decision = FactOf<'gate.decision'>['decision'];

/** What a value says stands at its beginning. */
function opening(written: string | null): string {
  return (written ?? '').trim().slice(0, 300);
}

const vocabulary: readonly (readonly [RegExp, Decision])[] = [
  [/^(?:no[ -]?go|reject|rejected|fail|failed|block|blocked|denied|not approved|不通过|未通过|否决|拒绝|不放行|不予)/i, 'no-go'],
  [/^(?:limited[ -]go|conditional|conditionally|go with conditions|approved with conditions|有条件|有限|受限)/i, 'limited-go'],
  [/^(?:roll[ -]?back|rolled back|回滚)/i, 'rollback'],
  [/^(?:risk[ -]accept|accept(?:ed)? (?:the )?risk|风险接受|接受风险)/i, 'risk-acceptance'],
  [/^(?:go\b|promoted?\b|pass(?:ed)?\b|approved?\b|blessed\b|通过|放行|批准|同意|晋级)/i, 'go'],
];
/** A yes that holds for a part only. */
const limits = /\b(?:limited|restricted|only|excluding|except|low-risk|pilot|canary|subset|remains? on|first \d+)\b|\b\d{1,2}(?:\.\d+)?\s*%|仅|限于|除外|灰度|试点/i;

/**
 * The outcome a decision states by its first words; undecided where it lists several outcomes to choose from, is a
 * placeholder, or begins with none of the words. “Promote to 5 % …” is a limited go.
 */
export function decisionOf(written: string | null): Decision {
  const text = opening(written);
  const choices = text.split(/\s*(?:\/|\||,|，|、|\bor\b|或)\s*/i).map(outcomeOf).filter((outcome) => outcome !== null);
  if (new Set(choices).size > 1 && !/[;；。]/.test(text)) return 'undecided';
  const outcome = outcomeOf(text);
  return outcome === 'go' && limits.test(text) ? 'limited-go' : outcome ?? 'undecided';
}

function outcomeOf(text: string): Decision | null {
  return vocabulary.find(([words]) => words.test(text))?.[1] ?? null;
}

/** `pass, 0 incompatible fields` and the like; null where it begins with neither. */
export function passedOf(written: string | null): boolean | null {
  const text = opening(written);
  if (/^(?:pass|passed|ok|yes|met|green|通过|合格|达标)(?![a-z])/i.test(text)) return true;
  return /^(?:fail|failed|no(?![a-z])|not met|red|不通过|未通过|不合格|未达标)/i.test(text) ? false : null;
}

/** 1 of `Tier 1`, `Tier 1 - High impact`, `T1`, `1`; null for a list of tiers. */
export function riskTierOf(written: string | null): number | null {
  const tiers = [...opening(written).matchAll(/(?:tier|t|^|\b)\s*([0-9])\b/gi)].map(([, digit]) => Number(digit));
  return tiers.length === 1 ? tiers[0] ?? null : null;
}

const units: readonly (readonly [RegExp, number])[] = [[/^(?:s|sec|second|秒)/i, 1], [/^(?:min|minute|分钟)/i, 60], [/^(?:h|hour|小时)/i, 3600], [/^(?:business day|working day|calendar day|day|d\b|个?工作日|天|日)/i, 86_400], [/^(?:week|w\b|周|个?星期)/i, 604_800], [/^(?:month|个?月)/i, 2_592_000]];

/** Seconds of the first length of time in a text (`5 business days before ramp decision`); null where there is none. */
export function spanSeconds(written: string | null): number | null {
  const [, number, rest = ''] = /([0-9]+(?:\.[0-9]+)?)[\s-]*((?:business |working |calendar )?[a-z一-鿿]+)/i.exec(opening(written)) ?? [];
  const unit = units.find(([words]) => words.test(rest))?.[1];
  return number === undefined || unit === undefined ? null : Number(number) * unit;
}

/** 2 of `2% authenticated web chat`; null where there is no percentage. */
export function percentOf(written: string | null): number | null {
  const found = /([0-9]+(?:\.[0-9]+)?)\s*[%％]/.exec(opening(written))?.[1];
  return found === undefined ? null : Number(found);
}

type Measure = { readonly value: number; readonly unit: string | null; readonly sign: string | null };

/** `96.8%`, `≥ 95.0%`, `7.8s`, `0`: a number with its unit and the sign before it; null where the text is no such thing. */
export function measureOf(written: string | null): Measure | null {
  const [, sign = '', number, unit = ''] = /^(>=|<=|=|>|<|≥|≤|at least|at most|min|max|不低于|不高于)?\s*([-+]?[0-9]+(?:\.[0-9]+)?)\s*([%％]|[a-zµ/]{1,12}|秒|毫秒|次|条)?$/i.exec(opening(written)) ?? [];
  return number === undefined ? null : { value: Number(number), unit: unit === '' ? null : unit.replace('％', '%'), sign: sign === '' ? null : sign.toLowerCase() };
}

/** Which way a threshold holds: by its sign; none may be below 0 or above 100 %, so these two need none. */
export function comparisonOf(threshold: Measure | null): FactOf<'eval.metric'>['comparison'] {
  if (threshold === null) return 'unstated';
  const { value, unit, sign } = threshold;
  if (sign !== null) return /^(?:>|≥|at least|min|不低于)/.test(sign) ? 'at-least' : sign === '=' ? 'equal' : 'at-most';
  if (value === 0) return 'at-most';
  return value === 100 && unit === '%' ? 'at-least' : 'unstated';
}

/** `aml-narrative-ranker 1.8.0`, `fraud-realtime-score-v3 version 3.4.2`, `ranker:1.8.0`: name and version; the whole as name where there is no version. */
export function nameAndVersion(written: string | null): { readonly name: string | null; readonly version: string | null } {
  if (written === null) return { name: null, version: null };
  const [, name, version] = /^(\S.*?)(?:\s*[:@]\s*|\s+(?:version\s+|版本\s*)?)(v?[0-9][\w.+-]*)$/i.exec(opening(written)) ?? [];
  return name === undefined || version === undefined ? { name: written.trim(), version: null } : { name: name.trim(), version };
}

const roles: readonly (readonly [RegExp, string])[] = [
  [/security|privacy|安全|隐私/i, 'security'], [/model[ -]?risk|模型风险/i, 'model-risk'], [/compliance|合规/i, 'compliance'], [/legal|法务/i, 'legal'], [/data[ -]?owner|数据/i, 'data-owner'],
  [/business|业务/i, 'business'], [/platform|平台/i, 'platform'], [/product|产品/i, 'product'], [/operations?|运营|运维/i, 'operations'], [/quality|test|测试|质量/i, 'quality'], [/audit|审计/i, 'audit'],
];

/** The role that a line of an approval list names. */
export function roleOf(written: string): string {
  return roles.find(([words]) => words.test(written))?.[1] ?? written.trim().toLowerCase().replace(/\s+/g, '-');
}
