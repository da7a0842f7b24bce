import type { XmlElement } from './xml-document.ts';

/** The first of these attributes that is there and not blank. */
export function valueOf({ attributes }: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = Object.hasOwn(attributes, name) ? attributes[name]?.trim() ?? '' : '';
    if (value !== '') return value.toWellFormed();
  }
  return null;
}

/** A whole number in an attribute; null where it is missing or is not one. */
export function wholeIn(element: XmlElement, ...names: readonly string[]): number | null {
  const written = valueOf(element, ...names);
  return written !== null && /^[0-9]{1,9}$/.test(written) ? Number(written) : null;
}

/** A decimal in an attribute; null where it is missing or is not one. */
export function decimalIn(element: XmlElement, ...names: readonly string[]): number | null {
  const written = valueOf(element, ...names);
  return written !== null && /^[0-9]{1,12}(?:\.[0-9]{0,20})?(?:[eE]-?[0-9]{1,2})?$/.test(written) ? Number(written) : null;
}

/** The children of a name. */
export function childrenNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The text of the first child of a name; null where there is none or it is blank. */
export function textOfChild(element: XmlElement, name: string): string | null {
  const text = childrenNamed(element, name)[0]?.text.trim() ?? '';
  return text === '' ? null : text.toWellFormed();
}
