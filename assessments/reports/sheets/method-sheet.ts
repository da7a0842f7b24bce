import type { ReportContext } from '../context.ts';
import type { Sheet } from '../document.ts';
import { method } from '../sections/method.ts';
import { sheetName } from './sheet-title.ts';

/** The same words on method and limits as on paper. */
export function methodSheet(context: ReportContext): Sheet {
  return { id: 'method', name: sheetName(context, 'sheet.method'), blocks: method(context).filter(({ kind }) => kind !== 'page-break') };
}
