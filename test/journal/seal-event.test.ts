import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Draft, canonicalHash, canonicalText, sealEvent, sealedText } from '#assessments';
import { anna, creation, numbered, rating } from '../builders/journal.ts';

const sealing = { id: numbered(2), chain: numbered(1), seq: 0, prev: null, after: ['b'.repeat(64), 'a'.repeat(64)], batch: numbered(3), author: anna, device: 'laptop', at: '2026-01-02T03:04:05.678Z' };

describe('sealing an event', () => {
  test('hashes the canonical JSON of everything but hash and sig', () => {
    const event = sealEvent(rating('F'), sealing);
    const text = '{"after":["' + 'a'.repeat(64) + '","' + 'b'.repeat(64) + '"],"at":"2026-01-02T03:04:05.678Z",'
      + `"author":{"id":"${anna.id}","name":"安娜","role":"主评估师"},"batch":"${numbered(3)}","chain":"${numbered(1)}","device":"laptop","id":"${numbered(2)}",`
      + '"payload":{"basis":{"accepted":[],"kind":"human"},"confidence":null,"layer":"on-site","rationale":"","requirement":"2.2.3-L1-1","subject":null,"value":"F"},'
      + '"prev":null,"seq":0,"type":"rating.set","v":1}';

    expect(sealedText(event)).toBe(text);
    expect(event.hash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    expect(event.sig).toBeNull();
  });

  test('refuses a payload that does not fit its type, and NA without a reason', () => {
    const odd = { type: 'target.set', payload: { node: null, level: 6 } } as const satisfies Draft;

    expect(() => sealEvent(odd, sealing)).toThrow(/level/);
    expect(() => sealEvent(rating('NA', '2.2.3-L1-1', '  '), sealing)).toThrow('NA needs a rationale');
    expect(() => sealEvent(creation, { ...sealing, id: 'x' })).toThrow(/id/);
  });

  test('canonical text sorts keys and hashes alike whatever order they were in', () => {
    expect(canonicalText({ b: [1, null], a: '中' })).toBe('{"a":"中","b":[1,null]}');
    expect(canonicalHash({ b: 1, a: 2 })).toBe(canonicalHash({ a: 2, b: 1 }));
    expect(() => canonicalText(undefined)).toThrow('not a JSON value');
  });
});
