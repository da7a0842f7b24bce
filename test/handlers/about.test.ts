import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestApi, valueOf } from '../builders/api.ts';

test('about names every part with its version, where things are kept, and what protects the device key', async () => {
  const api = openTestApi();

  const about = valueOf(await api.call('readAbout', {}));

  expect(about.parts.map(({ name }) => name)).toEqual(expect.arrayContaining(['Node.js', 'SQLite']));
  expect(about.parts.every(({ version }) => /^\d+\.\d+/.test(version))).toBe(true);
  expect([about.dataFolder, about.assessmentsFolder, about.logFile]).toEqual([join(api.folder, 'user'), join(api.folder, 'assessments'), join(api.folder, 'user/workbench.log')]);
  expect(about.deviceKey).toEqual({ fingerprint: 'test', protection: 'file' });
});

test('the list of licences is short, and each text comes when it is asked for', async () => {
  const api = openTestApi();
  const before = valueOf(await api.call('readAbout', {})).licences;
  writeFileSync(join(api.folder, 'licences.json'), JSON.stringify([{ name: 'react', version: '19.0.0', licence: 'MIT', text: 'Permission is hereby granted' }]));

  const { licences } = valueOf(await api.call('readAbout', {}));
  const texts = await Promise.all(['19.0.0', '18.0.0'].map(async (version) => valueOf(await api.call('readLicence', { name: 'react', version })).text));

  expect([before, licences, texts]).toEqual([[], [{ name: 'react', version: '19.0.0', licence: 'MIT' }], ['Permission is hereby granted', '']]);
});

test('people are taken off the list of this computer, but not the one at the keyboard', async () => {
  const api = openTestApi();
  const first = valueOf(await api.call('setIdentity', { name: '李明', role: '' })).identity;
  const second = valueOf(await api.call('setIdentity', { name: '王芳', role: '' })).identity;

  const refused = await api.call('removeIdentity', { id: second.id });
  const left = valueOf(await api.call('removeIdentity', { id: first.id })).identities;

  expect(refused).toMatchObject({ ok: false, problem: { kind: 'bad-input', place: '王芳' } });
  expect(left).toEqual([second]);
});
