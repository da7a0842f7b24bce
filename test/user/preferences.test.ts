import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPreferences, withRecent, type RecentAssessment } from '../../electron/user/preferences.ts';
import { openRunFolder } from '../../electron/user/run-folder.ts';
import { temporaryFolder } from '../builders/folders.ts';

const seen = (path: string): RecentAssessment => ({ path, organisation: 'o', project: 'p', level: '2', assessed: 1, total: 2, lastSavedAt: null, conflicts: 0, assessment: '', owedSince: null, damaged: false });

test('preferences are kept for their user alone and come back', () => {
  const folder = temporaryFolder();
  openPreferences(folder).change((now) => ({ ...now, settings: { ...now.settings, language: 'en' } }));

  const again = openPreferences(folder).read();

  expect([again.settings.language, statSync(join(folder, 'preferences.json')).mode & 0o777, readdirSync(folder)]).toEqual(['en', 0o600, ['preferences.json']]);
});

test.each(['', '{', '[]', '{"settings":1}', '{"settings":{"language":"fr"}}'])('a damaged file (%s) starts afresh', (text) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'preferences.json'), text);

  expect(openPreferences(folder).read()).toEqual({ settings: { language: 'zh', theme: 'system', autoAdvance: true, backupMinutes: 30, copyReminderDays: 7 }, identity: null, identities: [], recent: [], mappings: [], seenChanges: [] });
});

test('the recent list has each path once, the last first, at most thirty', () => {
  const empty = openPreferences(temporaryFolder()).read();
  const many = Array.from({ length: 35 }, (_item, index) => `/a/${index}.maturity`).reduce((now, path) => withRecent(now, seen(path)), empty);

  const again = withRecent(many, seen('/a/10.maturity'));

  expect([again.recent.length, again.recent.slice(0, 3).map(({ path }) => path)]).toEqual([30, ['/a/10.maturity', '/a/34.maturity', '/a/33.maturity']]);
});

test('a run sweeps away what a killed run left, and nothing of one that lives', () => {
  const folder = temporaryFolder();
  const first = openRunFolder(folder);
  writeFileSync(join(first.path, 'upload'), 'x');
  const dead = join(folder, 'runs', '999999999-gone');
  writeFileSync(dead, '');

  const second = openRunFolder(folder);
  const during = readdirSync(join(folder, 'runs')).length;
  first.remove();
  second.remove();

  expect([during, statSync(folder).isDirectory(), readdirSync(join(folder, 'runs'))]).toEqual([2, true, []]);
});
