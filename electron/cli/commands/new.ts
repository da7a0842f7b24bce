import { existsSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import type { Policy, Rollup } from '#assessments';
import { createNew } from '../../handlers/opening.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, inLanguage } from '../terminal.ts';
import { atWork, builtInPack, packNamed, refusalOf, type Workplace } from '../workplace.ts';

export type NewOptions = { readonly org?: string; readonly project?: string; readonly target?: number; readonly policy?: Policy; readonly rollup?: Rollup };

/** Where nothing else is asked for: the level most organisations are assessed for first (own choice, not CAICT's). */
const defaultTarget = 3;

/** Makes an empty assessment file. */
export function create(terminal: Terminal, options: NewOptions & { readonly out: string; readonly pack?: readonly string[] }): Promise<number> {
  return atWork((workplace) => {
    const path = terminal.resolve(options.out);
    const [first, ...further] = (options.pack ?? [undefined]).map((name) => packNamed(terminal, name));
    const handle = makeAssessment(workplace, path, { ...options, pack: first });
    const { store } = sessionOf(workplace, handle);
    for (const id of further) {
      const { texts, pack } = builtInPack(workplace, id);
      store.pinPack(texts, pack, { author: workplace.author });
    }
    terminal.out(inLanguage(terminal, { zh: `已新建评估 ${options.out}`, en: `Made the assessment ${options.out}` }));
    return Promise.resolve(0);
  });
}

/** Makes and opens a new assessment at a path; its name where none is given. Never writes over a file. */
export function makeAssessment(workplace: Workplace, path: string, options: NewOptions & { readonly pack?: string | undefined }): string {
  if (!existsSync(dirname(path))) throw new Refusal({ zh: `文件夹“${dirname(path)}”不存在；请先建好再试。`, en: `The folder “${dirname(path)}” does not exist; make it first.` });
  const made = createNew(workplace.context, {
    path, pack: builtInPack(workplace, options.pack), author: workplace.author, sample: false, scope: '',
    organisation: options.org ?? '—', project: options.project ?? basename(path, extname(path)),
    target: options.target ?? defaultTarget, policy: options.policy ?? 'strict', rollup: options.rollup ?? 'minimum',
  });
  if (!made.ok) throw refusalOf(made.problem);
  return made.value.assessment;
}

export function sessionOf({ context }: Workplace, handle: string) {
  const session = context.sessions.get(handle);
  if (session === undefined) throw new Error('the assessment just opened is not open');
  return session;
}
