import { buildReport, resultJson, type ReportInput } from '#assessments';

/** The bytes of one report. Each writer brings fonts or libraries of its own, so only what is asked for is loaded. */
export async function writeReport(input: ReportInput, format: 'pdf' | 'xlsx' | 'json'): Promise<Uint8Array> {
  switch (format) {
    case 'pdf': return (await import('../export/pdf/write-pdf.ts')).writePdf(buildReport(input));
    case 'xlsx': return (await import('../export/xlsx/write-xlsx.ts')).writeXlsx(buildReport(input));
    case 'json': return new TextEncoder().encode(`${JSON.stringify(resultJson(input), null, 2)}\n`);
  }
}
