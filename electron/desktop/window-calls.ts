import { basename } from 'node:path';
import type { Header, Problem, Reply, UndoLabel } from '../contract.ts';
import type { Handles } from '../handlers/handles.ts';
import { isRemote } from './named-files.ts';
import { realPath, type Desk, type Shown, type Windows } from './windows.ts';
import { wordsOf, type Words } from './words.ts';

type Given = {
  readonly answer: (method: unknown, input: unknown) => Promise<Reply<unknown>>;
  /** Path of an open assessment's file. */
  readonly fileOf: (assessment: string) => string | undefined;
  readonly handles: Handles;
  readonly windows: Windows;
  /** What a window shows changed. */
  readonly changed: (desk: Desk) => void;
};

/**
 * Answers the calls of a page as the API does, and keeps each assessment in one window: what is open elsewhere comes to
 * the front there, what would push an open assessment out of its window gets a window of its own.
 */
export function answerCalls(given: Given): (desk: Desk, method: string, input: unknown) => Promise<Reply<unknown>> {
  return async (desk, method, input) => {
    if (method === 'openAssessment') return openIn(desk, input, given);
    const reply = await (longWork.has(method) ? atWork(desk, given, () => given.answer(method, input)) : given.answer(method, input));
    if (reply.ok) await note(desk, method, input, reply.value, given);
    return method === 'start' && reply.ok ? { ...reply, value: { ...reply.value as object, open: desk.wanted.file === null ? null : given.handles.issue({ kind: 'path', path: desk.wanted.file }) } } : reply;
  };
}

const longWork: ReadonlySet<string> = new Set(['importEvidence', 'makeReport']);

/** Runs work that closing the window would cancel, and that keeps some commands from making sense. */
async function atWork<Value>(desk: Desk, { changed }: Given, run: () => Promise<Value>): Promise<Value> {
  desk.working += 1;
  changed(desk);
  return run().finally(() => {
    desk.working -= 1;
    changed(desk);
  });
}

async function openIn(desk: Desk, input: unknown, given: Given): Promise<Reply<unknown>> {
  const { answer, windows, changed } = given;
  const path = pathAsked(input, given.handles);
  desk.wanted = { ...desk.wanted, file: null };
  if (path === undefined) return answer('openAssessment', input);
  if (isRemote(path)) return { ok: false, problem: saying('bad-input', basename(path), 'remoteAssessment') };

  const other = windows.showing(path);
  if (other !== undefined && other !== desk) {
    windows.show(other);
    return { ok: false, problem: saying('cancelled', null, 'openElsewhere') };
  }
  if (desk.shown !== null && desk.shown.path !== realPath(path)) {
    windows.openFile(path);
    return { ok: false, problem: saying('cancelled', null, 'openElsewhere') };
  }
  desk.opening = path;
  const reply = await answer('openAssessment', input).finally(() => { desk.opening = null; });
  if (reply.ok) await show(desk, reply.value as Header, given);
  changed(desk);
  return reply;
}

/** What a good answer says about the window it goes to. */
async function note(desk: Desk, method: string, input: unknown, value: unknown, given: Given): Promise<void> {
  const before = desk.shown;
  if (method === 'createAssessment' || method === 'openSample') await show(desk, value as Header, given);
  else if (method === 'closeAssessment' && before?.assessment === (input as { readonly assessment: string }).assessment) desk.shown = null;
  else if (before !== null) desk.shown = withLabels(withHeader(before, value), value);
  if (desk.shown !== before) given.changed(desk);
}

/** The assessment that was in the window before is closed: nobody looks at it any more. */
async function show(desk: Desk, header: Header, { fileOf, answer }: Given): Promise<void> {
  const before = desk.shown;
  const path = fileOf(header.assessment);
  if (path !== undefined) desk.shown = { assessment: header.assessment, path: realPath(path), title: titleOf(header), readOnly: header.readOnly, undo: false, redo: false };
  if (before !== null && before.assessment !== header.assessment) await answer('closeAssessment', { assessment: before.assessment });
}

function withHeader(shown: Shown, value: unknown): Shown {
  const header = headerIn(value);
  if (header?.assessment !== shown.assessment) return shown;
  const title = titleOf(header);
  return title === shown.title && header.readOnly === shown.readOnly ? shown : { ...shown, title, readOnly: header.readOnly };
}

function headerIn(value: unknown): Header | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('header' in value) return value.header as Header;
  return 'assessment' in value && 'organisation' in value ? value as Header : undefined;
}

/** Scores and changes carry what the next undo and redo would act on. */
function withLabels(shown: Shown, value: unknown): Shown {
  if (typeof value !== 'object' || value === null || !('undo' in value) || !('redo' in value)) return shown;
  const labels = value as { readonly undo: UndoLabel | null; readonly redo: UndoLabel | null };
  const [undo, redo] = [labels.undo !== null, labels.redo !== null];
  return undo === shown.undo && redo === shown.redo ? shown : { ...shown, undo, redo };
}

function pathAsked(input: unknown, handles: Handles): string | undefined {
  const file = typeof input === 'object' && input !== null && 'file' in input ? input.file : undefined;
  const source = typeof file === 'string' ? handles.look(file) : undefined;
  return source?.kind === 'path' ? source.path : undefined;
}

function titleOf({ organisation, project }: Header): string {
  return project === '' ? organisation : `${organisation} · ${project}`;
}

type Sentence = { readonly [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];

function saying(kind: Problem['kind'], place: string | null, sentence: Sentence): Problem {
  return { kind, place, zh: wordsOf('zh')[sentence], en: wordsOf('en')[sentence] };
}
