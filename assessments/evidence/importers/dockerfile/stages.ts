import type { Instruction } from './instructions.ts';

/** A build stage: what it begins from, and what holds at its end. */
export type Stage = {
  readonly name: string;
  readonly from: Instruction;
  /** The image with known arguments filled in; null where it is another stage or cannot be told. */
  readonly image: string | null;
  /** Another stage it begins from. */
  readonly parent: Stage | null;
  readonly user: string | null;
  readonly healthChecked: boolean;
};

/** The stages in order; settings of a stage that another begins from go on in it. */
export function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const known: Record<string, string> = {};
  const stages: Stage[] = [];
  for (const instruction of instructions) {
    const current = stages.at(-1);
    if (instruction.word === 'FROM') stages.push(begun(instruction, stages, known));
    else if (current === undefined) Object.assign(known, argumentsOf(instruction));
    else stages[stages.length - 1] = after(current, instruction);
  }
  return stages;
}

function begun(from: Instruction, stages: readonly Stage[], known: Readonly<Record<string, string>>): Stage {
  const [, written = '', alias] = /^(\S+)(?:\s+AS\s+(\S+))?/i.exec(from.rest) ?? [];
  const image = filledIn(written, known);
  const parent = stages.find(({ name }) => name.toLowerCase() === (image ?? '').toLowerCase()) ?? null;
  return { name: alias ?? String(stages.length), from, image: parent === null ? image : null, parent, user: parent?.user ?? null, healthChecked: parent?.healthChecked ?? false };
}

function after(stage: Stage, { word, rest }: Instruction): Stage {
  if (word === 'USER') return { ...stage, user: rest.split(/[\s:]/)[0] ?? null };
  return word === 'HEALTHCHECK' ? { ...stage, healthChecked: !/^NONE\b/i.test(rest) } : stage;
}

/** Arguments before the first stage with their default values. */
function argumentsOf({ word, rest }: Instruction): Readonly<Record<string, string>> {
  if (word !== 'ARG') return {};
  return Object.fromEntries([...rest.matchAll(/([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S+)/g)].map(([, name, value]) => [name ?? '', (value ?? '').replaceAll(/^["']|["']$/g, '')]));
}

/** `python:${VERSION}` with what is known of VERSION; null where nothing is. */
function filledIn(written: string, known: Readonly<Record<string, string>>): string | null {
  let unknown = false;
  const filled = written.replaceAll(/\$(?:\{(\w+)(?::?[-+]([^}]*))?\}|(\w+))/g, (_whole, braced: string | undefined, otherwise: string | undefined, bare: string | undefined) => {
    const name = braced ?? bare ?? '';
    const value = (Object.hasOwn(known, name) ? known[name] : undefined) ?? otherwise;
    unknown ||= value === undefined;
    return value ?? '';
  });
  return unknown || filled === '' ? null : filled;
}

/** Somebody other than root; a variable does not say who. */
export function isUnprivileged({ user }: Stage): boolean {
  return user !== null && user !== '' && !/^(?:root|0)$/i.test(user) && !user.includes('$');
}
