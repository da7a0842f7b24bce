import type { Documents } from '../documents.ts';
import type { SourceFile } from '../file.ts';
import type { Importer, Reading } from '../importer.ts';
import { type Spot, isMapping, rootSpots } from '../spot.ts';
import { databaseReading, isDatabase } from './mlflow/database.ts';
import { exportedReading, isExported } from './mlflow/exported.ts';
import { isLogged, isMeta, loggedReading, metaReading } from './mlflow/file-store.ts';
import { isModelFile, modelFileReading } from './mlflow/model-file.ts';
import { isProject, projectFacts } from './mlflow/project.ts';

/** MLflow: the file store, exports, the database, model files and projects. */
export const mlflow: Importer = {
  id: 'mlflow',
  title: { zh: 'MLflow 实验与模型登记', en: 'MLflow experiments and model registry' },
  recognises: (file, documents) => readerOf(file, documents) !== null,
  read: (file, documents) => readerOf(file, documents)?.() ?? { facts: [], diagnostics: [] },
};

function readerOf(file: SourceFile, documents: Documents): (() => Reading) | null {
  if (isDatabase(file)) return () => databaseReading(file);
  if (isLogged(file, documents)) return () => loggedReading(file);
  const root = onlyMapping(file.path, documents);
  if (root === null) return null;
  if (isMeta(root)) return () => metaReading(root);
  if (isModelFile(root)) return () => modelFileReading(root);
  if (isExported(root)) return () => exportedReading(root);
  return isProject(root) ? () => ({ facts: projectFacts(root), diagnostics: [] }) : null;
}

function onlyMapping(path: string, documents: Documents): Spot | null {
  const roots = rootSpots(path, documents).filter(({ value }) => value !== null && value !== undefined);
  const [root] = roots;
  return root !== undefined && roots.length === 1 && isMapping(root.value) ? root : null;
}
