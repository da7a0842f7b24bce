import { describe, expect, it, test } from 'vitest';
import { isWholeCommit, wholeDigest } from '../../assessments/evidence/digest.ts';
import { imageReference } from '../../assessments/evidence/image-reference.ts';
import { instantOf, secondsBetween } from '../../assessments/evidence/instant.ts';
import { isPlaceholder, placeholdersIn } from '../../assessments/evidence/placeholder.ts';

describe('a moment', () => {
  it.each([
    ['2025-05-19T20:38:09.183181', '2025-05-19T20:38:09.183'], ['2025-05-19 20:38:09', '2025-05-19T20:38:09'], ['2025-02-21T19:15:32+01:00', '2025-02-21T18:15:32Z'],
    ['2025-02-21T19:15:32.5+0100', '2025-02-21T18:15:32.500Z'], ['20200430T191246.763896Z', '2020-04-30T19:12:46.763Z'], ['2022-10-12 09:50 UTC', '2022-10-12T09:50:00Z'], ['2026-06-29', '2026-06-29'],
    [1665613836257, '2022-10-12T22:30:36.257Z'], ['1665613836', '2022-10-12T22:30:36Z'], [1665613836.5, '2022-10-12T22:30:36.500Z'],
    ['2026-02-30', null], ['2026-13-01', null], ['2026-06-29T25:00:00', null], ['next quarter', null], ['', null], [null, null], ['12', null],
  ] as const)('%s is %s', (written, moment) => {
    expect(instantOf(written)).toBe(moment);
  });

  it.each([
    ['2025-01-01T00:00:00Z', '2025-01-01T00:01:30.500Z', 90.5], ['2025-01-01T00:00:00', '2025-01-02T00:00:00', 86_400], ['2025-01-01T00:00:00Z', '2025-01-01T00:01:00', null], ['2025-01-01', '2025-01-02', null], [null, '2025-01-02', null],
  ] as const)('from %s to %s: %s seconds', (from, to, seconds) => {
    expect(secondsBetween(from, to)).toBe(seconds);
  });
});

describe('a digest', () => {
  it.each([
    ['sha256:' + 'AB'.repeat(32), 'ab'.repeat(32)], ['d751713988987e9331980363e24189ce.dir', 'd751713988987e9331980363e24189ce.dir'], ['md5:d41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['da39a3ee5e6b4b0d3255bfef95601890afd80709', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'], ['c55a...', null], ['9f2c81a', null], ['sha256:4b7', null], ['https://example.org/sha256', null], [null, null],
  ] as const)('%s is %s', (written, digest) => {
    expect(wholeDigest(written)).toBe(digest);
  });

  test('of a commit is whole or not', () => {
    expect([isWholeCommit('4ffc4f4a93fb0d6a7ebdd25b89926a706dd2dba5'), isWholeCommit('4ffc4f4'), isWholeCommit('main')]).toEqual([true, false, false]);
  });
});

describe('an image', () => {
  const digest = 'ab'.repeat(32);
  it.each([
    ['registry:5000/team/app:1.2', { image: 'registry:5000/team/app', tag: '1.2', digest: null, moving: false }],
    [`app@sha256:${digest}`, { image: 'app', tag: null, digest, moving: false }], [`app:1@sha256:${digest}`, { image: 'app', tag: '1', digest, moving: false }],
    ['registry:5000/app', { image: 'registry:5000/app', tag: null, digest: null, moving: true }], ['app:latest', { image: 'app', tag: 'latest', digest: null, moving: true }],
    ['registry/aml-pipeline@sha256:4b7...', { image: 'registry/aml-pipeline', tag: null, digest: null, moving: false }], ['', { image: '', tag: null, digest: null, moving: true }],
  ] as const)('%s', (written, reference) => {
    expect(imageReference(written)).toEqual(reference);
  });
});

describe('a placeholder', () => {
  it.each(['unknown', 'TBD', ' n/a ', '[More Information Needed]', '[REQUIRED: owner]', '<your name>', '4b7...', '{{ model_id }}', '${MODEL}', '待补充', '', null])('%s says nothing', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each(['fraud-realtime-score-v3', 'Unknown Pleasures', '0', 'no', '[link] to the report', 'a...b', '4b7c', 'AML Operations Director'])('%s says something', (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });

  test('in a text is counted', () => {
    expect(placeholdersIn('Owner: [REQUIRED: name]\nUse: [More Information Needed]\nData: iris <https://example.org>')).toBe(2);
  });
});
