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

/** What a document, picture or recording says of itself, and why pages are not drawn. */
export function DocumentView({ picture, hasText }: { readonly picture: DocumentPicture; readonly hasText: boolean }) {
  const { text } = useWords();
  const { format, width } = picture;
  const seen = width !== null || ['mp4', 'mov', 'webm', 'mkv', 'avi'].includes(format);
  return (
    <div data-testid="document">
      <dl className="facts-of">{useRows(picture, seen).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value === null ? <span className="muted">{text('document.unknown')}</span> : visibleText(value)}</dd></div>)}</dl>
      {warningsOf(picture, hasText || seen).map((key) => <p key={key} className="warn" data-testid={key}>{text(key)}</p>)}
      {format === 'pdf' && <p className="muted">{text('document.why')}</p>}
    </div>
  );
}

/** What a reader should know of it; `readable`: it has a text, or is of a kind that has none. */
function warningsOf({ encrypted, active, located, camera }: DocumentPicture, readable: boolean) {
  const told = { 'document.no-text': !readable && !encrypted, 'document.encrypted': encrypted, 'document.active': active, 'document.located': located, 'document.camera': camera && !located };
  return (Object.keys(told) as (keyof typeof told)[]).filter((key) => told[key]);
}

/** What is said of each kind: pages of a document, dots of a picture, the length of a recording. */
function useRows({ format, title, pages, tool, createdAt, updatedAt, width, height, seconds }: DocumentPicture, seen: boolean): readonly (readonly [name: string, value: string | null])[] {
  const { text } = useWords();
  const made = [text('document.created'), createdAt] as const;
  const kind = [text('document.format'), format.toUpperCase()] as const;
  if (!seen) return [kind, [text('document.title'), title], [text('document.pages'), pages === null ? null : String(pages)], made, [text('document.updated'), updatedAt], [text('document.producer'), tool]];
  return [kind, width === null || height === null ? [text('document.length'), seconds === null ? null : text('document.seconds', { seconds })] : [text('document.size'), text('image.size', { width, height })], made];
}
