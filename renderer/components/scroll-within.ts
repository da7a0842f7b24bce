/** Scrolls a list just so far that an element in it is in sight; the page around it stays where the reader has it. */
export function scrollWithin(list: HTMLElement | null, element: Element | null | undefined): void {
  if (list === null || element === null || element === undefined) return;
  const [outer, inner] = [list.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
}
