import { readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../../builders/source-file.ts';

const read = (text: string, path = 'Dockerfile') => readEvidence(sourceFile(path, text));
const environment = (text: string, path?: string) => read(text, path).facts.find((fact) => fact.type === 'environment.definition');

describe('what is a Dockerfile', () => {
  it.each([
    ['docker/Dockerfile.gpu', 'FROM a\n', true],
    ['Containerfile', 'ARG A=1\nFROM a:$A\n', true],
    ['image-build', 'FROM a\nRUN make\n', true],
    ['notes', 'FROM the beginning\nRUN for your life\n', false],
    ['query.sql', 'SELECT a\nFROM b\n', false],
    ['Dockerfile', 'nothing of the kind\n', false],
  ])('%s with %j: %s', (path, text, expected) => {
    expect(read(text, path).importer === 'dockerfile').toBe(expected);
  });

  it('a template is said to be one', () => {
    const { facts, diagnostics } = read('FROM {{ base }}\n');

    expect({ facts, kinds: diagnostics.map(({ kind }) => kind) }).toEqual({ facts: [], kinds: ['template'] });
  });
});

describe('what an image is built on', () => {
  const digest = `sha256:${'5'.repeat(64)}`;

  it.each([
    [`FROM a@${digest}\nRUN pip install b==1\n`, true],
    [`FROM a@${digest}\nRUN pip install b\n`, false],
    ['FROM a:1.2\n', false],
    [`FROM a@${digest} AS one\nFROM b\n`, false],
    [`FROM a@${digest} AS one\nFROM one\n`, true],
    ['FROM scratch\n', true],
    ['ARG IMAGE\nFROM $IMAGE\n', false],
  ])('%j is pinned: %s', (text, pinned) => {
    expect(environment(text)?.pinned).toBe(pinned);
  });

  it.each([
    ['FROM a\nUSER app\n', true],
    ['FROM a\nUSER app\nUSER root\n', false],
    ['FROM a AS one\nUSER 1000:1000\nFROM one\n', true],
    ['FROM a AS one\nUSER app\nFROM a\n', false],
    ['FROM a\nUSER $WHO\n', false],
    ['FROM a\n', false],
  ])('%j runs without privileges: %s', (text, unprivileged) => {
    expect(environment(text)?.unprivileged).toBe(unprivileged);
  });

  it('a stage that ends without a health check has none', () => {
    expect(environment('FROM a\nHEALTHCHECK CMD x\nHEALTHCHECK NONE\n')?.healthChecked).toBe(false);
  });

  it('installs are counted by name, whatever the tool', () => {
    const text = 'FROM a\nRUN apt-get update \\\n && apt-get install -y -t stable gcc=1 make\nRUN conda install -c conda-forge numpy=1.26.4 && python3 -m pip install -q -r r.txt -e . "x>1" --extra-index-url https://e.com y==1 && npm i -g a@1.2.3\n';

    const found = environment(text);

    expect([found?.packages, found?.unpinned]).toEqual([6, 2]);
  });
});
