/** Mail addresses; `/home/x` and `C:\Users\x` where a path begins; a folder `Users/x` or `Documents and Settings\x` anywhere. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g, '***@***'],
  [/((?:^|[^\w./\\-]|file:\/\/)[/\\]?home[/\\]+)[^/\\\s"'<>|:*]+/g, '$1***'],
  [/((?:^|[^\w.-])(?:Users|Documents and Settings)[/\\]+)[^/\\\s"'<>|:*]+/g, '$1***'],
];

/**
 * The text without user names in home paths and without mail addresses, each replaced by asterisks. Applied to
 * everything that was read out of evidence, unless personal data was asked for.
 */
export function maskPersonalData(text: string): string {
  return patterns.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), text);
}
