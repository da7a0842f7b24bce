import { describe, expect, it } from 'vitest';
import { stepWork } from '../../../../assessments/evidence/importers/github-actions/step-kinds.ts';

describe('what a step does', () => {
  it.each([
    ['actions/checkout@v4', null, null, 'checkout'],
    ['docker/login-action@v3', null, 'Push', 'setup'],
    ['docker/build-push-action@v6', null, null, 'build'],
    ['github/codeql-action/analyze@v3', null, null, 'scan'],
    ['azure/webapps-deploy@v3', null, null, 'deploy'],
    ['./.github/actions/upload-test-results', null, null, 'package'],
    ['example/unknown@v1', null, 'Deploy to staging', 'deploy'],
    ['example/unknown@v1', null, null, 'other'],
    [null, 'pytest -q', 'Whatever', 'test'],
    [null, 'pip install pytest', 'Install', 'setup'],
    [null, 'pip install tox && tox', null, 'test'],
    [null, 'pip install -r requirements.txt\npython one.py\npython two.py', 'Features', 'other'],
    [null, 'python -m pytest\nkubectl apply -f k8s/', null, 'deploy'],
    [null, './scripts/deploy-canary.sh prod', null, 'deploy'],
    [null, 'python deployments/score.py', null, 'other'],
    [null, 'helm rollback scorer 3', null, 'rollback'],
    [null, 'az ml online-deployment create -f blue.yml', null, 'deploy'],
    [null, 'python src/train.py --epochs 3', null, 'train'],
    [null, 'dvc repro', null, 'train'],
    [null, 'python evaluate_model.py', null, 'evaluate'],
    [null, 'mlflow register', null, 'register'],
    [null, 'docker push example/x', null, 'register'],
    [null, 'python -m build', null, 'package'],
    [null, 'promtool check rules rules.yml', null, 'lint'],
    [null, 'bandit -r src', null, 'scan'],
    [null, 'kubectl rollout status deploy/x', null, 'verify'],
    [null, 'curl -X POST https://hooks.slack.com/services/x', null, 'notify'],
    [null, 'echo "run tests, deploy"', 'Run tests', 'other'],
    [null, '# pytest', 'Run tests', 'other'],
    [null, 'cp -r test/files .', 'Copy test files', 'other'],
    [null, './do-it', '部署到生产环境', 'deploy'],
    [null, null, null, 'other'],
  ] as const)('uses %s, runs %j, named %s: %s', (uses, command, name, kind) => {
    expect(stepWork(uses, command, name).kind).toBe(kind);
  });
});
