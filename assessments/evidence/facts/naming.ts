import { maybeText } from './field.ts';

/**
 * The fields that name things which other files may name too. They are spelled alike in every fact type, so that checks
 * can join on them and subjects.ts can tell that two files speak of the same thing: by hash first, then name + version.
 * Hashes are lower-case hex without a prefix (`sha256:` is taken off), and whole: a shortened or elided hash is null.
 */
export const ofRelease = {
  release: maybeText('release it belongs to: release_id of a bundle, memo, card or plan; the run id that names a release folder'),
};

export const ofModel = {
  model: maybeText('name of the model: registry name, model_id, name of a card; null where it is a placeholder such as unknown'),
  modelVersion: maybeText('version as written: registry version, model_version, revision'),
  modelHash: maybeText('digest of the model artefact: artifact_hash, model.sig root digest, dvc md5 of a model output, hash of an SBOM model'),
};

export const ofData = {
  dataset: maybeText('name of the dataset or its snapshot: snapshot id, DVC output path, card or Croissant name, batch or data asset'),
  datasetVersion: maybeText('version as written: Croissant version, dataset revision, MLflow dataset version'),
  datasetHash: maybeText('digest of the content: dvc md5 (with .dir for folders), Croissant sha256, MLflow dataset digest'),
};

export const ofCode = {
  repository: maybeText('repository without protocol, account and .git: host/owner/name, or as much of it as is written'),
  commit: maybeText('commit as written, also where it is shortened: mlflow.source.git.commit, head_sha, repo_commit, SLSA material'),
};

export const ofRun = {
  run: maybeText('id of the run that made or used it: MLflow run_id, workflow run id, training_run_id, GX run_name, the id of a release folder'),
};

export const ofImage = {
  image: maybeText('image without tag and digest: registry/path'),
  imageDigest: maybeText('digest of the image, 64 hex digits; null where none is stated or it is shortened'),
};
