import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The office program of this machine; undefined where there is none. */
export const soffice: string | undefined = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice', 'C:\\Program Files\\LibreOffice\\program\\soffice.exe'].find((path) => existsSync(path));

/** A text as a Basic string; a line end is one within the cell. */
export function basicText(text: string): string {
  return text.split('\n').map((line) => `"${line.replaceAll('"', '""')}"`).join(' & Chr(10) & ');
}

/**
 * Opens a workbook in LibreOffice itself, runs Basic statements over it (`doc` is the document) and saves it as Excel
 * does. The profile is made in `folder`, so nothing of the user's is touched.
 */
export async function editInLibreOffice(office: string, folder: string, { from, to, statements }: { readonly from: string; readonly to: string; readonly statements: readonly string[] }): Promise<void> {
  const profile = join(folder, 'profile');
  const start = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', '--nolockcheck'];
  // The first start makes the profile, and would overwrite a module that lay there before.
  await run(office, [...start, '--terminate_after_init'], { timeout: 120_000 });
  const basic = join(profile, 'user', 'basic', 'Standard');
  mkdirSync(basic, { recursive: true });
  writeFileSync(join(basic, 'Module1.xba'), moduleOf(statements));
  await run(office, [...start, `macro:///Standard.Module1.Edit("${from}","${to}")`], { timeout: 120_000 });
  if (!existsSync(to)) throw new Error('LibreOffice has not saved the workbook.');
}

function moduleOf(statements: readonly string[]): string {
  const code = [
    'Sub Edit(source As String, target As String)',
    'Dim hidden(0) As New com.sun.star.beans.PropertyValue', 'hidden(0).Name = "Hidden"', 'hidden(0).Value = True',
    'Dim kind(0) As New com.sun.star.beans.PropertyValue', 'kind(0).Name = "FilterName"', 'kind(0).Value = "Calc MS Excel 2007 XML"',
    'Dim doc As Object, cell As Object, cursor As Object', 'doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())',
    ...statements,
    'doc.storeToURL(ConvertToURL(target), kind())', 'doc.close(True)', 'StarDesktop.terminate()', 'End Sub',
  ].join('\n');
  const escaped = code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped}\n</script:module>\n`;
}
