import { soughtForm, type Author, type Bilingual, type EventType, type JournalEvent, type StoredEvent } from '#assessments';
import type { JournalKind } from '#contract';
import { requirementsOf } from './history.ts';
import { whatHappened } from './what-happened.ts';

/** One batch of events as people see it: one thing that one person did at one time. */
export type Action = {
  readonly batch: string; readonly at: string; readonly author: Author; readonly chain: string; readonly device: string;
  readonly kind: JournalKind; readonly what: Bilingual; readonly requirement: string | null; readonly file: string | null;
  readonly events: readonly StoredEvent[];
  /** All that is said of it in both languages and every path, in small letters; made when first asked for. */
  readonly words: () => string;
};

const kinds: Readonly<Record<EventType, JournalKind>> = {
  'assessment.created': 'details', 'assessment.renamed': 'details', 'assessment.scoped': 'details', 'window.set': 'details', 'policy.set': 'details', 'target.set': 'details', 'parameter.set': 'details', 'pack.pinned': 'details', 'assessor.joined': 'details',
  'evidence.added': 'evidence', 'evidence.described': 'evidence', 'evidence.mapped': 'evidence', 'evidence.removed': 'evidence', 'evidence.purged': 'evidence', 'link.added': 'evidence', 'link.removed': 'evidence',
  'rating.set': 'ratings', 'rating.cleared': 'ratings', 'rating.carried': 'ratings', 'suggestion.rejected': 'suggestions', 'consensus.set': 'consensus', 'consensus.cleared': 'consensus', 'note.added': 'notes',
  'action.added': 'plan', 'action.changed': 'plan', 'action.dropped': 'plan', 'plan.adopted': 'plan', 'planning.set': 'plan', 'scenario.saved': 'plan', 'scenario.removed': 'plan', 'milestone.made': 'milestones', 'milestone.signed': 'milestones', 'undone': 'undoing', 'redone': 'undoing',
};

/** What a batch did; `titleOf` names the batch that an undoing is about. */
export function actionOf(events: readonly StoredEvent[], titleOf: (batch: string) => Bilingual | undefined): Action | null {
  const leading = events.find(({ type }) => type !== 'assessor.joined') ?? events[0];
  if (leading === undefined) return null;
  const { batch, at, author, chain, device } = leading;
  const acting = events.filter(({ type }) => type !== 'assessor.joined');
  const requirements = [...new Set(requirementsOf(acting))];
  const what = titleFor(leading, acting, titleOf);
  let said: string | undefined;
  return {
    batch, at, author, chain, device, what, events,
    kind: (kinds as Readonly<Record<string, JournalKind>>)[leading.type] ?? 'details',
    requirement: requirements.length === 1 ? requirements[0] ?? null : null,
    file: acting.length === 1 ? fileOf(leading) : null,
    words: () => said ??= wordsOf(what, events),
  };
}

/** The one evidence file an event is about, where it is one. */
export function fileOf(stored: StoredEvent): string | null {
  const event = stored as JournalEvent;
  switch (event.type) {
    case 'link.added':
    case 'evidence.mapped':
    case 'evidence.described': return event.payload.file.path;
    case 'evidence.added':
    case 'evidence.removed': return event.payload.files.length === 1 ? event.payload.files[0]?.path ?? null : null;
    default: return null;
  }
}

function titleFor(leading: StoredEvent, acting: readonly StoredEvent[], titleOf: (batch: string) => Bilingual | undefined): Bilingual {
  const about = leading.type === 'undone' || leading.type === 'redone' ? titleOf(String(leading.payload['batch'])) : undefined;
  if (about !== undefined) return leading.type === 'undone' ? { zh: `撤销：${about.zh}`, en: `Undid: ${about.en}` } : { zh: `重做：${about.zh}`, en: `Did again: ${about.en}` };
  const alike = acting.filter(({ type }) => type === leading.type);
  const many = alike.length > 1 ? severalOf[leading.type as EventType] : undefined;
  return many === undefined ? whatHappened(leading) : many(alike.map((event) => event as JournalEvent));
}

/** One sentence for many events of a type; a mixture is told by the type that leads it. */
const severalOf: { readonly [Type in EventType]?: (events: readonly JournalEvent[]) => Bilingual } = {
  // An import of many files is written in several events.
  'evidence.added': (events) => {
    const files = filesOf(events);
    const label = events[0]?.type === 'evidence.added' ? events[0].payload.label : '';
    return { zh: `导入证据“${label}”：${files} 个文件`, en: `Imported evidence "${label}": ${files} files` };
  },
  'evidence.removed': (events) => ({ zh: `移除证据 ${filesOf(events)} 个文件`, en: `Removed ${filesOf(events)} evidence files` }),
  'rating.set': (events) => {
    const values = [...new Set(events.map((event) => (event.type === 'rating.set' ? event.payload.value : '')))];
    return { zh: `${events.length} 条要求评为 ${values.join('、')}`, en: `Rated ${events.length} requirements ${values.join(', ')}` };
  },
  'link.added': ({ length }) => ({ zh: `关联 ${length} 处证据`, en: `Linked ${length} pieces of evidence` }),
  'link.removed': ({ length }) => ({ zh: `移除 ${length} 条关联`, en: `Removed ${length} links` }),
  'note.added': ({ length }) => ({ zh: `写了 ${length} 条记录`, en: `Wrote ${length} notes` }),
  'rating.carried': ({ length }) => ({ zh: `沿用上次评估的 ${length} 条评分，待确认`, en: `Carried over ${length} ratings of an earlier assessment, to be confirmed` }),
  'rating.cleared': ({ length }) => ({ zh: `清除 ${length} 条要求的评分`, en: `Cleared ${length} ratings` }),
  'evidence.purged': ({ length }) => ({ zh: `彻底清除 ${length} 份证据内容`, en: `Purged ${length} artefacts` }),
};

function filesOf(events: readonly JournalEvent[]): number {
  return events.reduce((sum, event) => sum + (event.type === 'evidence.added' || event.type === 'evidence.removed' ? event.payload.files.length : 0), 0);
}

function wordsOf(what: Bilingual, events: readonly StoredEvent[]): string {
  const said = events.flatMap((stored) => {
    const event = stored as JournalEvent;
    const { zh, en } = whatHappened(event);
    const paths = event.type === 'evidence.added' || event.type === 'evidence.removed' ? event.payload.files.map(({ path }) => path) : [];
    return [zh, en, ...('rationale' in event.payload ? [event.payload.rationale] : []), ...paths];
  });
  return soughtForm([what.zh, what.en, ...said].join('\n'));
}
