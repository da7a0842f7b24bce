import { roles, type Pack } from '../../catalogue/pack.ts';
import type { AssessmentState } from '../../journal/state.ts';
import type { Bilingual, Language } from '../../language.ts';
import type { Block, Cell, Column, ReportDocument, Row, Sheet, Table, Wording } from '../document.ts';
import { createVoice, data, oneLine, type Voice } from '../wording.ts';
import { maskPersonalData } from '../personal-data.ts';
import type { EvidenceRequest, RequestFilter } from './evidence-requests.ts';
import { howTo, kindNames, roleNames, stateNames, words } from './request-words.ts';

export type RequestList = {
  readonly pack: Pack; readonly state: Pick<AssessmentState, 'organisation' | 'project' | 'window' | 'lastEventAt'>;
  readonly requests: readonly EvidenceRequest[]; readonly filter: RequestFilter; readonly language: Language | 'both';
};

/**
 * The request list as a workbook: how to answer it, the list of material with coded file names, kind and level to be
 * filled in by whoever provides it, the same by role, and what each requirement lacks. The same list gives the same bytes.
 */
export function requestDocument(list: RequestList): ReportDocument {
  const voice = createVoice(list.language);
  // A workbook refuses slashes in the names of sheets.
  const name = (text: Bilingual): string => voice.languages.map((language) => text[language]).join(' ').slice(0, 31);
  const sheet = (id: keyof typeof words, blocks: readonly Block[]): Sheet => ({ id, name: name(words[id]), blocks });
  return {
    title: oneLine(voice.both(words.title)), languages: voice.languages, at: list.state.lastEventAt,
    footer: { marking: '', edition: list.pack.edition, fingerprint: '' },
    furniture: { page: voice.both(words.page), continued: voice.both(words.continued), cut: voice.both(words.cut) },
    pages: [],
    sheets: [sheet('about', aboutBlocks(voice, list)), sheet('materials', [materialTable(voice, list)]), sheet('byRole', [roleTable(voice, list)]), sheet('byRequirement', [requirementTable(voice, list)])],
  };
}

function aboutBlocks({ both }: Voice, { pack, state, requests, filter }: RequestList): readonly Block[] {
  const { from, to } = state.window;
  const node = pack.groups.find(({ id }) => id === filter.node);
  const fields: readonly (readonly [Bilingual, Wording])[] = [
    [words.organisation, data(state.organisation)], [words.project, data(state.project)],
    [words.window, from === null && to === null ? both(words.unset) : data(`${from ?? '…'} – ${to ?? '…'}`)],
    [words.target, filter.target === null ? both(words.everything) : data(String(filter.target))],
    [words.node, node === undefined ? both(words.everything) : both({ zh: `${node.id} ${node.zh}`, en: `${node.id} ${node.en}` })],
    [words.role, both(filter.role === null ? words.everything : roleNames[filter.role])],
    [words.count, data(String(requests.length))], [words.pack, both({ zh: `${pack.zh} ${pack.edition}`, en: `${pack.en} ${pack.edition}` })],
  ];
  return [
    { kind: 'heading', level: 1, text: both(words.title), anchor: 'title', mark: null },
    { kind: 'list', items: howTo.map(both) },
    { kind: 'table', id: 'about', caption: null, totals: null, empty: both(words.none), columns: [column('what', [], 26), column('value', [], 90)], rows: fields.map(([label, value]) => cells({ kind: 'text', text: both(label), tone: 'strong' }, { kind: 'text', text: value })) },
    { kind: 'paragraph', tone: 'small', text: both(pack.disclaimer) },
  ];
}

