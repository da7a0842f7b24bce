import { expect, it } from 'vitest';
import { kindOfPath, roleOfPath, tracedPath } from '../../../../assessments/evidence/importers/dvc/paths.ts';

it('follows a path from the folder of its file and the working directory, and leaves addresses', () => {
  expect([
    tracedPath('dvc.yaml', null, './data//x/'), tracedPath('a/dvc.yaml', 'b', '../../raw/x.csv'), tracedPath('dvc.yaml', null, '../../x'),
    tracedPath('dvc.yaml', 'wdir', 's3://key:secret@bucket/x?v=1'), tracedPath('dvc.yaml', null, '/home/somebody/x.csv'),
  ]).toEqual(['data/x', 'raw/x.csv', '../../x', 's3://bucket/x', '~/x.csv']);
});

it('tells models, data, features, code, results and settings by their names', () => {
  const paths = ['models/model.pt', 'data/payments.csv', 'classifier.pkl', 'train.pkl', 'src/train.py', 'data/features', 'metrics/mrr.metric', 'params.yaml', 'models', 'data/Train/x.txt'];

  expect(paths.map((path) => `${path} ${kindOfPath(path)} ${roleOfPath(path)}`)).toEqual([
    'models/model.pt model model', 'data/payments.csv data unstated', 'classifier.pkl model model', 'train.pkl data training', 'src/train.py code unstated',
    'data/features feature feature', 'metrics/mrr.metric artifact unstated', 'params.yaml other unstated', 'models model model', 'data/Train/x.txt data training',
  ]);
});
