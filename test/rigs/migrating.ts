import { randomInt } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { migrations } from '../../electron/storage/migrations/index.ts';
import { heavier, toldBy, type MigratingTask } from './migrating-process.ts';
import { rigsFolder, startProcess } from './processes.ts';
import type { Rig } from './rig.ts';

/** Files of every earlier shape, as the program wrote them then. Add one when a shape is released. */
const earlierShapes = join(rigsFolder, '..', 'fixtures', 'assessments');

/** A program is killed while it brings an older file to a newer shape. */
export const migrating: Rig = {
  name: 'migrating',
  promise: 'A file that is being brought to a newer shape is the old one or the new one, and says the same',
  cannotRun: () => null,
  breaks: ['no-transaction'],
  run: async ({ folder, sabotage, long }) => {
    const names = readdirSync(earlierShapes);
    const findings: string[] = [];
    const counts = { kills: 0, old: 0, new: 0 };
    for (const name of names) {
      const fixture = join(folder, 'fixture.maturity');
      writeFileSync(fixture, gunzipSync(readFileSync(join(earlierShapes, name))));
      const before = toldBy(fixture, migrations);
      const takes = await timeOf(join(folder, 'whole'), fixture, sabotage);
      for (let round = 0; round < (long ? 40 : 10) && findings.length === 0; round += 1) {
        const found = await killedOnTheWay(join(folder, `round-${round}`), fixture, before.content, { takes, sabotage });
        counts.kills += 1;
        counts[found.newer ? 'new' : 'old'] += 1;
        findings.push(...found.findings);
      }
    }
    return { counts, findings: names.length === 0 ? ['there is no file of an earlier shape'] : findings };
  },
};

/** Milliseconds from the opening to the end, where nobody kills it. */
async function timeOf(folder: string, fixture: string, sabotage: string | null): Promise<number> {
  mkdirSync(folder);
  const file = join(folder, 'a.maturity');
  copyFileSync(fixture, file);
  const running = startProcess({ entry: 'migrating-process.ts', task: { file } satisfies MigratingTask, sabotage });
  await running.says('opening');
  const since = performance.now();
  await running.result();
  return performance.now() - since;
}

async function killedOnTheWay(folder: string, fixture: string, content: string, { takes, sabotage }: { readonly takes: number; readonly sabotage: string | null }): Promise<{ readonly newer: boolean; readonly findings: readonly string[] }> {
  mkdirSync(folder);
  const file = join(folder, 'a.maturity');
  copyFileSync(fixture, file);
  const running = startProcess({ entry: 'migrating-process.ts', task: { file } satisfies MigratingTask, sabotage });
  await running.says('opening');
  await wait(randomInt(Math.ceil(takes * 1.2)));
  running.child.kill('SIGKILL');
  await running.ended;
  const findings: string[] = [];
  const after = look(file, [...migrations, heavier], findings);
  if (after !== null && after.content !== content) findings.push('the file says something else than before');
  if (after !== null && after.half) findings.push(`half of the newer shape stands in a file of version ${after.version}`);
  for (const name of readdirSync(folder).filter((one) => /backup(-\d+)?$/.test(one))) {
    const backup = look(join(folder, name), migrations, findings);
    if (backup !== null && backup.content !== content) findings.push(`${name} says something else than the file did`);
  }
  rmSync(folder, { recursive: true, force: true });
  return { newer: after?.version === heavier.version, findings };
}

function look(file: string, known: typeof migrations, findings: string[]): ReturnType<typeof toldBy> | null {
  try {
    return toldBy(file, known);
  } catch (thrown) {
    findings.push(`${file.split('/').at(-1) ?? ''}: ${String(thrown)}`);
    return null;
  }
}
