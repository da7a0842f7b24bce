import type { DocumentPicture, ImagePicture } from '#contract';
import { visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** A picture as the file holds it. */
export function ImageView({ picture: { mediaType, width, height, data }, path }: { readonly picture: ImagePicture; readonly path: string }) {
  const { text } = useWords();
  return (
    <figure className="image-picture" data-testid="image">
      <figcaption className="muted">{text('image.size', { width, height })}</figcaption>
      <img src={`data:${mediaType};base64,${data}`} alt={text('image.alt', { path: visibleText(path) })} />
    </figure>
  );
}

/** What a PDF says of itself, and why its pages are not drawn. */
export function DocumentView({ picture: { pages, version, title, producer, createdAt, encrypted, active } }: { readonly picture: DocumentPicture }) {
  const { text } = useWords();
  const rows = [[text('document.title'), title], [text('document.pages'), pages === null ? null : String(pages)], [text('document.created'), createdAt], [text('document.producer'), producer], [text('document.version'), version]] as const;
  return (
    <div data-testid="document">
      <dl className="facts-of">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value === null ? <span className="muted">{text('document.unknown')}</span> : visibleText(value)}</dd></div>)}</dl>
      {encrypted && <p className="warn">{text('document.encrypted')}</p>}
      {active && <p className="warn">{text('document.active')}</p>}
      <p className="muted">{text('document.why')}</p>
    </div>
  );
}
