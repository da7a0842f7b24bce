import { jsx as reactJsx, jsxs as reactJsxs } from 'react/jsx-runtime';
import { shownProps } from './shown-props.ts';

export type { JSX } from 'react/jsx-runtime';
export { Fragment } from 'react/jsx-runtime';

/** Makes an element as React does, with unseen signs made visible. The compiler calls it for every tag of our views. */
export function jsx(...[type, props, key]: Parameters<typeof reactJsx>): ReturnType<typeof reactJsx> {
  return reactJsx(type, shownProps(props as object), key);
}

/** As `jsx`, for an element with several children. */
export function jsxs(...[type, props, key]: Parameters<typeof reactJsxs>): ReturnType<typeof reactJsxs> {
  return reactJsxs(type, shownProps(props as object), key);
}
