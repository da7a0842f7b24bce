import { writeFileSync } from 'node:fs';
import { requestDocument, type Bilingual, type FileMatch, type Language, type RequestFilter } from '#assessments';
import type { RequestMatches } from '#contract';
import { matchedFiles, requestList, takeReturned, type TakenReturn } from '../../handlers/requests.ts';
import type { Session } from '../../handlers/session.ts';
import { writeXlsx } from '../../export/xlsx/write-xlsx.ts';
import { existingSources, gather } from '../gather.ts';
import { Refusal } from '../refusal.ts';
import type { RequestMatchDocument } from '../shapes.ts';
import { type Terminal, inLanguage } from '../terminal.ts';
import { type Workplace, refusalOf, withAssessment } from '../workplace.ts';

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

/** Tells which files of a returned folder answer what was asked for; with `apply` takes the folder in and links what surely answers, as one action. */
export function matchRequests(terminal: Terminal, file: string, folder: string, options: RequestOptions & { readonly json: boolean; readonly apply: boolean }): Promise<number> {
  return withAssessment(terminal.resolve(file), undefined, async (session, workplace) => {
    const wanted = filterOf(options, session.pack.groups);
    const told = await (options.apply ? appliedMatches : previewedMatches)(terminal, session, workplace, folder, wanted);
    if (options.json) terminal.document(JSON.stringify(matchDocument(told), null, 2));
    else printMatches(terminal, told);
    return 0;
  });
}

/** `applied` null: nothing was changed. */
type ToldMatches = { readonly files: number; readonly found: RequestMatches; readonly applied: TakenReturn | null };

async function previewedMatches(terminal: Terminal, session: Session, workplace: Workplace, folder: string, wanted: RequestFilter): Promise<ToldMatches> {
  const { entries } = await gather(terminal, workplace, [folder]);
  const found = await matchedFiles(session, workplace.context, wanted, entries.map((entry) => ({ ...entry, intake: '' })));
  return { files: entries.length, found, applied: null };
}

async function appliedMatches(terminal: Terminal, session: Session, { context, author }: Workplace, folder: string, wanted: RequestFilter): Promise<ToldMatches> {
  const [source] = existingSources(terminal, [folder]);
  if (session.store.readOnly) throw new Refusal({ zh: '这个评估文件不能写入，没有导入任何内容；请先复制到可写的文件夹。', en: 'This assessment cannot be written, so nothing was taken in; copy it to a folder you can write to.' });
  const taken = await takeReturned(session, context, author, { path: source?.path ?? '', wanted });
  if (!taken.ok) throw refusalOf(taken.problem);
  return { files: taken.value.files, found: taken.value.found, applied: taken.value };
}

function filterOf({ target, domain, role, all }: RequestOptions, groups: readonly { readonly id: string }[]): RequestFilter {
  if (domain !== undefined && !groups.some(({ id }) => id === domain)) throw new Refusal({ zh: `标准包中没有节点“${domain}”；请给出能力域、能力项或能力子项的编号。`, en: `The catalogue pack has no node “${domain}”; give the id of a domain, item or sub-item.` });
  return { target: target ?? null, node: domain ?? null, role: role ?? null, all };
}

/** What `requests match --json` prints. */
function matchDocument({ files, found: { matches, missing, extra }, applied }: ToldMatches): RequestMatchDocument {
  return {
    files,
    applied: applied === null ? null : appliedDocument(applied),
    matches: matches.map(({ file, code, requirement, by, certainty, reason, linked }) => ({ file, code, requirement, by, certainty, reason, linked })),
    missing: missing.map(({ code, requirement, level, kind, what }) => ({ code, requirement, level, kind, what })),
    extra: extra.map(({ file, known }) => ({ file, known })),
  };
}

function appliedDocument({ report: { intake, offered, taken, duplicates, refused }, linked }: TakenReturn): RequestMatchDocument['applied'] {
  return { intake: taken === 0 ? null : intake, offered, taken, duplicates, refused, links: linked.map(({ file, code, requirement }) => ({ file, code, requirement })) };
}

const certainties: Readonly<Record<FileMatch['certainty'], Bilingual>> = { certain: { zh: '确定', en: 'certain' }, likely: { zh: '很可能', en: 'likely' }, possible: { zh: '可能', en: 'possible' } };

function printMatches(terminal: Terminal, { found: { matches, missing, extra }, applied }: ToldMatches): void {
  const say = (text: Bilingual): string => inLanguage(terminal, text);
  if (applied !== null) terminal.out(say(takenInWords(applied)));
  const now = new Set(applied?.linked.map(keyOf));
  for (const match of matches) terminal.out([match.code, match.file, say(certainties[match.certainty]), say(match.reason), ...(match.linked ? [say(now.has(keyOf(match)) ? justLinked : linkedBefore)] : [])].join('  '));
  terminal.out(say({ zh: `缺少 ${missing.length} 项：`, en: `Missing (${missing.length}):` }));
  for (const { code, what } of missing) terminal.out(`  ${code}  ${say(what)}`);
  terminal.out(say({ zh: `多余 ${extra.length} 个：`, en: `Extra (${extra.length}):` }));
  for (const { file, known } of extra) terminal.out(`  ${file}${known === null ? '' : say({ zh: `（评估中已有相同内容：${known}）`, en: ` (the assessment has the same content: ${known})` })}`);
  terminal.out(say(applied === null ? onlyLooked : linkedInWords(applied, matches)));
}

const justLinked: Bilingual = { zh: '已关联', en: 'linked' };
const linkedBefore: Bilingual = { zh: '此前已关联', en: 'linked before' };
const onlyLooked: Bilingual = { zh: '以上只是核对，评估没有改动；加上 --apply 即导入这个文件夹，并关联“确定”和“很可能”的各项。', en: 'This was a look only, and nothing was changed; --apply takes the folder in and links what is certain or likely.' };

function takenInWords({ report: { label, offered, taken, duplicates, refused } }: TakenReturn): Bilingual {
  return { zh: `已导入“${label}”：交回 ${offered} 个文件，新导入 ${taken} 个，已有 ${duplicates} 个，未导入 ${refused} 个。`, en: `Took in “${label}”: of ${offered} files, ${taken} are new, ${duplicates} were there already, ${refused} were refused.` };
}

function linkedInWords({ linked }: TakenReturn, matches: RequestMatches['matches']): Bilingual {
  const left = matches.filter((match) => !match.linked).length;
  return {
    zh: `已关联 ${linked.length} 项。${left === 0 ? '' : `另有 ${left} 项只是可能，没有关联，请在界面上确认。`}导入和关联是同一步操作，可以在操作日志中一次撤销。`,
    en: `Linked ${linked.length}. ${left === 0 ? '' : `${left} more are only possible and were left for a person to decide. `}Import and links are one action, which the journal can undo as one.`,
  };
}

function keyOf({ file, code }: Pick<FileMatch, 'file' | 'code'>): string {
  return `${code} ${file}`;
}
