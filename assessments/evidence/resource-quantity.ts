import { bytesWritten } from './byte-size.ts';

/** Processors of a quantity as Kubernetes writes it: `500m`, `2`, `0.5`; null where it is none. */
export function processorsWritten(written: string | null): number | null {
  const [, number, thousandth] = /^([0-9]{1,9}(?:\.[0-9]{1,6})?)(m?)$/.exec((written ?? '').trim()) ?? [];
  return number === undefined ? null : thousandth === 'm' ? Number(number) / 1000 : Number(number);
}

/** Bytes of a quantity: `512Mi`, `1Gi`, `2G` as Kubernetes writes them, or `1.5 GB`; null where it is none. */
export function memoryWritten(written: string | null): number | null {
  const text = (written ?? '').trim();
  return bytesWritten(text.replace(/^([0-9.]+)\s*([KMGT])i$/, '$1 $2iB').replace(/^([0-9.]+)\s*([kKMGT])$/, '$1 $2B'));
}
