import type { FactOf } from '../../facts.ts';
import type { MarkdownDocument, Section } from '../../markdown-document.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { commandLines, stepWork } from '../../pipeline-step/kinds.ts';

/**
 * What a page says about tests: cases listed under folders or layers, the command that runs them, and non-functional tests
 * it reports. Only pages and sections that are headed as tests count.
 */
export function testDocumentFacts(file: string, markdown: MarkdownDocument): readonly FactOf<'test.document'>[] {
  const sections = testSections(file, markdown);
  const listed = sections.flatMap((section) => [...listedCases(markdown, section), ...tabledCases(markdown, section)]);
  const { command, everything } = commandOf(sections.flatMap((section) => commandsIn(markdown, section)));
  const reported = reportedKinds(markdown);
  const line = [listed.length > 0 || command !== null ? sections[0]?.lines[0] : undefined, reported[0]?.line].find((one) => one !== undefined);
  if (line === undefined) return [];
  return [{
    type: 'test.document', place: { file, lines: [line, line] }, also: [], name: markdown.sections[0]?.title ?? file,
    layers: listed.map(({ layer }) => layer).slice(0, 50), cases: listed.reduce((sum, { cases }) => sum + cases, 0), command, everything, reported: [...new Set(reported.map(({ kind }) => kind))],
  }];
}

/** The command that is said to run all tests, else one that picks nothing out, else the first. */
function commandOf(commands: readonly Told[]): Pick<FactOf<'test.document'>, 'command' | 'everything'> {
  const whole = commands.filter(isWhole);
  const chosen = whole.find(({ told }) => saysAll.test(told)) ?? whole[0] ?? commands[0];
  return { command: chosen?.command.toWellFormed() ?? null, everything: whole.length > 0 };
}

const headed = /^(?:\d+[.)]?\s*)?(?:(?:running|run|executing)(?: the| all)? (?:unit )?tests|(?:unit |automated |integration )?tests?(?:ing)?|tests? (?:cases?|plan|strategy|suites?|documentation|layers)|how to (?:run(?: the)? )?tests?|testing (?:plan|strategy)|测试|(?:运行|执行)测试|测试(?:用例|计划|说明|策略|方案))$/i;

/** Sections headed as tests; in the page of a test folder, the page itself. An inner section belongs to the outer one. */
function testSections(file: string, { sections, lines }: MarkdownDocument): readonly Section[] {
  const [top] = sections;
  if (/(?:^|\/)tests?\/readme[^/]*$/i.test(file) && top !== undefined) return [{ ...top, lines: [1, lines.length] }];
  const found = sections.filter(({ title }) => headed.test(title.replaceAll(/[^\p{L}\p{N} .()-]/gu, '').trim()));
  return found.filter((section) => !found.some((other) => other !== section && other.lines[0] < section.lines[0] && other.lines[1] >= section.lines[1]));
}

type Listed = { readonly layer: string; readonly cases: number };

/** List items that name a folder, file or layer, with the items nested below them as cases. */
function listedCases({ lines }: MarkdownDocument, { lines: [first, last] }: Section): readonly Listed[] {
  const groups: { layer: string; cases: number }[] = [];
  for (const line of withoutFences(lines.slice(first - 1, last))) {
    const [, indent, text] = /^(\s{0,12})(?:[-*+]|\d{1,3}[.)])\s+(\S.*)$/.exec(line.slice(0, 500)) ?? [];
    if (text === undefined || indent === undefined) continue;
    const group = groups.at(-1);
    if (indent.length >= 2 && group !== undefined) group.cases += isFileName(text) ? 0 : 1;
    else if (indent.length < 2) groups.push({ layer: layerNamed(text), cases: 0 });
  }
  return groups.filter(({ layer, cases }) => layer !== '' && cases > 0);
}

