import { expect, it } from 'vitest';
import { plainAddress } from '../../assessments/evidence/plain-address.ts';

it('keeps where a thing lies and drops who may open it', () => {
  const written = ['https://user:pw@host:8080/a/b?token=1#x', 'git@github.com:a/b.git', 'file:///home/somebody/mlruns/1', '/Users/somebody@example.com/exp', '/Repos/some.body@example.com/x', 'C:\\Users\\somebody\\train.py', 'mlflow-artifacts:/1/x', 's3://bucket/a@b/c'];

  expect(written.map(plainAddress)).toEqual(['https://host:8080/a/b', 'github.com:a/b.git', 'file://~/mlruns/1', '~/exp', '/Repos/~/x', '~\\train.py', 'mlflow-artifacts:/1/x', 's3://bucket/~/c']);
});
