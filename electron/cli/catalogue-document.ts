import type { Group, Pack, Requirement, TagKind } from '#assessments';
import type { CatalogueDocument } from './shapes.ts';

/** A whole pack as `catalogue show --json` prints it: every field present, absent values null. */
export function catalogueDocument(pack: Pack): CatalogueDocument {
  const { id, edition, kind, hash, zh, en, disclaimer } = pack;
  return {
    id, edition, kind, hash, zh, en, disclaimer,
    tags: { capability: terms(pack, 'capability'), pipeline: terms(pack, 'pipeline'), principle: terms(pack, 'principle') },
    organisationTypes: pack.organisationTypes.map(({ type, target, zh: typeZh, en: typeEn, aim }) => ({ type, target, zh: typeZh, en: typeEn, aim })),
    groups: pack.groups.map(group),
    actions: pack.actions.map((action) => ({ ...action, satisfies: [...action.satisfies], prerequisites: [...action.prerequisites], roles: [...action.roles] })),
  };
}

function terms({ tags }: Pack, kind: TagKind): CatalogueDocument['tags'][TagKind] {
  return tags[kind].map(({ zh, en, aliases, note }) => ({ zh, en, aliases: [...aliases], note: note ?? null }));
}

function group({ id, kind, zh, en, parent, children, aliases, notes, definition, tags, inherited, requirements }: Group): CatalogueDocument['groups'][number] {
  return {
    id, kind, zh, en, parent, children: [...children],
    aliases: aliases.map((alias) => ({ zh: alias.zh ?? null, en: alias.en ?? null })),
    notes: [...notes], definition, tags: tagged(tags), inherited: [...inherited], requirements: requirements.map(requirement),
  };
}

type RequirementDocument = CatalogueDocument['groups'][number]['requirements'][number];

function requirement(given: Requirement): RequirementDocument {
  const { id, level, axis, zh, en, carry, mandatory, effort, tags } = given;
  return {
    id, level, axis, zh, en,
    verify: given.verify.map((way) => ({ method: way.method, role: way.role ?? null, shows: way.shows ?? null })),
    evidence: [...given.evidence], roles: [...given.roles], carry, dependsOn: [...given.dependsOn], mandatory, effort,
    source: given.source.map((source) => ({ kind: source.kind, ref: source.ref ?? null })),
    related: [...given.related],
    tags: tagged(tags ?? null),
    checks: given.checks.map(check),
  };
}

function tagged(tags: Group['tags']): RequirementDocument['tags'] {
  return tags === null ? null : { capability: [...tags.capability], pipeline: [...tags.pipeline], principle: [...tags.principle] };
}

function check(given: Requirement['checks'][number]): RequirementDocument['checks'][number] {
  const { id, fact, where, atLeast, every, strength, says } = given;
  return {
    id, fact, where, join: given.join ?? null, distinct: given.distinct ?? null, atLeast, every, strength,
    suggests: given.suggests ?? null, contradicts: given.contradicts ?? false, says, raises: given.raises ?? null, seeks: given.seeks ?? null,
  };
}
