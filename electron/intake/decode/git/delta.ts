/** Takes a base and instructions what to copy from it and what to insert, and gives the object; null where they do not fit together. */
export function applyDelta(base: Buffer, delta: Buffer, mostBytes: number): Buffer | null {
  const [from, start] = sizeAt(delta, 0);
  const [to, begin] = sizeAt(delta, start);
  if (from !== base.length || to > mostBytes) return null;
  const result = Buffer.allocUnsafe(to);
  let written = 0;
  for (let at = begin; at < delta.length;) {
    const part = partAt(base, delta, at);
    if (part === null || part.bytes.length === 0 || written + part.bytes.length > result.length) return null;
    part.bytes.copy(result, written);
    written += part.bytes.length;
    at = part.next;
  }
  return written === result.length ? result : null;
}

type Part = { readonly bytes: Buffer; readonly next: number };

/** Bit 7 set: copy, with the bytes of offset and size that the other bits say are there. Else: insert as many bytes as it says. */
function partAt(base: Buffer, delta: Buffer, at: number): Part | null {
  const code = delta[at] ?? 0;
  if ((code & 0x80) === 0) return at + 1 + code > delta.length ? null : { bytes: delta.subarray(at + 1, at + 1 + code), next: at + 1 + code };
  let next = at + 1;
  const number = (bits: readonly number[]): number => bits.reduce((sum, bit, position) => {
    if ((code & bit) === 0) return sum;
    next += 1;
    return sum + (delta[next - 1] ?? 0) * 2 ** (8 * position);
  }, 0);
  const offset = number([0x01, 0x02, 0x04, 0x08]);
  const size = number([0x10, 0x20, 0x40]) || 0x10000;
  return next > delta.length || offset + size > base.length ? null : { bytes: base.subarray(offset, offset + size), next };
}

/** A number in groups of seven bits, the lowest first; infinite where it does not end. */
function sizeAt(bytes: Buffer, start: number): readonly [size: number, next: number] {
  let size = 0;
  for (let at = start, scale = 1; at < bytes.length && scale <= 2 ** 42; at += 1, scale *= 128) {
    const byte = bytes[at] ?? 0;
    size += (byte & 0x7f) * scale;
    if ((byte & 0x80) === 0) return [size, at + 1];
  }
  return [Number.POSITIVE_INFINITY, start];
}
