import type { FactOf } from '../facts.ts';
import type { Place } from '../place.ts';
import type { Settings } from './hyperparameters.ts';

type ParameterFile = FactOf<'parameter.file'>;
const mostTold = 200;

/** The settings of a training as a fact; `file` is the path they are written in. */
export function parameterFact(place: Place, kind: ParameterFile['kind'], settings: Settings): ParameterFile {
  const { parameters, seed, dataPaths, resources } = settings;
  return { type: 'parameter.file', place, also: [], run: null, file: place.file, kind, parameters: parameters.slice(0, mostTold), parameterCount: parameters.length, seed, dataPaths, resources, fileHash: null };
}

/** Files that hold settings, as their names say: `params.yaml`, `src/models/conf.py`, `config/train.toml`, `hparams.json`. */
export function isParameterPath(path: string): boolean {
  return /(?:^|\/)(?:[\w-]*[-_])?(?:params?|parameters|hparams|hyper[-_]?params?|hyper[-_]?parameters|conf|config|configuration|settings)(?:[-_][\w-]*)?\.(?:py|ya?ml|json|toml|ini|cfg)$/i.test(path);
}

/** A run recorded the file among its inputs, by digest. */
export function recordedParameterFact(place: Place, file: string, run: string, fileHash: string | null): ParameterFile {
  return { type: 'parameter.file', place, also: [], run, file, kind: 'recorded', parameters: [], parameterCount: 0, seed: false, dataPaths: false, resources: false, fileHash };
}
