import { expect, it } from 'vitest';
import { holdsPassword, isPlainSecret, isSecretName } from '../../../assessments/evidence/secrets/secret-names.ts';

it('names of settings that hold a secret are told from those that only end alike', () => {
  const names = ['POSTGRES_PASSWORD', 'apiKey', 'repo-token', 'AWS_SECRET_ACCESS_KEY', 'AIRFLOW__CORE__FERNET_KEY', 'GDRIVE_CREDENTIALS', 'MAX_TOKENS', 'pad_token', 'id-token', 'ALLOW_EMPTY_PASSWORD', 'public_key', 'TOKENIZER', 'KEYBOARD'];

  expect(names.filter(isSecretName)).toEqual(['POSTGRES_PASSWORD', 'apiKey', 'repo-token', 'AWS_SECRET_ACCESS_KEY', 'AIRFLOW__CORE__FERNET_KEY', 'GDRIVE_CREDENTIALS']);
});

it('a reference, a switch and a stand-in are no secret that is written out', () => {
  const values = ['admin', 'minio123', 'correct horse', '${PASSWORD}', '$TOKEN', '${{ secrets.TOKEN }}', '{{ password }}', '<your token>', 'changeme', 'dummy', 'test-token', 'Randomstr', 'your_key', 'true', '', '/run/secrets/db', 'vault:secret/db'];

  expect(values.filter(isPlainSecret)).toEqual(['admin', 'minio123', 'correct horse']);
});

it('an address holds a password only where it is written out', () => {
  const addresses = ['postgresql+psycopg2://airflow:airflow@postgres/airflow', 'postgresql://${USER}:${PASSWORD}@db/app', 'redis://:@redis:6379/0', 'https://example.com:8080/a@b'];

  expect(addresses.filter(holdsPassword)).toEqual(['postgresql+psycopg2://airflow:airflow@postgres/airflow']);
});
