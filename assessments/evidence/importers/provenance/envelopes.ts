import { base64Text } from '../../base64-text.ts';
import { wholeDigest } from '../../digest.ts';
import type { FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { jsonDocument } from '../../json-document.ts';
import { type Spot, at, embeddedIn, isGiven, isMapping, items, textAt } from '../../spot.ts';

type Envelope = FactOf<'provenance.statement'>['envelope'];

/** A statement with what stands around it. */
export type Attestation = {
  /** The envelope, or the statement itself where it stands bare. */
  readonly spot: Spot;
  readonly envelope: Envelope;
  /** Null where the payload cannot be read, or where a bundle signs bytes and no statement. */
  readonly statement: Spot | null;
  /** Predicate type stated outside the payload. */
  readonly predicate: string | null;
  /** Digest of the bytes that a bundle signs directly. */
  readonly digest: string | null;
  readonly signed: boolean;
  readonly certified: boolean;
  readonly logged: boolean;
  readonly loggedAt: string | null;
};

/** All attestations of a document; none where it is of another kind. Told by several keys each. */
export function attestationsIn(root: Spot): readonly Attestation[] {
  if (isStatement(root)) return [{ spot: root, envelope: 'none', statement: root, predicate: null, digest: null, signed: false, certified: false, logged: false, loggedAt: null }];
  if (isEnvelope(root)) return [ofEnvelope(root, 'dsse')];
  if (isBundle(root)) return [ofBundle(root, 'sigstore', null)];
  const published = items(at(root, 'attestations')).filter((one) => isBundle(at(one, 'bundle')));
  if (published.length > 0) return published.map((one) => ofBundle(at(one, 'bundle'), 'registry', textAt(one, 'predicateType')));
  return items(at(root, 'provenance_summary', 'provenance')).map((one) => at(one, 'envelope')).filter(isEnvelope).map((envelope) => ofEnvelope(envelope, 'dsse'));
}

function isStatement(spot: Spot): boolean {
  return /^https:\/\/in-toto\.io\/Statement\//.test(textAt(spot, '_type') ?? '') && textAt(spot, 'predicateType') !== null;
}

function isEnvelope(spot: Spot): boolean {
  return /in-toto/.test(textAt(spot, 'payloadType') ?? '') && textAt(spot, 'payload') !== null && isGiven(at(spot, 'signatures'));
}

function isBundle(spot: Spot): boolean {
  return (textAt(spot, 'mediaType') ?? '').startsWith('application/vnd.dev.sigstore.bundle') && isMapping(at(spot, 'verificationMaterial').value);
}

function ofEnvelope(envelope: Spot, kind: Envelope): Attestation {
  const signatures = items(at(envelope, 'signatures'));
  return {
    spot: envelope, envelope: kind, statement: payloadOf(envelope), predicate: null, digest: null,
    signed: signatures.some((signature) => (textAt(signature, 'sig') ?? '') !== ''),
    certified: signatures.some((signature) => ['keyid', 'cert'].some((key) => (textAt(signature, key) ?? '') !== '')),
    logged: false, loggedAt: null,
  };
}

function ofBundle(bundle: Spot, kind: Envelope, predicate: string | null): Attestation {
  const material = at(bundle, 'verificationMaterial');
  const entries = items(at(material, 'tlogEntries'));
  const inner = ofEnvelope(at(bundle, 'dsseEnvelope'), kind);
  const digest = base64Hex(textAt(bundle, 'messageSignature', 'messageDigest', 'digest'));
  return {
    ...inner, spot: bundle, predicate, digest,
    signed: inner.signed || (textAt(bundle, 'messageSignature', 'signature') ?? '') !== '',
    certified: inner.certified || ['x509CertificateChain', 'certificate', 'publicKey'].some((key) => isGiven(at(material, key))),
    logged: entries.length > 0, loggedAt: entries.map((entry) => instantOf(textAt(entry, 'integratedTime'))).find((moment) => moment !== null) ?? null,
  };
}

/** The statement in a payload; everything in it has the place of the payload. */
function payloadOf(envelope: Spot): Spot | null {
  const payload = at(envelope, 'payload');
  const text = typeof payload.value === 'string' ? base64Text(payload.value) : null;
  const parsed = text === null ? null : jsonDocument(text);
  if (parsed === null || !parsed.ok) return null;
  const statement = embeddedIn(payload, parsed.document);
  return isMapping(statement.value) && textAt(statement, 'predicateType') !== null ? statement : null;
}

/** A digest that is written as base64 of its bytes; 44 signs of a SHA-256. */
function base64Hex(written: string | null): string | null {
  const signs = (written ?? '').replace(/=$/, '');
  if (!/^[A-Za-z0-9+/]{43}$/.test(signs)) return null;
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bits = [...signs].map((sign) => digits.indexOf(sign).toString(2).padStart(6, '0')).join('').slice(0, 256);
  return wholeDigest((bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join(''));
}
