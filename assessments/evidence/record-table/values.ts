import { instantOf } from '../instant.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { FactOf } from '../facts.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A moment as exports and people write it: ISO 8601, `2025/6/1 9:05`, `2025年6月1日 9时5分`, `01/Jun/25 3:04 PM` (Jira).
 * Days and months in numbers alone (`6/7/2025`) could be either, and give null.
 */
export function writtenMoment(written: string): string | null {
  const text = written.trim().slice(0, 60);
  const exact = instantOf(text);
  if (exact !== null) return exact;
  const [, year, month, day, hour, minute, second] = /^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?(?:[ T]*([0-9]{1,2})\s*[:：时]\s*([0-9]{1,2})(?:\s*[:：分]\s*([0-9]{1,2})?)?\s*秒?)?$/.exec(text) ?? [];
  if (year !== undefined) return composed([year, month ?? '', day ?? ''], hour, minute, second);
  return namedMonth(text);
}

function namedMonth(text: string): string | null {
  const [, day, name, year, hour, minute, half] = /^([0-9]{1,2})[/\- ]([A-Za-z]{3})[a-z]{0,6}[/\- ]([0-9]{2,4})(?:,?\s+([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?\s*([AaPp][Mm])?)?$/.exec(text) ?? [];
  const month = months.indexOf((name ?? '').toLowerCase());
  if (day === undefined || year === undefined || month === -1) return null;
  const shifted = hour === undefined || half === undefined ? hour : String((Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0));
  return composed([year.length === 2 ? `20${year}` : year, String(month + 1), day], shifted, minute, undefined);
}

function composed([year = '', month = '', day = '']: readonly string[], hour: string | undefined, minute: string | undefined, second: string | undefined): string | null {
  const two = (part: string): string => part.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  return instantOf(hour === undefined || minute === undefined ? date : `${date}T${two(hour)}:${two(minute)}:${two(second ?? '0')}`);
}

/** Yes or no as people write it; null where the cell says neither. */
export function writtenYes(written: string | null): boolean | null {
  const text = (written ?? '').trim().toLowerCase();
  if (/^(?:是|有|已回滚|已回退|回滚|回退|发生|yes|y|true|1|√|✓|rolled back|reverted)(?:[，,。 ].*)?$/.test(text)) return true;
  return /^(?:否|无|没有|未回滚|未回退|未发生|不|no|n|false|0|×|none)(?:[，,。 ].*)?$/.test(text) ? false : null;
}

/** What a decision says; a reason behind it does not change it. */
export function writtenDecision(written: string | null): boolean | null {
  const text = (written ?? '').trim().toLowerCase().slice(0, 200);
  if (/^(?:不同意|不通过|未通过|驳回|拒绝|否决|不批准|否|退回|reject|declin|denied|disapprov|not approved|no$|no-go|refused)/.test(text)) return false;
  return /^(?:同意|通过|已通过|审批通过|批准|已批准|已审批|是|有条件通过|有条件同意|approved?|accepted|yes$|go$|granted|conditionally approved)/.test(text) ? true : null;
}

type State = FactOf<'change.request'>['state'];

const states: readonly (readonly [State, RegExp])[] = [
  ['draft', /^(?:draft|草稿|未提交)/i],
  ['closed', /reject|cancel|declin|withdraw|wont|won't|拒绝|驳回|取消|撤销|撤回|作废|终止/i],
  ['merged', /done|complete|implemented|deployed|released|resolved|success|已完成|完成|已实施|已上线|已发布|已解决|成功|已实现|已验收/i],
  ['closed', /closed|关闭|结束|归档/i],
  ['open', /open|new|progress|pending|review|schedul|authori[sz]|assess|implement|wait|to ?do|active|approved|submitted|待|新建|处理中|进行中|实施中|审批中|评审中|激活|已提交|已审批|已批准|计划/i],
];

/** How far a change got, by its status: done is merged; taken back, refused or merely closed is closed. */
export function writtenState(written: string | null): State {
  return states.find(([, pattern]) => pattern.test((written ?? '').trim().slice(0, 100)))?.[0] ?? 'unknown';
}

/** An incident is over or not, by its status. */
export function writtenResolved(written: string | null): boolean | null {
  const state = writtenState(written);
  return state === 'unknown' ? (/restored|mitigated|已恢复|恢复/i.test(written ?? '') ? true : null) : state === 'merged' || state === 'closed';
}

const kinds: readonly (readonly [FactOf<'incident'>['kind'], RegExp])[] = [
  ['bias', /bias|fairness|discriminat|偏见|公平|歧视/i], ['drift', /drift|漂移/i], ['security', /security|breach|leak|attack|injection|安全|泄露|泄漏|攻击|注入/i],
  ['quality', /accuracy|quality|misclassif|wrong prediction|hallucinat|false (?:positive|negative)|准确率|误判|误报|漏报|模型效果|效果下降|幻觉|预测错误/i],
  ['outage', /outage|down\b|unavailab|timeout|latency|5[0-9]{2} error|crash|宕机|不可用|中断|超时|崩溃|服务异常|延迟/i], ['data', /\bdata\b|dataset|feature|数据|特征/i],
];

/** What an incident was about, by its type and title. */
export function incidentKind(...texts: readonly (string | null)[]): FactOf<'incident'>['kind'] {
  const read = texts.map((text) => (text ?? '').slice(0, 500)).join(' ');
  return kinds.find(([, pattern]) => pattern.test(read))?.[0] ?? 'other';
}

/** The text of a cell, null where it says nothing. */
export function said(written: string | undefined): string | null {
  const text = (written ?? '').trim().toWellFormed();
  return isPlaceholder(text) || /^[/\\—－–-]+$/.test(text) ? null : text;
}
