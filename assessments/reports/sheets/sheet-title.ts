import type { ReportContext } from '../context.ts';
import type { Block } from '../document.ts';
import type { ReportKey } from '../wording.ts';

type TitleKey = 'levels.heading' | 'across.heading' | 'requirements.heading' | 'gaps.heading' | 'evidence.heading' | 'sheet.trace' | 'sheet.facts';

/** The name of a sheet, without the signs Excel forbids and at most 31 characters long. */
export function sheetName({ languages, words }: ReportContext, key: Extract<ReportKey, `sheet.${string}`>): string {
  const name = words(key);
  return languages.map((language) => name[language]).join(' ').replace(/[\\/?*[\]:']/g, ' ').slice(0, 31);
}

export function sheetHeading(context: ReportContext, key: TitleKey): Block {
  return { kind: 'heading', level: 1, text: context.say(key), anchor: key, mark: null };
}
