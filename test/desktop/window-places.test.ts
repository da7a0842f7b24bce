import fc from 'fast-check';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPlaces, placeFor, remembering, type Screen } from '../../electron/desktop/window-places.ts';
import { temporaryFolder } from '../builders/folders.ts';

const laptop: Screen = { id: 1, workArea: { x: 0, y: 25, width: 1440, height: 850 } };
const left: Screen = { id: 2, workArea: { x: -2560, y: 0, width: 2560, height: 1400 } };
const small: Screen = { id: 3, workArea: { x: 0, y: 0, width: 800, height: 500 } };
const stood = { bounds: { x: -2000, y: 300, width: 1600, height: 900 }, maximized: true };

test('the first window stands in the middle of the primary display, and no larger than it', () => {
  expect([placeFor(undefined, [laptop, left], []), placeFor(undefined, [small], [])]).toEqual([
    { bounds: { x: 80, y: 50, width: 1280, height: 800 }, maximized: false }, { bounds: { x: 0, y: 0, width: 800, height: 500 }, maximized: false },
  ]);
});

test('a window comes back where it stood, also when its display was moved, and on the primary display when it is gone', () => {
  const known = remembering(undefined, left, stood);
  const moved: Screen = { id: 2, workArea: { ...left.workArea, x: 1440 } };

  expect([placeFor(known, [laptop, left], []), placeFor(known, [laptop, moved], []).bounds, placeFor(known, [laptop], [])]).toEqual([
    stood, { ...stood.bounds, x: 2000 }, { bounds: { x: 80, y: 50, width: 1280, height: 800 }, maximized: false },
  ]);
});

test('each display keeps its own place', () => {
  const known = remembering(remembering(undefined, left, stood), laptop, { bounds: { x: 10, y: 40, width: 1000, height: 700 }, maximized: false });

  expect([placeFor(known, [laptop, left], []).bounds, placeFor({ ...known, last: 2 }, [laptop, left], [])]).toEqual([{ x: 10, y: 40, width: 1000, height: 700 }, stood]);
});

test('a second window stands a step aside', () => {
  const first = placeFor(undefined, [laptop], []).bounds;

  expect(placeFor(undefined, [laptop], [first]).bounds).toMatchObject({ x: first.x + 28, y: first.y + 25 });
});

test('whatever is remembered, a window lies whole inside a work area', () => {
  const number = fc.integer({ min: -100_000, max: 100_000 });
  const size = fc.integer({ min: 100, max: 100_000 });
  fc.assert(fc.property(number, number, size, size, fc.constantFrom(laptop, left, small), (x, y, width, height, screen) => {
    const known = { last: screen.id, displays: { [String(screen.id)]: { x, y, width, height, maximized: false } } };
    const { bounds } = placeFor(known, [laptop, left, small], []);
    const { workArea } = screen;
    return bounds.x >= workArea.x && bounds.y >= workArea.y && bounds.x + bounds.width <= workArea.x + workArea.width && bounds.y + bounds.height <= workArea.y + workArea.height;
  }), { seed: 20_261_120 });
});

test('places come back from their file, which is their user\'s alone; a missing, damaged or absurd one counts as none', () => {
  const folder = temporaryFolder();
  const places = openPlaces(folder);
  const none = places.read();
  const known = remembering(undefined, left, stood);
  places.write(known);
  const path = join(folder, 'windows.json');
  const back = [places.read(), statSync(path).mode & 0o777];
  const damaged = ['', '{', '[]', '{"last":"x"}', '{"last":1,"displays":{"1":{"x":1e9,"y":0,"width":10,"height":10,"maximized":false}}}'].map((text) => { writeFileSync(path, text); return places.read(); });

  expect([none, back, damaged]).toEqual([undefined, [known, 0o600], damaged.map(() => undefined)]);
});

test('a place that cannot be written is let be, and an absurd one is not written', () => {
  const folder = temporaryFolder();
  const places = openPlaces(folder);
  places.write(remembering(undefined, laptop, { bounds: { x: 0, y: 0, width: 1000, height: 700 }, maximized: false }));
  const before = readFileSync(join(folder, 'windows.json'), 'utf8');
  places.write({ last: 1, displays: { 1: { x: Number.NaN, y: 0, width: 1000, height: 700, maximized: false } } });
  const after = readFileSync(join(folder, 'windows.json'), 'utf8');
  rmSync(folder, { recursive: true });
  places.write(remembering(undefined, laptop, stood));

  expect([after, places.read()]).toEqual([before, undefined]);
});
