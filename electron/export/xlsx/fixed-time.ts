const localHeader = 0x04034b50, centralHeader = 0x02014b50, endOfCentral = 0x06054b50;
/** 1980-01-01 00:00, the first moment a zip can name: entries carry it instead of the time of writing. */
const day = 0x0021, time = 0x0000;

/** The same zip with every entry dated alike, so that the same content gives the same bytes. */
export function withFixedTimes(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== endOfCentral) throw new Error('A written workbook does not end as a zip does.');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== centralHeader) throw new Error('A written workbook has no entry where its directory says.');
    setTime(view, at + 12);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localHeader) throw new Error('A written workbook has no entry where its directory says.');
    setTime(view, local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function setTime(view: DataView, at: number): void {
  view.setUint16(at, time, true);
  view.setUint16(at + 2, day, true);
}
