import { type Block, argument, firstText, written } from './blocks.ts';

/** A stage or parallel branch, and what holds for it; `own` are the statements in it that are in no other stage. */
export type Stage = {
  readonly name: string;
  readonly block: Block;
  readonly conditions: readonly string[];
  /** Stages that come before it. */
  readonly needs: readonly string[];
  readonly matrix: readonly string[];
  readonly own: readonly Statement[];
};

/** A statement with what is around it inside its stage. */
export type Statement = { readonly block: Block; readonly conditions: readonly string[]; readonly caught: boolean; readonly afterwards: boolean };

type Around = Pick<Statement, 'conditions' | 'caught' | 'afterwards'> & { readonly stage: Draft };
type Draft = { readonly name: string; readonly block: Block; readonly conditions: readonly string[]; readonly needs: readonly string[]; readonly matrix: readonly string[]; readonly own: Statement[] };

/** What stands outside of any stage has this name. */
export const outsideStages = 'pipeline';
const mostNeeds = 100;

/** Blocks that set something up and run no step. */
const settings: ReadonlySet<string> = new Set(['environment', 'parameters', 'options', 'tools', 'when', 'agent', 'triggers', 'axes', 'excludes', 'libraries']);

/** All stages in document order, after one for what stands outside of them (first, and only where it has statements). */
export function stagesOf(blocks: readonly Block[]): readonly Stage[] {
  const whole: Block = { name: outsideStages, label: null, head: [], inside: blocks, lines: [1, 1] };
  const first: Draft = { name: outsideStages, block: whole, conditions: [], needs: [], matrix: [], own: [] };
  const found: Draft[] = [first];
  let passed: readonly string[] = [];

  const walk = (inside: readonly Block[], around: Around): void => {
    inside.forEach((block, index) => { if (!isFurtherBranch(block)) visit(block, around, inside, index); });
  };
  const visit = (block: Block, around: Around, beside: readonly Block[], index: number): void => {
    if (settings.has(block.name)) return;
    if (block.label !== null && block.inside.length > 0) { sideBySide(branchesFrom(beside, index), around); return; }
    if (block.name === 'stage') { enter(block, around); return; }
    if (block.name === 'parallel') { sideBySide(block.inside, around); return; }
    if (block.name === 'matrix') { walk(block.inside, { ...around, stage: { ...around.stage, matrix: axesOf(block) } }); return; }
    around.stage.own.push({ block, conditions: around.conditions, caught: around.caught, afterwards: around.afterwards });
    walk(block.inside, inner(block, around, beside[index + 1]));
  };
  const enter = (block: Block, around: Around): void => {
    const name = block.label ?? firstText(block.head) ?? written(block.head.slice(1));
    const conditions = [...around.conditions, ...whenOf(block)];
    const stage: Draft = { name, block, conditions, needs: passed, matrix: around.stage.matrix, own: [] };
    found.push(stage);
    walk(block.inside, { ...around, conditions, stage });
    if (!passed.includes(name) && passed.length < mostNeeds) passed = [...passed, name];
  };
  const sideBySide = (branches: readonly Block[], around: Around): void => {
    const before = passed;
    const after = new Set(before);
    branches.forEach((branch, index) => {
      passed = before;
      if (branch.label === null) visit(branch, around, branches, index);
      else enter(branch, around);
      passed.forEach((name) => after.add(name));
    });
    passed = [...after].slice(0, mostNeeds);
  };

  walk(blocks, { conditions: [], caught: false, afterwards: false, stage: first });
  return first.own.length > 0 ? found : found.slice(1);
}

/** `parallel one: { … }, two: { … }`: the second branch begins with the comma. */
function isFurtherBranch({ head, label }: Block): boolean {
  return label !== null && head[0]?.kind === 'sign' && head[0].value === ',';
}

function branchesFrom(blocks: readonly Block[], index: number): readonly Block[] {
  const others = blocks.slice(index + 1);
  const end = others.findIndex((block) => !isFurtherBranch(block));
  return [...blocks.slice(index, index + 1), ...(end === -1 ? others : others.slice(0, end))];
}

const conditional: ReadonlySet<string> = new Set(['if', 'else']);
const outcomes: ReadonlySet<string> = new Set(['failure', 'unsuccessful', 'unstable', 'aborted', 'regression', 'success', 'fixed', 'changed']);

/** What a block changes for what is in it: a condition, a catch, the steps that come afterwards. */
function inner(block: Block, around: Around, next: Block | undefined): Around {
  const added = conditionOf(block, around.afterwards);
  return {
    ...around,
    conditions: added === null ? around.conditions : [...around.conditions, added],
    caught: around.caught || catches(block, next),
    afterwards: around.afterwards || block.name === 'post',
  };
}

function conditionOf({ name, head }: Block, afterwards: boolean): string | null {
  if (conditional.has(name)) return written(head);
  if (name === 'catch') return 'on failure';
  return afterwards && outcomes.has(name) ? `on ${name}` : null;
}

function catches({ name }: Block, next: Block | undefined): boolean {
  return name === 'catchError' || name === 'warnError' || (name === 'try' && next?.name === 'catch' && !failsAgain(next));
}

/** A handler that throws or marks the build as failed lets nothing through. */
function failsAgain(handler: Block): boolean {
  return handler.inside.some((block) => block.name === 'throw' || block.name === 'error' || block.head.some(({ value }) => value === 'FAILURE') || failsAgain(block));
}

function whenOf(stage: Block): readonly string[] {
  return stage.inside.filter(({ name }) => name === 'when').map((when) => `when ${when.inside.map(sentence).join(' and ')}`);
}

function sentence(block: Block): string {
  const inside = block.inside.map(sentence).join(', ');
  return inside === '' ? written(block.head) : `${written(block.head)} { ${inside} }`;
}

function axesOf(matrix: Block): readonly string[] {
  const axes = matrix.inside.filter(({ name }) => name === 'axes').flatMap(({ inside }) => inside.filter(({ name }) => name === 'axis'));
  return axes.flatMap(({ inside }) => inside.filter(({ name }) => name === 'name').map(({ head }) => firstText(head) ?? argument(head, 'name'))).filter((name) => name !== null);
}