/** In the form in which the standard's evaluations take material: one line for each file, to be ticked off by the applicant. */
function materialTable({ both }: Voice, { pack, requests }: RequestList): Table {
  const names = new Map(pack.groups.map((group) => [group.id, group]));
  return {
    kind: 'table', id: 'materials', caption: null, totals: null, empty: both(words.none),
    columns: [
      column('code', both(words.code), 16), column('name', both(words.fileName), 46), column('subItem', both(words.subItem), 26), column('level', both(words.level), 8), column('kind', both(words.kind), 22),
      column('proves', both(words.proves), 60), column('carry', both(words.carry), 12), column('by', both(words.providedBy), 16), column('date', both(words.date), 12), column('remarks', both(words.remarks), 30),
    ],
    rows: requests.map((request) => {
      const group = names.get(request.subItem);
      const requirement = group?.requirements.find(({ id }) => id === request.requirement);
      return cells(
        code(request.code), { kind: 'text', text: both(fileName(request)) }, { kind: 'text', text: both({ zh: `${request.subItem} ${group?.zh ?? ''}`, en: `${request.subItem} ${group?.en ?? ''}` }) },
        { kind: 'number', value: request.level }, { kind: 'text', text: both(kindNames[request.kind]) }, { kind: 'text', text: requirement === undefined ? [] : both(requirement) },
        { kind: 'text', text: both(request.carry ? words.yes : words.no) }, blank, blank, blank,
      );
    }),
  };
}

/** `MD-223-L2-1 模型更新规范`, without the signs that file systems refuse. */
function fileName({ code: own, what }: EvidenceRequest): Bilingual {
  const plain = (text: string): string => `${own} ${text.replace(/[\\/:*?"<>|\n\r\t]+/g, ' ').trim()}`;
  return { zh: plain(what.zh), en: plain(what.en) };
}

/** Every role gets its own list; what several can provide stands in each of theirs. */
function roleTable({ both }: Voice, { requests, filter }: RequestList): Table {
  const asked = filter.role === null ? roles : [filter.role];
  return {
    kind: 'table', id: 'byRole', caption: null, totals: null, empty: both(words.none),
    columns: [column('role', both(words.role), 20), column('code', both(words.code), 16), column('level', both(words.level), 8), column('kind', both(words.kind), 22), column('what', both(words.what), 60), column('requirement', both(words.requirement), 14), column('remarks', both(words.remarks), 30)],
    rows: asked.flatMap((role) => requests.filter((request) => request.roles.includes(role)).map(({ code: own, level, kind, what, requirement }) => cells(
      { kind: 'text', text: both(roleNames[role]) }, code(own), { kind: 'number', value: level }, { kind: 'text', text: both(kindNames[kind]) }, { kind: 'text', text: both(what) }, code(requirement), blank,
    ))),
  };
}

function requirementTable({ both }: Voice, { pack, requests }: RequestList): Table {
  const byRequirement = Map.groupBy(requests, ({ requirement }) => requirement);
  const texts = new Map(pack.groups.flatMap(({ requirements }) => requirements).map((requirement) => [requirement.id, requirement]));
  return {
    kind: 'table', id: 'byRequirement', caption: null, totals: null, empty: both(words.none),
    columns: [column('requirement', both(words.requirement), 14), column('level', both(words.level), 8), column('text', both(words.proves), 60), column('state', both(words.state), 12), column('why', both(words.why), 60), column('codes', both(words.code), 24), column('roles', both(words.answerers), 30)],
    rows: [...byRequirement].flatMap(([id, [first, ...more]]) => {
      const requirement = texts.get(id);
      if (first === undefined || requirement === undefined) return [];
      const named = (language: Language): string => first.roles.map((role) => roleNames[role][language]).join(language === 'zh' ? '、' : ', ');
      const reasons = (language: Language): string => maskPersonalData(first.reasons.map((reason) => reason[language]).join(language === 'zh' ? '' : ' '));
      return [cells(
        code(id), { kind: 'number', value: first.level }, { kind: 'text', text: both(requirement) }, { kind: 'text', text: both(stateNames[first.state]) },
        { kind: 'text', text: both({ zh: reasons('zh'), en: reasons('en') }) }, code([first, ...more].map((one) => one.code).join('\n')), { kind: 'text', text: both({ zh: named('zh'), en: named('en') }) },
      )];
    }),
  };
}

const blank: Cell = { kind: 'text', text: [] };

function code(text: string): Cell {
  return { kind: 'code', text };
}

function column(id: string, title: Wording, width: number): Column {
  return { id, title, width };
}

function cells(...row: readonly Cell[]): Row {
  return { kind: 'cells', cells: row };
}
