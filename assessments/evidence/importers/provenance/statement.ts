import { isWholeCommit } from '../../digest.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { type Spot, at, isMapping, members, placeOf, textAt } from '../../spot.ts';
import { artifactFacts } from './artifacts.ts';
import { buildOf, materialsOf } from './build.ts';
import type { Attestation } from './envelopes.ts';
import { signatureFacts, signedFiles, unsignedPaths } from './model-signature.ts';
import { subjectsOf } from './subjects.ts';

type Statement = FactOf<'provenance.statement'>;

const told = 50;

/** The statement itself; for a build also what it made and from which commit, for a model signature also the model. */
export function statementFacts(attestation: Attestation): readonly Fact[] {
  const { statement, spot } = attestation;
  if (statement === null) return attestation.digest === null && attestation.predicate === null ? [] : [closedFact(attestation)];
  const fact = statementFact(attestation, statement);
  switch (fact.kind) {
    case 'build': return [fact, ...revisionFacts(fact, statement), ...artifactFacts(fact, subjectsOf(statement), attestation.envelope === 'registry')];
    case 'model-signature': return [fact, ...signatureFacts(fact, statement, placeOf(spot))];
    case 'publish': case 'other': return [fact];
  }
}

function kindOfPredicate(predicate: string): Statement['kind'] {
  if (/slsa\.dev\/provenance|in-toto\.io\/provenance/i.test(predicate)) return 'build';
  if (/npm\/attestation\/.*\/publish|docs\.pypi\.org\/attestations\/publish/i.test(predicate)) return 'publish';
  return /model_signing\//i.test(predicate) ? 'model-signature' : 'other';
}

function statementFact(attestation: Attestation, statement: Spot): Statement {
  const predicate = textAt(statement, 'predicateType') ?? attestation.predicate ?? '';
  const kind = kindOfPredicate(predicate);
  const subjects = kind === 'model-signature' ? signedFiles(statement) : subjectsOf(statement);
  const materials = materialsOf(statement);
  const build = buildOf(statement);
  return {
    ...aroundOf(attestation), predicate, kind, ...build,
    subjects: subjects.length, subjectNames: subjects.map(({ name }) => name).filter((name) => name !== '').slice(0, told), subjectHashes: subjects.map(({ hash }) => hash).filter((hash) => hash !== null).slice(0, told),
    materials: materials.length, materialsHashed: materials.filter((material) => isMapping(at(material, 'digest').value) && members(at(material, 'digest')).some(([, value]) => (textAt(value) ?? '') !== '')).length,
    unsigned: kind === 'model-signature' ? unsignedPaths(statement) : [], at: build.at ?? attestation.loggedAt,
  };
}

function aroundOf({ spot, envelope, signed, certified, logged }: Attestation): Pick<Statement, 'type' | 'place' | 'also' | 'release' | 'envelope' | 'signed' | 'certified' | 'logged' | 'verified'> {
  return { type: 'provenance.statement', place: placeOf(spot), also: [], release: releaseOfPath(spot.file), envelope, signed, certified, logged, verified: 'not verified' };
}

/** A bundle over bytes, or one whose payload cannot be read: what stands around it is all there is. */
function closedFact(attestation: Attestation): Statement {
  const { predicate, digest, loggedAt } = attestation;
  return {
    ...aroundOf(attestation), predicate: predicate ?? '', kind: kindOfPredicate(predicate ?? ''), repository: null, commit: null, run: null, builder: null, buildType: null, entryPoint: null,
    subjects: digest === null ? 0 : 1, subjectNames: [], subjectHashes: digest === null ? [] : [digest], materials: 0, materialsHashed: 0, unsigned: [], startedAt: null, at: loggedAt,
  };
}

function revisionFacts({ place, commit, repository, run, release }: Statement, statement: Spot): readonly FactOf<'code.revision'>[] {
  if (commit === null) return [];
  const reference = materialsOf(statement).map((material) => /@refs\/(heads|tags)\/(.+)$/.exec(textAt(material, 'uri') ?? '')).find((found) => found !== null);
  return [{
    type: 'code.revision', place, also: [], release, run, repository, commit, commitWhole: isWholeCommit(commit), source: 'provenance',
    branch: reference?.[1] === 'heads' ? reference[2] ?? null : null, tags: reference?.[1] === 'tags' ? [reference[2] ?? ''] : [], file: null, title: null,
    merge: null, signed: null, dirty: null, request: null, at: null,
  }];
}
