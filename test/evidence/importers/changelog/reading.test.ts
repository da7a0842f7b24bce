import { readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../../builders/source-file.ts';

const read = (text: string, path = 'CHANGELOG.md') => readEvidence(sourceFile(path, text));
const entries = (text: string, path?: string) => read(text, path).facts.flatMap((fact) => (fact.type === 'changelog.entry' ? [fact] : []));

describe('what is a changelog', () => {
  it.each([
    ['CHANGELOG', '1.0.0\n-----\n- x\n', true],
    ['docs/release-notes.md', '# v2.0\n', true],
    ['RELEASES.md', '# Release policy\n\n## Version 2 and later are supported\n', false],
    ['RELEASE.md', '# How to release\n\n## 1. Tag it\n', false],
    ['README.md', '# 1.0.0\n', false],
    ['changes.yaml', 'a: 1\n', false],
  ])('%s with %j: %s', (path, text, expected) => {
    expect(read(text, path).importer === 'changelog').toBe(expected);
  });
});

describe('the heading of a version', () => {
  it.each([
    ['## [1.2.0] - 2024-01-31', '1.2.0', true, '2024-01-31'],
    ['# [v1.7.0](https://git.example.com/a/tree/v1.7.0) (2022-12-29)', 'v1.7.0', true, '2022-12-29'],
    ['## Version 1.21.0-rc1', '1.21.0-rc1', true, null],
    ['## 2.0.0 (January 3rd, 2024)', '2.0.0', true, '2024-01-03'],
    ['## 2.0.0 — 3 Mar 2024', '2.0.0', true, '2024-03-03'],
    ['## 2.0.0 (unreleased)', '2.0.0', false, null],
    ['## scorer@3.1.0', 'scorer@3.1.0', true, null],
    ['## [Unreleased]', 'Unreleased', false, null],
    ['## 未发布', 'Unreleased', false, null],
    ['## v1.3（2024年5月6日）', 'v1.3', true, '2024-05-06'],
    ['## 1.2 (2024-13-40)', '1.2', true, null],
  ])('%s', (heading, version, released, at) => {
    expect(entries(`${heading}\n\n- x\n`).map((entry) => [entry.version, entry.released, entry.at])).toEqual([[version, released, at]]);
  });
});

describe('what breaks', () => {
  it.each([
    ['### Breaking Changes\n- N/A', false],
    ['### Breaking Changes\n- removed x', true],
    ['### Breaking Changes\n#### For authors\n- removed x', true],
    ['### Breaking Changes\n### Fixed\n- y', false],
    ['Breaking Changes:\n\n- [Core] format', true],
    ['- feat(api)!: new score', true],
    ['- There are no breaking changes', false],
  ])('%j: %s', (body, breaking) => {
    expect(entries(`## 1.0\n${body}\n`).map((entry) => entry.breaking)).toEqual([breaking]);
  });
});

it('continued lines belong to their item, and only references link it', () => {
  const text = '## 1.0\n- one\n  see #12\n- two\n\n- three (https://git.example.com/a/commit/abc1234)\n1. four !7\n';

  expect(entries(text).map(({ items, linked }) => [items, linked])).toEqual([[4, 3]]);
});
