/** The process that decodes one workbook for its cells. */
import { WorkbookUnreadable } from './decode/xlsx/parts.ts';
import { readWorkbook } from './decode/xlsx/read-workbook.ts';
import { openParent } from './parent.ts';
import type { FromWorkbook, ToWorkbook } from './read-cells.ts';

const parent = openParent<ToWorkbook, FromWorkbook>();
parent.hear((message) => { void answer(message).then((said) => parent.say(said)); });

async function answer({ bytes }: ToWorkbook): Promise<FromWorkbook> {
  try {
    const { decoded } = await readWorkbook(bytes);
    return decoded.complete ? { kind: 'sheets', sheets: decoded.sheets } : { kind: 'unreadable', reason: 'workbookCut' };
  } catch (thrown) {
    return { kind: 'unreadable', reason: thrown instanceof WorkbookUnreadable ? thrown.reason : 'workbookDamaged' };
  }
}
