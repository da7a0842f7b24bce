import type { EventType, JournalEvent } from './event.ts';

/** What an event brings into being, and what of earlier events it speaks of, by name; an event may do both. */
type Standing = { readonly makes: readonly string[]; readonly names: readonly string[] };
type EventOf<Type extends EventType> = Extract<JournalEvent, { readonly type: Type }>;

/**
 * The table of what hangs on what: a link on its file, the removal of a link on the link, a consensus on the ratings it
 * settled, a change of an action on the action. A path names one file: whoever takes a path anew builds on its having
 * been given up, and so stands in the way of giving it back.
 */
const table: { readonly [Type in EventType]?: (event: EventOf<Type>) => Standing } = {
  'evidence.added': ({ payload: { intake, files } }) => ({ makes: files.map(({ path }) => fileName({ intake, path })), names: files.map(freedName) }),
  'evidence.removed': ({ payload: { files } }) => ({ makes: files.map(freedName), names: files.map(fileName) }),
  'evidence.described': ({ payload }) => ({ makes: [], names: [fileName(payload.file)] }),
  'evidence.mapped': ({ payload }) => ({ makes: [], names: [fileName(payload.file)] }),
  'link.added': ({ payload: { link, file } }) => ({ makes: [`link/${link}`], names: [fileName(file)] }),
  'link.removed': ({ payload }) => ({ makes: [], names: [`link/${payload.link}`] }),
  'rating.set': ({ id }) => ({ makes: [`rating/${id}`], names: [] }),
  'consensus.set': ({ payload }) => ({ makes: [], names: payload.saw.map((rating) => `rating/${rating}`) }),
  'action.added': ({ payload }) => ({ makes: [`action/${payload.action}`], names: [] }),
  'action.changed': ({ payload }) => ({ makes: [], names: [`action/${payload.action}`] }),
  'action.dropped': ({ payload }) => ({ makes: [], names: [`action/${payload.action}`] }),
  'plan.adopted': ({ payload }) => ({ makes: [], names: payload.actions.map((action) => `action/${action}`) }),
  'scenario.saved': ({ payload }) => ({ makes: [`scenario/${payload.scenario}`], names: [] }),
  'scenario.removed': ({ payload }) => ({ makes: [], names: [`scenario/${payload.scenario}`] }),
};

/** What an event makes and names, nothing for the types on which nothing rests. */
export function standingOf(event: JournalEvent): Standing {
  // The table pairs every type with a reader of that type's events; the compiler cannot follow the pair through the look-up.
  const read = table[event.type] as ((event: JournalEvent) => Standing) | undefined;
  return read?.(event) ?? { makes: [], names: [] };
}

function fileName({ intake, path }: { readonly intake: string; readonly path: string }): string {
  return `file/${intake}/${path}`;
}

function freedName({ path }: { readonly path: string }): string {
  return `freed/${path}`;
}
