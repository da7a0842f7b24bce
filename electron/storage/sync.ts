import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Puts a file and its name on the disk: the system may keep both for itself until a stick is pulled. */
export function syncFile(path: string): void {
  syncOne(path, 'r+');
  // Windows syncs names by itself, and does not let a folder be opened.
  if (process.platform !== 'win32') syncOne(dirname(path), 'r');
}

function syncOne(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
