import type { Bilingual } from '../../language.ts';
import type { Group, Pack } from '../pack.ts';
import { type WordingColumn, type WordingTable, axisWords, wordingTables, yesNo } from './columns.ts';

/** A workbook in which the wording of a pack is edited, as plain data; whoever draws it chooses the language. */
export type WordingWorkbook = {
  readonly title: Bilingual;
  /** Headings with the lines below them. */
  readonly readMe: readonly { readonly heading: Bilingual; readonly lines: readonly Bilingual[] }[];
  readonly tables: readonly { readonly table: WordingTable; readonly name: Bilingual; readonly columns: readonly WordingColumn[]; readonly rows: readonly (readonly Bilingual[])[] }[];
};

/** The wording workbook of a pack: its requirements, names and levels, and how to fill it in. */
export function wordingWorkbook(pack: Pack): WordingWorkbook {
  return {
    title: { zh: pack.zh, en: pack.en },
    readMe: readMe(pack),
    tables: [
      { table: 'requirements', name: { zh: '分级要求', en: 'Requirements' }, columns: wordingTables.requirements, rows: pack.groups.flatMap(requirementRows) },
      { table: 'names', name: { zh: '名称与定义', en: 'Names' }, columns: wordingTables.names, rows: nameRows(pack) },
      ...(pack.levels.length === 0 ? [] : [{ table: 'levels' as const, name: { zh: '等级', en: 'Levels' }, columns: wordingTables.levels, rows: levelRows(pack) }]),
    ],
  };
}

const same = (text: string): Bilingual => ({ zh: text, en: text });
const asked = (value: boolean): Bilingual => (value ? yesNo.yes : yesNo.no);

function requirementRows({ id: group, zh: name, en: englishName, requirements }: Group): readonly (readonly Bilingual[])[] {
  return requirements.map(({ id, level, axis, zh, en, mandatory, carry }) =>
    [same(id), same(group), { zh: name, en: englishName }, same(String(level)), axisWords[axis], same(zh), same(en), asked(mandatory), asked(carry)]);
}

const kindWords: Readonly<Record<Group['kind'], Bilingual>> = {
  domain: { zh: '能力域', en: 'Domain' }, item: { zh: '能力项', en: 'Capability item' }, subItem: { zh: '能力子项', en: 'Sub-item' },
  chapter: { zh: '章', en: 'Chapter' }, clauseGroup: { zh: '条款组', en: 'Clause group' }, gate: { zh: '门禁', en: 'Gate' },
};

function nameRows({ id: pack, zh: name, en: englishName, groups, labels }: Pack): readonly (readonly Bilingual[])[] {
  const row = (id: string, kind: Bilingual, zh: string, en: string, definition: Bilingual | null) => [same(id), kind, same(zh), same(en), same(definition?.zh ?? ''), same(definition?.en ?? '')];
  return [row(pack, { zh: '标准包', en: 'Pack' }, name, englishName, null), ...groups.map(({ id, kind, zh, en, definition }) => row(id, labels[kind] ?? kindWords[kind], zh, en, definition))];
}

function levelRows({ levels }: Pack): readonly (readonly Bilingual[])[] {
  return levels.map(({ level, zh, en, meaning }) => [same(String(level)), same(zh), same(en), same(meaning.zh), same(meaning.en)]);
}

function readMe({ id, edition, hash, disclaimer, licensed }: Pack): WordingWorkbook['readMe'] {
  return [
    { heading: { zh: '用途', en: 'What this is for' }, lines: [
      { zh: '持有标准正式文本的单位可以在此填入原文，再导入程序。导入前程序会逐条列出新增、改写、移动和删除的内容，确认后才生效。', en: 'An organisation that holds the official standard can put its text in here and import it. Before anything is applied the program lists what is new, reworded, moved and removed.' },
      { zh: '评分按要求编号沿用；文本被改写的要求会标出，请再看一遍。', en: 'Ratings carry over by requirement id; requirements whose wording changed are flagged for another look.' },
    ] },
    { heading: { zh: '填写方法', en: 'How to fill it in' }, lines: [
      { zh: '灰底的单元格不要改动：编号是评分、检查规则和改进措施的依据。白底的单元格都可以修改。', en: 'Leave grey cells as they are: ratings, checks and actions hang on the ids. Cells on white may be edited.' },
      { zh: '删除一条要求：删除整行。移到另一节点或等级：改“所属节点编号”或“等级”，编号不变。', en: 'To remove a requirement delete its row. To move it change its node or level and keep its id.' },
      { zh: '新增一条要求：加一行，自定一个未用过的编号（如 2.2.3-L3-21），并填写所属节点、等级和中英文文本。新增的要求没有检查规则。', en: 'To add a requirement add a row with an id not used before (such as 2.2.3-L3-21), its node, its level and both texts. It will have no checks.' },
      { zh: '中英文都不能为空。行列的顺序可以调整，也可以加自己的列；工作表和表头的文字请保留。', en: 'Neither language may be empty. Rows and columns may be reordered and columns of your own added; keep the headings.' },
    ] },
    { heading: { zh: '使用限制', en: 'Limits of use' }, lines: [licensed?.notice ?? { zh: '填入标准原文后，本工作簿和由它生成的标准包受标准著作权约束，请勿对外传播。', en: 'Once it holds text of the standard, this workbook and the pack made from it are bound by the copyright of the standard; do not pass them on.' }, disclaimer] },
    { heading: { zh: '来源', en: 'Made from' }, lines: [{ zh: `标准包 ${id}，版次 ${edition}`, en: `Pack ${id}, edition ${edition}` }, same(hash)] },
  ];
}
