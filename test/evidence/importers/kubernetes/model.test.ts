import { describe, expect, it } from 'vitest';
import { runtimeOf, versionIn } from '../../../../assessments/evidence/importers/kubernetes/model.ts';

describe('the version in a model location', () => {
  it.each([
    ['gs://models/fraud/v7', 'v7'],
    ['gs://models/fraud/v7/model.joblib', 'v7'],
    ['s3://models/fraud/1.16.0/', '1.16.0'],
    ['models:/fraud/3', '3'],
    ['/mnt/models/4', '4'],
    ['oci://registry.example.com:5000/fraud:1.2', '1.2'],
    ['hf://org/model:abc123', 'abc123'],
    ['gs://models/flowers-2', null],
    ['gs://2024/flowers', null],
    ['pvc://volume', null],
    [null, null],
  ])('%s: %s', (uri, version) => {
    expect(versionIn(uri)).toBe(version);
  });
});

describe('the runtime an image carries', () => {
  it.each([
    ['nvcr.io/nvidia/tritonserver:23.05-py3', 'triton'],
    ['docker.io/vllm/vllm-openai:v0.9', 'vllm'],
    ['tensorflow/serving@sha256:aa', 'tensorflow'],
    ['kserve/kserve-controller:latest', null],
    ['example/model-api:1', null],
    [null, null],
  ])('%s: %s', (image, runtime) => {
    expect(runtimeOf(image)).toBe(runtime);
  });
});
