import { basename } from 'node:path';
import { z } from 'zod';
import { ok } from '#assessments';
import type { Identity, StartView } from '#contract';
import type { Preferences } from '../user/preferences.ts';
import { recentCards } from './cards.ts';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { refused } from './problems.ts';
import { packCard } from './views/packs.ts';

const name = z.string().trim().min(1).max(200);

export const start: Feature<'start' | 'setSettings' | 'setIdentity' | 'removeIdentity'> = {
  start: {
    input: z.strictObject({}),
    run: (_input, context) => {
      const preferences = context.preferences.read();
      return ok({ ...whoAndHow(preferences), ...whatThereIs(context, preferences) });
    },
  },

  setSettings: {
    input: z.strictObject({ language: z.enum(['zh', 'en']).exactOptional(), theme: z.enum(['system', 'light', 'dark']).exactOptional(), autoAdvance: z.boolean().exactOptional(), backupMinutes: z.int().min(0).max(1440).exactOptional(), copyReminderDays: z.int().min(0).max(365).exactOptional() }),
    run: (input, { preferences, tell }) => {
      const { settings } = preferences.change((now) => ({ ...now, settings: { ...now.settings, ...input } }));
      tell({ kind: 'refresh', assessment: null });
      return ok(settings);
    },
  },

  setIdentity: {
    input: z.strictObject({ id: z.string().max(64).exactOptional(), name, role: z.string().trim().max(200) }),
    run: ({ id, name: called, role }, { preferences, surroundings, tell }) => {
      const known = preferences.read().identities;
      const identity: Identity = { id: known.find((one) => one.id === id)?.id ?? surroundings.newId(), name: called, role };
      const identities = [...known.filter((one) => one.id !== identity.id), identity];
      const kept = preferences.change((now) => ({ ...now, identity: identity.id, identities })).identities;
      tell({ kind: 'refresh', assessment: null });
      return ok({ identity, identities: kept });
    },
  },

  removeIdentity: {
    input: z.strictObject({ id: z.string().max(64) }),
    run: ({ id }, { preferences, tell }) => {
      const { identity, identities } = preferences.read();
      if (id === identity) return refused('person-in-use', identities.find((one) => one.id === id)?.name ?? null);
      const left = preferences.change((now) => ({ ...now, identities: now.identities.filter((one) => one.id !== id) })).identities;
      tell({ kind: 'refresh', assessment: null });
      return ok({ identities: left });
    },
  },
};

/** The identity at the keyboard, where one has been given. */
export function currentIdentity({ identity, identities }: Preferences): Identity | null {
  return identities.find(({ id }) => id === identity) ?? null;
}

function whoAndHow(preferences: Preferences): Pick<StartView, 'settings' | 'identity' | 'identities'> {
  return { settings: preferences.settings, identity: currentIdentity(preferences), identities: preferences.identities };
}

function whatThereIs(context: Context, preferences: Preferences): Omit<StartView, 'settings' | 'identity' | 'identities'> {
  const { surroundings, handles } = context;
  return {
    version: surroundings.version,
    shell: surroundings.shell,
    folder: basename(surroundings.assessmentsFolder),
    recent: recentCards(context, preferences.recent),
    packs: context.packs.list().map(packCard),
    open: surroundings.file === null ? null : handles.issue({ kind: 'path', path: surroundings.file }),
  };
}
