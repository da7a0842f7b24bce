import fc from 'fast-check';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { methods } from '../../electron/contract.ts';
import { openDoor, type Sender } from '../../electron/desktop/door.ts';
import type { Desk } from '../../electron/desktop/windows.ts';
import { newAssessment, openTestApi } from '../builders/api.ts';

const own = { sender: {}, senderFrame: { url: 'app://workbench/index.html', parent: null } } as unknown as Sender;
const asks = ['call', 'choose-evidence', 'take-dropped', 'choose-assessment', 'deliver', 'open-window'] as const;

type Knocked = { readonly knock: (given: unknown) => Promise<string>; readonly bugs: unknown[]; readonly behind: string[]; readonly answer: (method: string, input: unknown) => Promise<unknown> };

/** The real door before the real API; dialogs only note that they were asked. */
function openTestDoor(): Knocked & { readonly api: ReturnType<typeof openTestApi> } {
  const api = openTestApi();
  const bugs: unknown[] = [];
  const behind: string[] = [];
  const desk = { window: {}, shown: null } as unknown as Desk;
  const asked = (what: string) => { behind.push(what); return null; };
  const door = openDoor({
    deskOf: () => desk, call: (_desk, method, input) => api.answer(method, input), greet: () => undefined, failed: (error) => { bugs.push(error); }, openWindow: () => { asked('open-window'); },
    choosing: { chooseEvidence: () => Promise.resolve(asked('choose-evidence')), takeDropped: () => asked('take-dropped'), chooseAssessment: () => Promise.resolve(asked('choose-assessment')) },
    deliver: () => { asked('deliver'); return Promise.resolve(false); },
  });
  const answer = (method: string, input: unknown) => door(own, { ask: 'call', method, input });
  return { api, bugs, behind, answer, knock: (given) => door(own, given).then((reply) => (isReply(reply) ? 'replied' : 'answered'), (error: unknown) => String(error)) };
}

function isReply(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && (value.ok === true || ('problem' in value && typeof value.problem === 'object'));
}

/** Values of every kind, of which some cannot come from a page and some are far too large. */
const oddValues = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withSymbol: true, withNullPrototype: true, withTypedArray: true, withSparseArray: true } as fc.ObjectConstraints), fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>('/etc/passwd', '\\\\host\\share\\x.maturity', '../../x', JSON.parse('{"__proto__":{"a":1}}'), { get a(): never { throw new Error('no'); } }, new Array(1_000_000), 'x'.repeat(9_000_000), () => 1, -0, NaN, new Proxy({}, { ownKeys: () => { throw new Error('no'); } })),
);
const method = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<unknown>(...methods, '__proto__', 'constructor', 'toString', 'hasOwnProperty') }, { weight: 1, arbitrary: oddValues });
const members = fc.constantFrom('assessment', 'file', 'sources', 'job', 'intake', 'paths', 'requirement', 'requirements', 'value', 'from', 'count', 'batch', 'place', 'only', '__proto__');
const input = fc.oneof(fc.dictionary(members, fc.oneof(fc.jsonValue(), fc.string(), fc.constantFrom('/etc/passwd', '\\\\host\\share'))), fc.jsonValue(), oddValues);
/** The members each ask has, filled with what fits, what nearly fits and what does not. */
const shapes: Readonly<Record<(typeof asks)[number], Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  call: { method, input },
  'choose-evidence': { kind: fc.oneof(fc.constantFrom<unknown>('files', 'folder', 'disk'), oddValues) },
  'take-dropped': { paths: fc.oneof(fc.array(fc.string({ unit: 'binary' })), fc.array(oddValues), oddValues) },
  'choose-assessment': {}, deliver: { download: fc.oneof(fc.string(), oddValues) }, 'open-window': {},
};
const nearlyAsked = (ask: (typeof asks)[number]) => fc.oneof(
  { weight: 3, arbitrary: fc.record({ ask: fc.constant(ask), ...shapes[ask] }) },
  { weight: 1, arbitrary: fc.record({ ask: fc.oneof(fc.constant<unknown>(ask), oddValues), ...shapes[ask], more: oddValues }, { requiredKeys: ['ask'] }) },
);

test.each(asks)('a thousand odd sets of arguments for %s are answered or refused; nothing breaks and nothing is told', async (ask) => {
  const { knock, bugs } = openTestDoor();
  const unhandled: unknown[] = [];
  const note = (error: unknown) => { unhandled.push(error); };
  process.on('unhandledRejection', note);
  onTestFinished(() => { process.off('unhandledRejection', note); });
  const seen: string[] = [];

  await fc.assert(fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: nearlyAsked(ask) }, { weight: 1, arbitrary: oddValues }), async (given) => {
    const said = await knock(given);
    seen.push(said);
    return ['replied', 'answered', 'Error: refused'].includes(said);
  }), { numRuns: 1000, seed: 20_261_120 });

  expect([bugs, unhandled]).toEqual([[], []]);
  const refused = seen.filter((said) => said === 'Error: refused').length;
  expect([seen.length, refused > 100, seen.length - refused > 100]).toEqual([1000, true, true]);
});

test('every method refuses a path where a handle belongs, and the file it names stays as it is', async () => {
  const { api, answer } = openTestDoor();
  const { assessment } = await newAssessment(api);
  const path = api.fileOf(assessment)!;
  await api.call('closeAssessment', { assessment });
  const before = [statSync(path).mtimeMs, readFileSync(path).toString('base64')];
  const inputs = ['assessment', 'file', 'job', 'backup', 'download'].map((name) => ({ [name]: path }));

  const replies = await Promise.all(methods.filter((method) => !['start', 'openSample', 'cancel'].includes(method)).flatMap((method) => [...inputs, { assessment: path, sources: [path], job: 'x' }, { assessment: path, from: 0, count: 1 }].map((input) => answer(method, input))));

  expect([replies.filter((reply) => (reply as { readonly ok: boolean }).ok), statSync(path).mtimeMs, readFileSync(path).toString('base64')]).toEqual([[], ...before]);
  expect(await answer('openAssessment', { file: join(api.folder, 'nothing') })).toMatchObject({ ok: false });
});

test('what is not in the list of asks, or has a word too many, is refused', async () => {
  const { knock, behind } = openTestDoor();
  const odd = [undefined, null, 'start', [], {}, { ask: 'eval' }, { ask: 'call', method: 1, input: {} }, { ask: 'call', method: 'start', input: {}, more: 1 }, { ask: 'take-dropped', paths: [''] }, { ask: 'take-dropped', paths: ['x'.repeat(5_000)] }, { ask: 'choose-evidence', kind: 'disk' }, { ask: 'choose-assessment', path: '/x' }, { ask: 'deliver', download: 'x', path: '/x' }, { ask: 'open-window', url: 'https://evil.test/' }];

  expect([await Promise.all(odd.map(knock)), behind]).toEqual([odd.map(() => 'Error: refused'), []]);
});

test('a bug behind the door goes to the log, and the page is told nothing of it', async () => {
  const bugs: unknown[] = [];
  const door = openDoor({
    deskOf: () => ({}) as Desk, call: () => Promise.reject(new Error('ENOENT: /home/李明/secret')), greet: () => undefined, failed: (error) => { bugs.push(error); }, openWindow: () => undefined,
    choosing: { chooseEvidence: () => Promise.resolve(null), takeDropped: () => null, chooseAssessment: () => Promise.resolve(null) }, deliver: () => Promise.resolve(false),
  });

  expect([await door(own, { ask: 'call', method: 'start', input: {} }).then(() => 'answered', String), bugs.length]).toEqual(['Error: failed', 1]);
});
