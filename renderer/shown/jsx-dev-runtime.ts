import { jsxDEV as reactJsxDEV } from 'react/jsx-dev-runtime';
import { shownProps } from './shown-props.ts';

export type { JSX } from 'react/jsx-dev-runtime';
export { Fragment } from 'react/jsx-dev-runtime';

/** As `jsx`, with what React tells in development. */
export function jsxDEV(...[type, props, ...more]: Parameters<typeof reactJsxDEV>): ReturnType<typeof reactJsxDEV> {
  return reactJsxDEV(type, shownProps(props as object), ...more);
}
