import type { Documents } from '../documents.ts';
import type { SourceFile } from '../file.ts';
import type { Importer, Reading } from '../importer.ts';
import { type Spot, isMapping, rootSpots } from '../spot.ts';
import { configReading, isConfig } from './dvc/config.ts';
import { isLiveFile, liveReading } from './dvc/live.ts';
import { isLock, lockReading } from './dvc/lock.ts';
import { isDefinition, definitionReading } from './dvc/definition.ts';
import { isTracked, trackedReading } from './dvc/tracked.ts';

/** DVC: pipelines, their lock, tracked files, remotes, and what DVCLive keeps of a run. */
export const dvc: Importer = {
  id: 'dvc',
  title: { zh: 'DVC 数据与流水线', en: 'DVC data and pipelines' },
  sharesWith: ['metric-file'],
  recognises: (file, documents) => readerOf(file, documents) !== null,
  read: (file, documents) => readerOf(file, documents)?.() ?? { facts: [], diagnostics: [] },
};

function readerOf(file: SourceFile, documents: Documents): (() => Reading) | null {
  if (isConfig(file, documents)) return () => configReading(file);
  if (isLiveFile(file, documents)) return () => liveReading(file, documents);
  const root = onlyMapping(file.path, documents);
  if (root === null) return null;
  if (isLock(root)) return () => lockReading(root);
  if (isDefinition(root)) return () => definitionReading(root);
  return isTracked(root) ? () => trackedReading(root) : null;
}

function onlyMapping(path: string, documents: Documents): Spot | null {
  const roots = rootSpots(path, documents).filter(({ value }) => value !== null && value !== undefined);
  const [root] = roots;
  return root !== undefined && roots.length === 1 && isMapping(root.value) ? root : null;
}
