import { z } from 'zod';
import type { StoredEvent } from '#assessments';

/** An evidence file as an event lists it. */
export type ListedFile = { readonly intake: string; readonly path: string; readonly artefact: string };

const listed = z.object({ intake: z.string(), files: z.array(z.unknown()) });
const file = z.object({ path: z.string(), artefact: z.string() });

/** The evidence files an event lists; of one that does not have the form of an event, those that can be made out. */
export function listedFiles({ type, payload }: StoredEvent): readonly ListedFile[] {
  const found = type === 'evidence.added' ? listed.safeParse(payload).data : undefined;
  return found?.files.flatMap((one) => {
    const known = file.safeParse(one).data;
    return known === undefined ? [] : [{ intake: found.intake, ...known }];
  }) ?? [];
}
