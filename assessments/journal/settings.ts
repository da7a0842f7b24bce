import type { EventType, JournalEvent } from './event.ts';

/** What an event sets: the name of the slot and the value, null where it clears it. */
type Sets = { readonly slot: string; readonly value: unknown };
type EventOf<Type extends EventType> = Extract<JournalEvent, { readonly type: Type }>;
type Rated = { readonly requirement: string; readonly subject: string | null; readonly layer: string };

/**
 * Which slots each type of event sets. Types that are not here only add to lists. What is compared when two concurrent
 * settings meet is the value here: a rating by value, confidence and words, not by the suggestion it came from.
 */
const table: { readonly [Type in EventType]?: (event: EventOf<Type>) => readonly Sets[] } = {
  'assessment.created': ({ payload: { assessment, organisation, project, scope, timeZone, sample } }) => [
    { slot: 'assessment', value: { assessment, timeZone, sample } },
    { slot: 'name', value: { organisation, project } },
    { slot: 'scope', value: scope },
  ],
  'assessment.renamed': ({ payload }) => [{ slot: 'name', value: payload }],
  'assessment.scoped': ({ payload }) => [{ slot: 'scope', value: payload.scope }],
  'window.set': ({ payload }) => [{ slot: 'window', value: payload }],
  'policy.set': ({ payload }) => [{ slot: 'policy', value: payload }],
  'target.set': ({ payload: { node, level } }) => [{ slot: `target/${node ?? ''}`, value: level }],
  'parameter.set': ({ payload: { name, value } }) => [{ slot: `parameter/${name}`, value: { value } }],
  'pack.pinned': ({ payload }) => [{ slot: `pack/${payload.id}`, value: payload }],
  'assessor.joined': ({ payload }) => [{ slot: `assessor/${payload.id}`, value: payload }],
  'evidence.described': ({ payload }) => [{ slot: `description/${payload.file.intake}/${payload.file.path}`, value: payload }],
  'evidence.mapped': ({ payload: { file, mapping } }) => [{ slot: `mapping/${file.intake}/${file.path}`, value: mapping }],
  'rating.set': ({ author, payload }) => [{ slot: ratingSlot(author.id, payload), value: { value: payload.value, confidence: payload.confidence, rationale: payload.rationale } }],
  'rating.cleared': ({ author, payload }) => [{ slot: ratingSlot(author.id, payload), value: null }],
  'consensus.set': ({ payload }) => [{ slot: consensusSlot(payload), value: { value: payload.value, rationale: payload.rationale } }],
  'consensus.cleared': ({ payload }) => [{ slot: consensusSlot(payload), value: null }],
  'action.added': ({ payload: { action, zh, en, satisfies, owner, due } }) => [
    { slot: `action-text/${action}`, value: { zh, en, satisfies } },
    { slot: `action/${action}`, value: { owner, due, status: 'open' } },
  ],
  'action.changed': ({ payload: { action, owner, due, status } }) => [{ slot: `action/${action}`, value: { owner, due, status } }],
  'action.dropped': ({ payload: { action } }) => [{ slot: `action/${action}`, value: null }],
  'plan.adopted': ({ payload }) => [{ slot: 'plan', value: payload }],
  'planning.set': ({ payload }) => [{ slot: 'planning', value: payload }],
  'scenario.saved': ({ payload }) => [{ slot: `scenario/${payload.scenario}`, value: payload }],
  'scenario.removed': ({ payload: { scenario } }) => [{ slot: `scenario/${scenario}`, value: null }],
  'undone': ({ payload: { batch } }) => [{ slot: `undo/${batch}`, value: 'undone' }],
  'redone': ({ payload: { batch } }) => [{ slot: `undo/${batch}`, value: 'redone' }],
};

/** The slots an event sets, none for the types that only add to lists. */
export function settingsOf(event: JournalEvent): readonly Sets[] {
  // The table pairs every type with a reader of that type's events; the compiler cannot follow the pair through the look-up.
  const read = table[event.type] as ((event: JournalEvent) => readonly Sets[]) | undefined;
  return read?.(event) ?? [];
}

/** The slot of one assessor's rating: ratings of different assessors, layers and subjects never dispute each other. */
function ratingSlot(author: string, rated: Rated): string {
  return `rating/${author}/${place(rated)}`;
}

function consensusSlot(settled: Rated): string {
  return `consensus/${place(settled)}`;
}

function place({ requirement, subject, layer }: Rated): string {
  return `${layer}/${requirement}${subject === null ? '' : `/${subject}`}`;
}

