import { type ZodError, type ZodType, z } from 'zod';
import { en, zhCN } from 'zod/locales';
import { type Result, fail, ok } from '../result.ts';
import type { PackText, actionsFile, packFile, subItemFile } from './pack.ts';
import { type CatalogueProblem, catalogueProblem } from './problem.ts';
import { parseYaml, pointerOf } from './yaml-text.ts';

/** A file of a pack whose content fits its schema, and where its parts lie. */
export type PackSource<Content> = { readonly path: string; readonly content: Content; readonly lineOf: (pointer: string) => number | null };

export type SubItemSource = PackSource<z.infer<typeof subItemFile>>;
/** The files of a pack, each fitting its schema. Without actions.yaml a pack has no actions. */
export type PackSources = {
  readonly head: PackSource<z.infer<typeof packFile>>;
  readonly subItems: readonly SubItemSource[];
  readonly actions: PackSource<z.infer<typeof actionsFile>> | null;
};

/** Our own rules of the pack schema, for Chinese readers; everything else zod says in both languages itself. */
const ownRules: Readonly<Record<string, string>> = {
  'effort: low <= likely <= high': '工作量须满足 low ≤ likely ≤ high',
  'check: exactly one of suggests, contradicts': 'suggests 与 contradicts 必须且只能写一个',
  'check: a supporting check needs seeks': '支持性的检查规则必须写明 seeks',
  'check: an indirect check can suggest at most P': '间接（indirect）的检查规则最多建议 P',
};

/** Parses a file of a pack and fits it to its schema; otherwise every misfit, with its line and requirement. */
export function readSource<Content>({ path, text }: PackText, schema: ZodType<Content>): Result<PackSource<Content>, readonly CatalogueProblem[]> {
  const parsed = parseYaml(text);
  if (!parsed.ok) return fail([catalogueProblem('not-yaml', { path, line: parsed.problem.line }, { reason: parsed.problem.reason })]);

  const { value, lineOf } = parsed.value;
  const fitted = z.safeParse(schema, value, { error: en().localeError });
  if (fitted.success) return ok({ path, content: fitted.data, lineOf });
  return fail(misfits(fitted.error, z.safeParse(schema, value, { error: zhCN().localeError }).error ?? fitted.error, { path, value, lineOf }));
}

function misfits(english: ZodError, chinese: ZodError, { path, value, lineOf }: { readonly path: string; readonly value: unknown; readonly lineOf: (pointer: string) => number | null }): readonly CatalogueProblem[] {
  return english.issues.map((issue, index) => {
    const pointer = pointerOf(issue.path);
    const requirement = requirementAt(value, issue.path);
    return catalogueProblem('schema', { path, pointer, line: lineOf(pointer), ...(requirement === undefined ? {} : { requirement }) }, {
      field: pointer === '' ? '/' : pointer,
      reason: { en: issue.message, zh: ownRules[issue.message] ?? chinese.issues[index]?.message ?? issue.message },
    });
  });
}

const withRequirements = z.object({ requirements: z.array(z.unknown()) });
const withId = z.object({ id: z.string() });

function requirementAt(value: unknown, [list, index]: readonly PropertyKey[]): string | undefined {
  if (list !== 'requirements' || typeof index !== 'number') return undefined;
  const requirement = withRequirements.safeParse(value).data?.requirements[index];
  return withId.safeParse(requirement).data?.id;
}
