const secondsOf: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 };
const part = /([0-9]+(?:\.[0-9]+)?)(ms|s|m|h|d|w|y)/y;

/** Seconds of a duration as Prometheus, Go and Kubernetes write it (`90s`, `1h30m`, `60`); null where it is not one. */
export function durationSeconds(written: string | null): number | null {
  if (written === null) return null;
  const source = written.trim();
  if (/^[0-9]+(?:\.[0-9]+)?$/.test(source)) return Number(source);
  part.lastIndex = 0;
  let total = 0;
  for (let found = part.exec(source); found !== null; found = part.exec(source)) {
    total += Number(found[1]) * (secondsOf[found[2] ?? ''] ?? 0);
    if (part.lastIndex === source.length) return Math.round(total * 1000) / 1000;
  }
  return null;
}
