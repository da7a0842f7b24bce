import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { methods } from '#contract';
import { handlers } from '../../electron/handlers/index.ts';
import { newAssessment, openTestApi, valueOf } from '../builders/api.ts';

test('every method of the contract is answered, and none besides', () => {
  expect(Object.keys(handlers).sort()).toEqual([...methods].sort());
});

test('an unknown method, and names every object has, are bad input', async () => {
  const api = openTestApi();

  const replies = await Promise.all(['nothing', 'constructor', '__proto__', 'toString', '', 7, null, {}].map((method) => api.answer(method, {})));

  expect(replies.map((reply) => (reply.ok ? 'answered' : reply.problem.kind))).toEqual(Array(8).fill('bad-input'));
});

test('an input that does not fit is bad input with the field, for every method, and changes nothing', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const before = valueOf(await api.call('readScore', { assessment })).revision;
  const odd = [undefined, null, 7, 'x', [], { assessment, surplus: 1 }, { assessment: { length: 1 } }, JSON.parse('{"__proto__":{"assessment":"x"}}')] as const;

  const replies = await Promise.all(methods.flatMap((method) => odd.map((input) => api.answer(method, input))));

  const answered = replies.flatMap((reply, index) => (reply.ok ? [[methods[Math.floor(index / odd.length)], index % odd.length]] : []));
  expect([answered, valueOf(await api.call('readScore', { assessment })).revision]).toEqual([[], before]);
  expect([...new Set(replies.map((reply) => (reply.ok ? 'ok' : reply.problem.kind)))]).toEqual(['bad-input']);
  expect(await api.answer('rate', { assessment, requirements: ['2.2.3-L1-1'], value: 'G', confidence: null, rationale: '', accepted: [] })).toMatchObject({ ok: false, problem: { kind: 'bad-input', place: 'value' } });
});

test('a bug comes back as a reference that the log has, without a word of what was asked', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const broken = { ...handlers.readScore };
  Object.assign(handlers.readScore, { run: () => { throw new TypeError('the house is on fire'); } });

  const reply = await api.answer('readScore', { assessment });
  Object.assign(handlers.readScore, broken);

  if (reply.ok || reply.problem.reference === undefined) throw new Error('no reference');
  const line = readFileSync(join(api.folder, 'user/workbench.log'), 'utf8');
  expect([reply.problem.kind, line.includes(reply.problem.reference), line.includes('the house is on fire'), line.includes(assessment)]).toEqual(['unexpected', true, true, false]);
});

test('what is recorded needs someone who records it', async () => {
  const api = openTestApi();

  const reply = await api.call('createAssessment', { organisation: 'a', project: 'b', scope: '', pack: 'model-delivery', target: 3, policy: 'strict', rollup: 'minimum' });

  expect(reply).toMatchObject({ ok: false, problem: { kind: 'no-identity' } });
});

test('an assessment that is not open, or a handle nobody issued, is not found', async () => {
  const api = openTestApi();

  const replies = [await api.call('readScore', { assessment: 'none' }), await api.call('openAssessment', { file: '/etc/passwd' }), await api.call('closeAssessment', { assessment: 'none' })];

  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.problem.kind))).toEqual(['not-found', 'not-found', 'not-found']);
});
