/** A path or a text with the names of home folders taken out: `/home/anna/x` and `C:\Users\anna\x` both give `~`. */
export function withoutHomes(text: string): string {
  return text.replace(/(?:[A-Za-z]:)?(?:\/(?:home|Users)\/|\\+(?:Users|Documents and Settings)\\+)[^/\\\s:"'<>]{1,100}/g, '~');
}
