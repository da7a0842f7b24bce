/** The process that draws the workbook in which the wording of a pack is edited. */
import { writeWordingWorkbook } from '../../export/xlsx/wording-workbook.ts';
import { openParent } from '../../intake/parent.ts';
import type { FromDrawer, ToDrawer } from './draw-template.ts';

const parent = openParent<ToDrawer, FromDrawer>();
parent.hear(({ document, language }) => { void writeWordingWorkbook(document, language).then((bytes) => parent.say({ bytes })); });
