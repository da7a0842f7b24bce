import { expect, it } from 'vitest';
import { repositoryName } from '../../assessments/evidence/repository-name.ts';

it.each([
  ['git+https://github.com/slsa-framework/slsa-verifier@refs/heads/main', 'github.com/slsa-framework/slsa-verifier'],
  ['https://ci-bot:secret@git.example.com:8443/ml/scorer.git', 'git.example.com/ml/scorer'],
  ['git@github.com:acme/scorer.git', 'github.com/acme/scorer'],
  ['ssh://git@git.example.com:2222/ml/scorer/', 'git.example.com/ml/scorer'],
  ['acme/scorer', 'acme/scorer'],
  ['https://github.com/acme/scorer?ref=1', 'github.com/acme/scorer'],
  ['file:///home/anna/scorer', null],
  ['C:\\work\\scorer', null],
  ['/srv/git/scorer', null],
  ['scorer', null],
  ['', null],
] as const)('%s is named %s', (written, name) => {
  expect(repositoryName(written)).toBe(name);
});
