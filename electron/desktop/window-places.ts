import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import { writePrivateFile } from '../user/private-file.ts';

/** A display as far as windows are concerned; `workArea` leaves out task bars and docks. */
export type Screen = { readonly id: number; readonly workArea: Rectangle };
export type Place = { readonly bounds: Rectangle; readonly maximized: boolean };

export const smallest = { width: 960, height: 600 };
const usual = { width: 1280, height: 800 };
const step = 28;

const far = z.int().min(-100_000).max(100_000);
const size = z.int().min(100).max(100_000);
/** Where windows stood, by display, counted from the corner of its work area, so that moving displays about does no harm. */
const remembered = z.object({
  last: z.int(),
  displays: z.record(z.string(), z.object({ x: far, y: far, width: size, height: size, maximized: z.boolean() }).readonly()),
}).readonly();
export type Remembered = z.infer<typeof remembered>;

/**
 * Where a new window stands: as the last one did, on its display if that is still connected, otherwise on the primary
 * one; always whole inside the work area, and a step aside from windows that stand there already.
 */
export function placeFor(known: Remembered | undefined, screens: readonly [Screen, ...Screen[]], taken: readonly Rectangle[]): Place {
  const screen = screens.find(({ id }) => id === known?.last) ?? screens[0];
  const kept = known?.displays[String(screen.id)];
  const area = screen.workArea;
  const wanted = kept === undefined
    ? { ...usual, x: area.x + Math.round((area.width - usual.width) / 2), y: area.y + Math.round((area.height - usual.height) / 2) }
    : { x: area.x + kept.x, y: area.y + kept.y, width: kept.width, height: kept.height };
  let bounds = within(area, wanted);
  for (let tries = 0; tries < 20 && taken.some(({ x, y }) => x === bounds.x && y === bounds.y); tries += 1) bounds = within(area, { ...bounds, x: bounds.x + step, y: bounds.y + step });
  return { bounds, maximized: kept?.maximized ?? false };
}

/** What is remembered once a window has stood somewhere. */
export function remembering(known: Remembered | undefined, screen: Screen, { bounds, maximized }: Place): Remembered {
  const { x, y, width, height } = bounds;
  const place = { x: x - screen.workArea.x, y: y - screen.workArea.y, width, height, maximized };
  return { last: screen.id, displays: { ...known?.displays, [String(screen.id)]: place } };
}

export type Places = { readonly read: () => Remembered | undefined; readonly write: (next: Remembered) => void };

/** The file `windows.json` in the user's folder; missing or damaged counts as none, and one that cannot be written is let be. */
export function openPlaces(userFolder: string): Places {
  const path = join(userFolder, 'windows.json');
  return {
    read: () => {
      try {
        return remembered.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
      } catch {
        return undefined;
      }
    },
    write: (next) => {
      const parsed = remembered.safeParse(next);
      try {
        if (parsed.success) writePrivateFile(path, `${JSON.stringify(parsed.data)}\n`);
      } catch {
        // Where windows stood is not worth a word to the user.
      }
    },
  };
}

function within(area: Rectangle, wanted: Rectangle): Rectangle {
  const width = Math.min(Math.max(wanted.width, smallest.width), area.width);
  const height = Math.min(Math.max(wanted.height, smallest.height), area.height);
  return { width, height, x: Math.min(Math.max(wanted.x, area.x), area.x + area.width - width), y: Math.min(Math.max(wanted.y, area.y), area.y + area.height - height) };
}
