import { visibleText } from '../format.ts';

/** A path that gives way in its folders and keeps its file name; signs that could disguise the name are shown by code. */
export function PathText({ path }: { readonly path: string }) {
  const shown = visibleText(path);
  const cut = shown.lastIndexOf('/') + 1;
  return <bdi className="path"><span className="path-folder">{shown.slice(0, cut)}</span><span className="path-name">{shown.slice(cut)}</span></bdi>;
}
