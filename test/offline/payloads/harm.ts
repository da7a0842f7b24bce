import type { Page } from 'playwright';

/** What a payload did to the page as it stands now, one line each: code that ran, foreign elements, hidden signs, broken layout. */
export async function harmIn(page: Page): Promise<readonly string[]> {
  const found = await Promise.all([page.evaluate(foreign), page.evaluate(hidden), page.evaluate(spilled)]);
  return [...new Set(found.flat())];
}

/** Code that ran, elements that are not ours, a window or a page that is not as it was. */
function foreign(): readonly string[] {
  const wide = document.documentElement;
  const elements = [...document.body.querySelectorAll('script, img, iframe, object, embed, video, audio, base, meta, link, form[action], a[href], foreignObject, image, use, dialog, [onload], [onerror], [onclick], [srcdoc]')];
  return [
    ...('__pwned' in window || '__pwned' in Object.prototype ? ['a payload ran'] : []),
    ...(/^MLOps (?:成熟度评估工作台|Maturity Workbench)$/.test(document.title) ? [] : [`the title of the window is ${document.title.slice(0, 60)}`]),
    ...elements.filter((element) => !(element instanceof HTMLScriptElement && element.src.startsWith(location.origin))).map((element) => `a foreign element: ${element.outerHTML.slice(0, 100)}`),
    ...(wide.scrollWidth > wide.clientWidth + 1 ? [`the page is ${wide.scrollWidth} wide in a window of ${wide.clientWidth}`] : []),
  ];
}

/** Signs nobody sees, in what is read or read out. */
function hidden(): readonly string[] {
  const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
  const found: string[] = [];
  const tell = (element: Element, where: string, text: string): void => { if (unseen.test(text)) found.push(`a hidden sign in ${where} of ${element.tagName}.${element.className}: ${JSON.stringify(text.trim().slice(0, 60))}`); };
  for (const element of document.body.querySelectorAll(':not(script, style)')) {
    for (const attribute of ['title', 'aria-label', 'placeholder', 'alt']) tell(element, attribute, element.getAttribute(attribute) ?? '');
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && element.tagName !== 'TEXTAREA') tell(element, 'the text', node.textContent ?? '');
  }
  return found;
}

/** Text that stands beside the box it belongs to, with nothing between that would cut or scroll it. */
function spilled(): readonly string[] {
  // A space at the end of a line may hang over.
  const margin = 14;
  const boxOf = (element: Element, text: DOMRect): Element | undefined => {
    for (let around: Element | null = element; around !== null && around !== document.body; around = around.parentElement) {
      const { overflowX, display, position } = getComputedStyle(around);
      if (overflowX !== 'visible') return undefined;
      const own = around.getBoundingClientRect();
      const holds = !display.startsWith('inline') && display !== 'contents' && position !== 'fixed' && own.width > 0;
      if (holds && (text.right > own.right + margin || text.left < own.left - margin)) return around;
    }
    return undefined;
  };
  const found: string[] = [];
  // Lines of a listing are scrolled with the listing.
  for (const element of document.body.querySelectorAll(':not(script, style, textarea, .unseen, .source-lines *, svg *)')) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      const box = text.width === 0 || text.height === 0 ? undefined : boxOf(element, text);
      if (box !== undefined) found.push(`text beside ${box.tagName}.${box.className} (${Math.round(text.left)}–${Math.round(text.right)}, not ${Math.round(box.getBoundingClientRect().left)}–${Math.round(box.getBoundingClientRect().right)}): ${JSON.stringify((node.textContent ?? '').trim().slice(0, 60))}`);
    }
  }
  return found;
}
