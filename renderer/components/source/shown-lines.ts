/** The lines that a reader of a listed text is at: those selected, else those cited where they are in sight, else the first one in sight; null at its very beginning. */
export function shownLines(list: HTMLElement, { firstLine, cited }: { readonly firstLine: number; readonly cited: readonly [number, number] | null }): readonly [number, number] | null {
  const rows = [...list.children];
  const chosen = selectedRows(rows);
  if (chosen !== null) return [firstLine + chosen[0], firstLine + chosen[1]];
  const pane = (list.parentElement ?? list).getBoundingClientRect();
  const inSight = (row: Element): boolean => row.getBoundingClientRect().bottom > pane.top + 1 && row.getBoundingClientRect().top < pane.bottom;
  const citedRow = cited === null ? undefined : rows[cited[0] - firstLine];
  const isBeginning = cited === null || cited[1] === 1;
  if (cited !== null && !isBeginning && citedRow !== undefined && inSight(citedRow)) return cited;
  const top = rows.findIndex(inSight);
  return firstLine + top <= 1 ? null : [firstLine + top, firstLine + top];
}

function selectedRows(rows: readonly Element[]): readonly [number, number] | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed) return null;
  const within = rows.flatMap((row, at) => (selection.containsNode(row, true) ? [at] : []));
  const [first, last] = [within[0], within.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}
