import { writeFileSync } from 'node:fs';
import { requestDocument, type Bilingual, type Language, type MatchedFolder, type RequestFilter } from '#assessments';
import { matchedFiles, requestList } from '../../handlers/requests.ts';
import { writeXlsx } from '../../export/xlsx/write-xlsx.ts';
import { gather } from '../gather.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, inLanguage } from '../terminal.ts';
import { withAssessment } from '../workplace.ts';

export type RequestOptions = { readonly target?: number; readonly domain?: string; readonly role?: RequestFilter['role']; readonly all: boolean };

/** Writes the list of evidence to be asked for as a workbook. */
export function exportRequests(terminal: Terminal, file: string, options: RequestOptions & { readonly out: string; readonly lang: Language | 'both' }): Promise<number> {
  return withAssessment(terminal.resolve(file), undefined, async (session, { context }) => {
    const list = await requestList(session, context, filterOf(options, session.pack.groups), options.lang);
    writeFileSync(terminal.resolve(options.out), await writeXlsx(requestDocument(list)));
    terminal.out(inLanguage(terminal, { zh: `证据需求清单已写入 ${options.out}：${list.requests.length} 项材料。`, en: `Wrote ${list.requests.length} evidence requests to ${options.out}.` }));
    return 0;
  });
}

/** Tells which files of a returned folder answer what was asked for; changes nothing. */
export function matchRequests(terminal: Terminal, file: string, folder: string, options: RequestOptions & { readonly json: boolean }): Promise<number> {
  return withAssessment(terminal.resolve(file), undefined, async (session, workplace) => {
    const { entries } = await gather(terminal, workplace, [folder]);
    const found = await matchedFiles(session, workplace.context, filterOf(options, session.pack.groups), entries);
    if (options.json) terminal.document(JSON.stringify(matchDocument(entries.length, found), null, 2));
    else printMatches(terminal, found);
    return 0;
  });
}

function filterOf({ target, domain, role, all }: RequestOptions, groups: readonly { readonly id: string }[]): RequestFilter {
  if (domain !== undefined && !groups.some(({ id }) => id === domain)) throw new Refusal({ zh: `标准包中没有节点“${domain}”；请给出能力域、能力项或能力子项的编号。`, en: `The catalogue pack has no node “${domain}”; give the id of a domain, item or sub-item.` });
  return { target: target ?? null, node: domain ?? null, role: role ?? null, all };
}

/** What `requests match --json` prints. */
function matchDocument(files: number, { matches, missing, extra }: MatchedFolder) {
  return {
    files,
    matches: matches.map(({ file, code, requirement, by, certainty, reason }) => ({ file, code, requirement, by, certainty, reason })),
    missing: missing.map(({ code, requirement, level, kind, what }) => ({ code, requirement, level, kind, what })),
    extra: extra.map(({ file, known }) => ({ file, known })),
  };
}

const certainties: Readonly<Record<MatchedFolder['matches'][number]['certainty'], Bilingual>> = { certain: { zh: '确定', en: 'certain' }, likely: { zh: '很可能', en: 'likely' }, possible: { zh: '可能', en: 'possible' } };

function printMatches(terminal: Terminal, { matches, missing, extra }: MatchedFolder): void {
  const say = (text: Bilingual): string => inLanguage(terminal, text);
  for (const { file, code, certainty, reason } of matches) terminal.out(`${code}  ${file}  ${say(certainties[certainty])}  ${say(reason)}`);
  terminal.out(say({ zh: `缺少 ${missing.length} 项：`, en: `Missing (${missing.length}):` }));
  for (const { code, what } of missing) terminal.out(`  ${code}  ${say(what)}`);
  terminal.out(say({ zh: `多余 ${extra.length} 个：`, en: `Extra (${extra.length}):` }));
  for (const { file, known } of extra) terminal.out(`  ${file}${known === null ? '' : say({ zh: `（评估中已有相同内容：${known}）`, en: ` (the assessment has the same content: ${known})` })}`);
}
