const units: Readonly<Record<string, number>> = { '': 1, b: 1, bytes: 1, byte: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12, kib: 1024, mib: 1024 ** 2, gib: 1024 ** 3, tib: 1024 ** 4 };

/** Whole bytes of a size as people write it (`117743 B`, `1.5 GB`, `12`); null where it is none. */
export function bytesWritten(written: string | null): number | null {
  const [, number, unit = ''] = /^([0-9]{1,15}(?:\.[0-9]{1,6})?)\s*([A-Za-z]{0,5})$/.exec((written ?? '').trim()) ?? [];
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  const bytes = number === undefined || factor === undefined ? null : Math.round(Number(number) * factor);
  return bytes !== null && Number.isSafeInteger(bytes) ? bytes : null;
}
