import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type CheckProgram, type Fact, type Pack, checkCatalogue, compileChecks, factSchema, suggest } from '#assessments';

const folder = new URL('../../assessments/packs/model-delivery/', import.meta.url);
const fixtures = new URL('../fixtures/checks/model-delivery/', import.meta.url);

const texts = readdirSync(folder).map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
const checked = checkCatalogue(texts);
const pack = requirePack(checked.pack);
const program = requireProgram(compileChecks(pack));

const written = pack.groups.filter(({ requirements }) => requirements.length > 0);
const requirements = written.flatMap((group) => group.requirements);
const checks = requirements.flatMap((requirement) => requirement.checks);

const fixtureSchema = z.strictObject({ satisfies: z.array(factSchema).min(1), fails: z.array(factSchema).min(1) });
type Fixture = z.infer<typeof fixtureSchema>;

function requirePack(loaded: Pack | null): Pack {
  if (loaded === null) throw new Error(checked.problems.map(({ en }) => en).join('\n'));
  return loaded;
}

function requireProgram(compiled: ReturnType<typeof compileChecks>): CheckProgram {
  if (!compiled.ok) throw new Error(compiled.problem.map(({ en }) => en).join('\n'));
  return compiled.value;
}

function fixtureOf(check: string): Fixture {
  return fixtureSchema.parse(JSON.parse(readFileSync(new URL(`${check}.json`, fixtures), 'utf8')));
}

/** The ids of the checks that say something about the facts; a check that breaks on them is a failure of the test. */
function speaking(facts: readonly Fact[]): ReadonlySet<string> {
  const { suggestions, diagnostics } = suggest(program, facts);
  expect(diagnostics).toEqual([]);
  return new Set(suggestions.flatMap((suggestion) => suggestion.checks.map(({ id }) => id)));
}

describe('the catalogue pack of Model Delivery', () => {
  test('has nothing that the catalogue check finds fault with', () => {
    expect(checked.problems).toEqual([]);
  });

  test('has the published tree of 5 domains, 12 items and 32 sub-items', () => {
    const count = (kind: string): number => pack.groups.filter((group) => group.kind === kind).length;

    expect({ domains: count('domain'), items: count('item'), subItems: count('subItem') }).toEqual({ domains: 5, items: 12, subItems: 32 });
  });

  test('has the sub-items of deployment, update, monitoring and traffic written', () => {
    expect(written.map(({ id }) => id)).toEqual(expect.arrayContaining(['2.2.2', '2.2.3', '2.2.4', '2.3.1']));
  });

  test('numbers each requirement by its sub-item and level', () => {
    const strays = written.flatMap((group) => group.requirements.filter(({ id, level }) => !id.startsWith(`${group.id}-L${level}-`)).map(({ id }) => id));

    expect(strays).toEqual([]);
  });

  test('gives every requirement a way to be verified that needs no trust in the speaker', () => {
    const trustless: readonly string[] = ['record', 'demonstration', 'machine'];

    expect(requirements.filter(({ verify }) => !verify.some(({ method }) => trustless.includes(method))).map(({ id }) => id)).toEqual([]);
  });

  test('says for every way to verify what it must show', () => {
    expect(requirements.filter(({ verify }) => verify.some(({ shows }) => shows === undefined)).map(({ id }) => id)).toEqual([]);
  });

  test('codes each piece of evidence once, after its requirement', () => {
    const codes = requirements.flatMap(({ evidence }) => evidence.map(({ code }) => code));
    const strays = requirements.flatMap(({ id, evidence }) => {
      const stem = `MD-${id.replaceAll('.', '')}`;
      return evidence.filter(({ code }, index) => code !== (index === 0 ? stem : `${stem}-${index + 1}`)).map(({ code }) => code);
    });

    expect({ repeated: codes.length - new Set(codes).size, strays }).toEqual({ repeated: 0, strays: [] });
  });

  test('asks for a file wherever a machine is to verify', () => {
    const wrong = requirements.filter(({ evidence, verify }) => verify.some(({ method }) => method === 'machine') && !evidence.some(({ kind }) => kind === 'machine file'));

    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('the actions of Model Delivery', () => {
  const byId = new Map(pack.actions.map((action) => [action.id, action]));

  /** The action and all that comes before it; a set is walked while it grows. */
  function withPrerequisites(id: string): ReadonlySet<string> {
    const reached = new Set([id]);
    for (const each of reached) byId.get(each)?.prerequisites.forEach((next) => reached.add(next));
    return reached;
  }

  test('bring with them all that the requirements they satisfy depend on', () => {
    const lacking = pack.actions.flatMap((action) => {
      const satisfied = new Set([...withPrerequisites(action.id)].flatMap((id) => byId.get(id)?.satisfies ?? []));
      const needed = requirements.filter(({ id }) => action.satisfies.includes(id)).flatMap(({ dependsOn }) => dependsOn);
      return needed.filter((id) => !satisfied.has(id)).map((id) => `${action.id} lacks ${id}`);
    });

    expect(lacking).toEqual([]);
  });
});

describe('the checks of Model Delivery', () => {
  test('have one fixture each, and no fixture is left over', () => {
    expect(readdirSync(fixtures).sort()).toEqual(checks.map(({ id }) => `${id}.json`).sort());
  });

  test.each(checks.map(({ id }) => id))('%s speaks about the facts that satisfy it and is silent about the others', (id) => {
    const { satisfies, fails } = fixtureOf(id);

    expect({ satisfies: speaking(satisfies).has(id), fails: speaking(fails).has(id) }).toEqual({ satisfies: true, fails: false });
  });

  test('never suggest more than P from what is only indirect, and never F from files alone', () => {
    expect(checks.filter(({ strength, suggests }) => suggests === 'F' || (strength === 'indirect' && suggests !== 'P')).map(({ id }) => id)).toEqual([]);
  });

  test('do not take rules about machines and services for model monitoring', () => {
    const { satisfies } = fixtureOf('2.1.1-L4-3.latency-alert');
    const { suggestions } = suggest(program, satisfies);

    expect(['2.2.4-L3-1', '2.2.4-L3-2'].map((id) => suggestions.find(({ requirement }) => requirement === id)?.rating)).toEqual([null, null]);
  });

  test('do not take a platform default for a declared update method', () => {
    const { satisfies } = fixtureOf('2.2.3-L2-2.defaults');

    expect(['2.2.3-L2-2.declared', '2.2.3-L3-1.one-method'].filter((id) => speaking(satisfies).has(id))).toEqual([]);
  });
});
