import { mediaTypes } from '../decode/media-type.ts';

/** Formats that are archives inside, but one document, model or image to people; they are not unpacked. */
const containers: readonly { readonly mediaType: string; readonly holds: (names: readonly string[]) => boolean }[] = [
  { mediaType: mediaTypes.workbook, holds: (names) => names.includes('[Content_Types].xml') && names.includes('xl/workbook.xml') },
  { mediaType: 'application/vnd.openxmlformats-officedocument', holds: (names) => names.includes('[Content_Types].xml') },
  { mediaType: 'application/vnd.oasis.opendocument', holds: (names) => names.includes('mimetype') && names.includes('META-INF/manifest.xml') },
  { mediaType: 'application/java-archive', holds: (names) => names.includes('META-INF/MANIFEST.MF') },
  { mediaType: 'application/x-wheel+zip', holds: (names) => names.some((name) => /^[^/]+\.dist-info\/WHEEL$/.test(name)) },
  { mediaType: 'application/x-pytorch', holds: (names) => names.some((name) => name.endsWith('/data.pkl') && names.includes(name.replace(/data\.pkl$/, 'version'))) },
  { mediaType: 'application/x-keras', holds: (names) => names.includes('model.weights.h5') && names.includes('config.json') },
  { mediaType: 'application/x-npz', holds: (names) => names.length > 0 && names.every((name) => name.endsWith('.npy')) },
  { mediaType: 'application/vnd.oci.image.layout', holds: (names) => names.includes('oci-layout') || (names.includes('manifest.json') && names.some((name) => name.endsWith('/layer.tar'))) },
];

/** The media type of an archive that is one thing to people; null for an archive of files. */
export function containerOf(names: readonly string[]): string | null {
  return containers.find(({ holds }) => holds(names))?.mediaType ?? null;
}
