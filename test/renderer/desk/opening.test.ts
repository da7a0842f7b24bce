import { expect, it } from 'vitest';
import { becomes } from '../../../renderer/desk/becoming.ts';
import { consultChosen, consultNode, consultRequirement } from '../../../renderer/desk/consulting.ts';
import { begin, closeAssessment, openSample } from '../../../renderer/desk/opening.ts';
import { rateCurrent } from '../../../renderer/desk/recording.ts';
import { rememberPlace } from '../../../renderer/desk/remembering.ts';
import { emptyDesk, nothingChosen } from '../../../renderer/desk/state.ts';
import { openAssessmentDesk, openDesk } from './real-desk.ts';

it('comes back to the same assessment, screen and place in the catalogue after a reload', async () => {
  const desk = await openAssessmentDesk();
  await rateCurrent(desk, 'F', { move: false });
  consultNode(desk, '1.1.1');
  consultChosen(desk, { ...nothingChosen, level: ['1'] });
  consultRequirement(desk, '1.1.1-L1-1');
  const before = desk.store.get();
  rememberPlace(desk);
  desk.store.set(() => emptyDesk);

  await begin(desk);

  const { working, screen, consulting } = desk.store.get();
  expect([working?.header.project, working?.views.get('1.1.1-L1-1')?.mine?.value, screen, consulting]).toEqual(['风控模型', 'F', before.screen, before.consulting]);
  expect(before.consulting).toMatchObject({ node: '1.1.1', current: '1.1.1-L1-1', shows: 'hits' });
});

it('shows the ratings of whoever is at the keyboard as mine', async () => {
  const desk = await openAssessmentDesk();
  await rateCurrent(desk, 'F', { move: false });

  await becomes(desk, { name: '王敏', role: '主评估师' });

  const view = desk.store.get().working?.views.get('1.1.1-L1-1');
  expect([desk.store.get().start?.identity?.name, view?.mine, view?.others.map(({ author, value }) => [author.name, value])]).toEqual(['王敏', null, [['李远', 'F']]]);
});

it('opens the sample, and lists it among the recent ones once it is closed', async () => {
  const desk = await openDesk();
  await openSample(desk);
  const sample = desk.store.get().working?.header;

  await closeAssessment(desk);

  const { working, screen, start } = desk.store.get();
  expect([sample?.sample, working, screen, start?.recent.map(({ organisation }) => organisation)]).toEqual([true, null, 'home', [sample?.organisation]]);
});