const column = {
  layer: /^(?:(?:test )?(?:layers?|levels?|areas?|types?|categor(?:y|ies)|modules?|components?|suites?)|测试(?:层|类型)|层级?|模块|类别)$/i, count: /^(?:(?:number of )?(?:tests?|cases|test cases)|count|用例数)$/i,
  name: /^(?:(?:test )?(?:case|id|name|scenario|description|title)s?(?: id)?|#|no\.?|用例(?:编号|名称)?|编号|场景)$/i, expected: /^(?:expected(?: \w+)?|pass criteria|acceptance criteri(?:a|on)|预期结果|期望结果)$/i,
};

/** Tables of cases with their expected results, by layer or area; and tables that count cases by layer. */
function tabledCases({ tables }: MarkdownDocument, { lines: [first, last] }: Section): readonly Listed[] {
  return tables.filter(({ lines: [line] }) => line >= first && line <= last).flatMap(({ header, heading, rows }) => {
    const [layer, count, name, expected] = [column.layer, column.count, column.name, column.expected].map((title) => header.findIndex((cell) => title.test(cell.trim()))) as [number, number, number, number];
    const told = rows.filter(({ cells }) => !/^(?:total|sum|合计|总计|)$/i.test(cells[layer === -1 ? 0 : layer] ?? ''));
    if (layer !== -1 && count !== -1) return told.filter(({ cells }) => /^[0-9]{1,5}$/.test(cells[count] ?? '')).map(({ cells }) => ({ layer: cells[layer] ?? '', cases: Number(cells[count]) }));
    if (name === -1 || expected === -1) return [];
    const groups = Map.groupBy(told.filter(({ cells }) => !isPlaceholder(cells[expected] ?? null)), ({ cells }) => (layer === -1 ? heading : cells[layer] ?? ''));
    return [...groups].map(([group, cases]) => ({ layer: group.slice(0, 200), cases: cases.length }));
  });
}

/** What begins with a name in code is a file or a setting, unless it is the name of a test. */
function isFileName(text: string): boolean {
  return /^`[^`]*`/.test(text) && !/^`(?:test_|Test)\w+`/.test(text);
}

/** The folder or layer an item is about: what stands in code or in bold at its beginning, or a short name before a colon. */
function layerNamed(text: string): string {
  const name = /^(?:`([^`]{1,80})`|\*\*([^*]{1,80})\*\*|([\p{L}\p{N}][^:：]{1,60})[:：])/u.exec(text);
  return (name?.[1] ?? name?.[2] ?? name?.[3] ?? '').replace(/[:：]$/, '').trim();
}

function withoutFences(lines: readonly string[]): readonly string[] {
  let fenced = false;
  return lines.filter((line) => {
    const fence = /^\s{0,12}(?:`{3}|~{3})/.test(line);
    if (fence) fenced = !fenced;
    return !fence && !fenced;
  });
}

type Told = { readonly command: string; /** The line of prose before its block. */ readonly told: string };

/** Lines of code blocks that run tests. */
function commandsIn({ lines }: MarkdownDocument, { lines: [first, last] }: Section): readonly Told[] {
  const found: Told[] = [];
  let fenced = false;
  let told = '';
  for (const line of lines.slice(first - 1, last)) {
    if (/^\s{0,12}(?:`{3}|~{3})/.test(line)) fenced = !fenced;
    else if (fenced && /^\s*#/.test(line)) told = line.slice(0, 500);
    else if (fenced) found.push({ command: line.trim().slice(0, 500).replace(/^[$>]\s+/, ''), told });
    else if (line.trim() !== '') told = line.slice(0, 500);
  }
  return found.filter(({ command }) => command !== '' && commandLines(command).length > 0 && stepWork(null, command, null).kind === 'test').slice(0, 50);
}

const runners = /^(?:(?:python3?|uv run|poetry run|pdm run|hatch run) )?(?:-m )?(?:pytest|py\.test|unittest|nose2|nosetests|tox|nox)(?: discover)?(?: (?:\.\/)?tests?\/?| \.)?$|^(?:make|just|task) tests?(?:-all)?$|^(?:npm|yarn|pnpm)(?: run)? tests?$|^go test \.\/\.\.\.$|^(?:cargo|dotnet) test$|^(?:mvn|\.\/mvnw|gradle|\.\/gradlew)(?: clean)? (?:test|verify|check)$/;

/** The usual runner over everything, without a choice; any other command only where the text says that it runs all. */
function isWhole({ command, told }: Told): boolean {
  const plain = command.replaceAll(/\s+--?(?!k\b|m\b|grep|filter|test|tags?|suite)[\w-]+(?:=\S+)?(?=\s|$)/g, '').replaceAll(/\s+/g, ' ').trim();
  if (runners.test(plain)) return true;
  return saysAll.test(told) && !/::|\S\.(?:py|js|ts|go|java)\b|\s-k\s|--(?:grep|filter)\b/.test(command);
}

const saysAll = /\b(?:all|full|entire|whole|complete)\b[^.]{0,40}\b(?:tests?|suite)\b|全部|所有|全量/i;

type Kind = 'load' | 'endurance' | 'fault-injection';
const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['load', /\b(?:load|stress|performance|throughput)[- ]test(?:s|ing)?\b|负载测试|压力测试|性能测试/i], ['endurance', /\b(?:endurance|soak|stability)[- ]test(?:s|ing)?\b|长时间运行测试|稳定性测试/i], ['fault-injection', /\bfault[- ]injection\b|\bchaos (?:test(?:s|ing)?|engineering)\b|故障注入|混沌/i],
];

/** Sections headed as a non-functional test whose text tells of one that was run: in the past, or with its numbers. */
function reportedKinds({ sections }: MarkdownDocument): readonly { readonly kind: Kind; readonly line: number }[] {
  return sections.flatMap(({ title, body, lines: [line] }) => {
    const kind = kinds.find(([, pattern]) => pattern.test(title))?.[0];
    return kind === undefined || !tellsOfRun(body.slice(0, 10_000)) ? [] : [{ kind, line }];
  });
}

function tellsOfRun(body: string): boolean {
  const ran = /\b(?:we|were|was|has been|have been) (?:\w+ ){0,2}?(?:tested|load[- ]tested|measured|benchmarked|simulated|executed|performed|ran)\b|\bresults? (?:show|are|were)\b|(?:测得|测试结果)/i.test(body);
  const measured = /\b(?:response times?|latency|p9[059]|throughput|requests? per second|rps|qps|failure rate|users)\b|响应时间|吞吐|并发/i.test(body);
  return ran && measured;
}
