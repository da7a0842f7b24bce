import { existsSync } from 'node:fs';
import { serve } from '../../browser/serve.ts';
import { Refusal } from '../refusal.ts';
import type { Terminal } from '../terminal.ts';

/** Runs the browser shell until its last window is closed or the command is stopped; where it runs already, opens one more window of it. */
export async function serveAssessments(terminal: Terminal, file: string | undefined, { open }: { readonly open: boolean }): Promise<number> {
  const path = file === undefined ? undefined : terminal.resolve(file);
  if (path !== undefined && !existsSync(path)) throw new Refusal({ zh: `找不到评估文件“${file ?? ''}”；请检查路径。`, en: `There is no assessment file “${file ?? ''}”; check the path.` });
  const serving = await serve({ open, say: terminal.error, ...(path === undefined ? {} : { file: path }) });
  if (serving === null) return 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { void serving.stop(); });
  await serving.stopped;
  return 0;
}
