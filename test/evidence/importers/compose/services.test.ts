import { expect, it } from 'vitest';
import { readEvidence } from '#assessments';
import { sourceFile } from '../../../builders/source-file.ts';

const read = (path: string, text: string) => readEvidence(sourceFile(path, text));
const targets = (services: string) => read('compose.yaml', `services:\n${services}`).facts.flatMap((fact) => (fact.type === 'deployment.target' ? [[fact.name, fact.modelUri, fact.framework]] : []));

it('a service that shares the folder of models serves them only where it answers requests and is no tool that trains or tracks', () => {
  const mounted = 'volumes: ["./models:/app/models"]';

  expect(targets([
    `  api: {build: ., ports: ["80:80"], ${mounted}}`,
    `  notebook: {image: "jupyter/scipy:2024", ports: ["8888:8888"], ${mounted}}`,
    `  airflow-webserver: {build: ., command: airflow webserver, ports: ["8080:8080"], ${mounted}}`,
    `  batch: {build: ., ${mounted}}`,
    '  tracking: {image: "ghcr.io/mlflow/mlflow:v2", ports: ["5000:5000"], command: "mlflow server"}',
    '  scorer: {image: "ghcr.io/mlflow/mlflow:v2", ports: ["5001:5001"], command: "mlflow models serve -m models:/churn/3 -p 5001"}',
    '  llm: {image: "vllm/vllm-openai:v0.6.0", ports: ["8000:8000"], command: ["--model", "mistralai/Mistral-7B"]}',
  ].join('\n'))).toEqual([['api', './models', null], ['scorer', 'models:/churn/3', null], ['llm', 'mistralai/Mistral-7B', 'vllm']]);
});

it('an image by variable is taken with the value it falls back on, and not at all without one', () => {
  const { facts } = read('docker-compose.yml', 'services:\n  a: {image: "${IMAGE:-redis:7.2}"}\n  b: {image: "${IMAGE}"}\n  c: {image: "app:${TAG}"}\n  d: {image: "app:${TAG:-latest}"}\n');

  expect(facts.flatMap((fact) => (fact.type === 'image.digest' ? [[fact.stage, fact.image, fact.imageTag, fact.moving]] : []))).toEqual([['a', 'redis', '7.2', false], ['c', 'app', '${TAG}', false], ['d', 'app', 'latest', true]]);
});

it.each([['values.yaml', 'services:\n  scorer: {replicas: 2}\n'], ['pipeline.yml', 'services:\n  db: {image: "a:1"}\njobs: {}\n'], ['list.yml', 'services: [docker:dind]\n']])('%s is no compose file', (path, text) => {
  expect(read(path, text).importer).not.toBe('compose');
});
