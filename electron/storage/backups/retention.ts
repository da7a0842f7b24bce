const newest = 3;
const days = 7;
const weeks = 4;
const dayMs = 86_400_000;

type Dated = { readonly at: string; readonly bytes: number };
export type Room = {
  /** Bytes free on the disk that the backups are on. */
  readonly free: number;
  /** Bytes that are to stay free. */
  readonly spare: number;
};

/**
 * Which backups to drop: the newest three stay always, then the last of each of seven days and of each of four weeks.
 * Where the disk has less left than it should, the oldest go until it has, but for the newest three. Times are UTC.
 */
export function droppedBackups<Row extends Dated>(backups: readonly Row[], now: Date, { free, spare }: Room): readonly Row[] {
  const sorted = backups.toSorted((a, b) => b.at.localeCompare(a.at));
  const kept = new Set([...sorted.slice(0, newest), ...lastOfEach(sorted, dayMs, days, now), ...lastOfEach(sorted, 7 * dayMs, weeks, now)]);
  const dropped = sorted.filter((one) => !kept.has(one));
  let room = free + dropped.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const oldest of sorted.slice(newest).reverse()) {
    if (room >= spare) break;
    if (!kept.has(oldest)) continue;
    dropped.push(oldest);
    room += oldest.bytes;
  }
  return dropped;
}

/** The newest backup of each of the last `count` periods. */
function lastOfEach<Row extends Dated>(sorted: readonly Row[], lengthMs: number, count: number, now: Date): readonly Row[] {
  const periodOf = (at: number): number => Math.floor(at / lengthMs);
  const first = periodOf(now.getTime()) - count + 1;
  const seen = new Set<number>();
  return sorted.filter(({ at }) => {
    const period = periodOf(Date.parse(at));
    return period >= first && !seen.has(period) && seen.add(period);
  });
}
