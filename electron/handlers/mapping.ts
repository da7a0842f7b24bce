import { z } from 'zod';
import { headingsKey, likelyMapping, ok, recordMappingSchema, type RecordMapping } from '#assessments';
import type { TableOffer } from '#contract';
import { withMapping } from '../user/preferences.ts';
import type { Feature } from './handler.ts';
import { withAuthor, withSession } from './opened.ts';
import { refused } from './problems.ts';
import { record } from './record.ts';
import type { Session } from './session.ts';
import { readTableHeads } from './sources.ts';

const file = { assessment: z.string().max(64), intake: z.string().max(64), path: z.string().min(1).max(8_192) };

/** How tables of records are read: what is offered for a file, and what a person decides. */
export const mapping: Feature<'proposeMapping' | 'setMapping'> = {
  proposeMapping: {
    input: z.strictObject(file),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const heads = hasFile(session, input) ? await readTableHeads(session, input.path) : undefined;
      if (heads === undefined) return refused('no-file', input.path);
      const { organisation, mappings } = session.store.state();
      const current = mappings.find((one) => one.file.intake === input.intake && one.file.path === input.path)?.mapping ?? null;
      const remembered = context.preferences.read().mappings.filter((one) => one.organisation === organisation).map((one) => one.mapping);
      const tables = heads.filter(({ headings }) => headings.some((heading) => heading !== '')).map((head): TableOffer => {
        const known = current !== null && fits(current, head) ? current : remembered.find((one) => headingsKey(one.headings) === headingsKey(head.headings));
        const offered = known === undefined ? likelyMapping(head, input.path) : { ...known, sheet: head.sheet, headings: head.headings, columns: renamed(known, head.headings) };
        return { ...head, mapping: offered, from: known === undefined ? 'headings' : known === current ? 'current' : 'remembered' };
      });
      return ok({ current, tables });
    }),
  },

  setMapping: {
    input: z.strictObject({ ...file, mapping: recordMappingSchema.nullable() }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      const { intake, path, mapping: wanted } = input;
      if (!hasFile(session, input)) return refused('no-file', path);
      if (wanted !== null && !names(wanted)) return refused('mapping-empty');
      const change = record(context, session, author, [{ type: 'evidence.mapped', payload: { file: { intake, path }, mapping: wanted } }]);
      if (wanted !== null) context.preferences.change((now) => withMapping(now, session.store.state().organisation, wanted));
      return change;
    }),
  },
};

function hasFile(session: Session, { intake, path }: { readonly intake: string; readonly path: string }): boolean {
  return session.store.state().intakes.some(({ id, files }) => id === intake && files.some((one) => one.path === path));
}

function fits(known: RecordMapping, head: { readonly sheet: string | null; readonly headings: readonly string[] }): boolean {
  return headingsKey(known.headings) === headingsKey(head.headings) && (known.sheet === null || known.sheet === head.sheet);
}

/** The columns under the headings as this table spells them. */
function renamed(known: RecordMapping, headings: readonly string[]): RecordMapping['columns'] {
  return Object.fromEntries(Object.entries(known.columns).flatMap(([field, heading]) => {
    const own = headings[known.headings.indexOf(heading)];
    return own === undefined ? [] : [[field, own]];
  }));
}

/** A mapping says at least by what a record is known, and every column is one of the table. */
function names({ headings, columns }: RecordMapping): boolean {
  const chosen = Object.values(columns);
  return (columns.id !== undefined || columns.title !== undefined) && chosen.every((heading) => headings.includes(heading));
}
