import { describe, expect, it } from 'vitest';
import { condaRequirement, frameworksOf, pythonRequirement } from '../../assessments/evidence/package-requirement.ts';

describe('how firmly a version is named', () => {
  it.each([
    ['scikit_learn==1.4.2', 'scikit-learn', 'exact'],
    ['torch[cuda] == 2.2.0 ; python_version < "3.12"', 'torch', 'exact'],
    ['numpy==1.*', 'numpy', 'range'],
    ['mlflow>=2.0,<3', 'mlflow', 'range'],
    ['pandas~=2.1', 'pandas', 'range'],
    ['pandas', 'pandas', 'free'],
    ['flask==3.0 --hash=sha256:aa --hash=sha256:bb', 'flask', 'exact'],
    ['scorer @ https://example.com/scorer-1.0.whl', 'scorer', 'source'],
    ['git+https://git.example.com/ml/scorer.git@main#egg=scorer_lib', 'scorer-lib', 'source'],
    ['-e ./libs/features', 'features', 'source'],
    ['.', '', 'source'],
    ['this is a sentence', null, null],
    ['-r other.txt', null, null],
    ['{{ package }}', null, null],
  ])('pip: %s', (written, name, firmness) => {
    const read = pythonRequirement(written);

    expect(read?.firmness ?? null).toBe(firmness);
    if (name !== '') expect(read?.name ?? null).toBe(name);
  });

  it.each([
    ['python=3.8', 'python', 'range'],
    ['python=3.8.13', 'python', 'exact'],
    ['conda-forge::numpy==1.26', 'numpy', 'exact'],
    ['scipy=1.11=py311h64a7726_0', 'scipy', 'exact'],
    ['pandas>=2,<3', 'pandas', 'range'],
    ['pandas 2.1.*', 'pandas', 'range'],
    ['pip', 'pip', 'free'],
  ])('conda: %s', (written, name, firmness) => {
    expect(condaRequirement(written)).toMatchObject({ name, firmness });
  });

  it('libraries of machine learning are named, once each and in order', () => {
    const packages = ['torch==2.2.0', 'flask==3.0', 'mlflow', 'torch==2.2.0'].flatMap((written) => pythonRequirement(written) ?? []);

    expect(frameworksOf(packages)).toEqual(['mlflow', 'torch==2.2.0']);
  });
});
