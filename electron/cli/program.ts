import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { policies, roles, rollups } from '#assessments';
import type { Bilingual } from '#assessments';
import { assess } from './commands/assess.ts';
import { catalogueCheck, catalogueList, catalogueShow } from './commands/catalogue.ts';
import { catalogueImport, catalogueTemplate } from './commands/wording.ts';
import { facts, suggestions } from './commands/facts.ts';
import { check, clone, compareFiles, milestones } from './commands/compare.ts';
import { log, rebuild, verify } from './commands/journal.ts';
import { backups, purgeFiles } from './commands/keeping.ts';
import { create } from './commands/new.ts';
import { type NodeTarget, plan } from './commands/plan.ts';
import { rate } from './commands/rate.ts';
import { makeReports } from './commands/report.ts';
import { exportRequests, matchRequests } from './commands/requests.ts';
import { score } from './commands/score.ts';
import { serveAssessments } from './commands/serve.ts';
import { Refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';

const wholeLevel = (text: string): number => {
  const level = Number(text);
  if (!Number.isInteger(level) || level < 1 || level > 5) throw new InvalidArgumentError('a level from 1 to 5');
  return level;
};
const percent = (text: string): number => {
  const given = Number(text);
  if (!Number.isInteger(given) || given < 1 || given > 100) throw new InvalidArgumentError('a whole number from 1 to 100');
  return given;
};
const policyOption = () => new Option('--policy <policy>', 'scoring policy / 计分规则').choices([...policies]);
const rollupOption = () => new Option('--rollup <rollup>', 'roll-up / 汇总规则').choices([...rollups]);
const languageOption = () => new Option('--lang <language>', 'language of the report / 报告语言').choices(['zh', 'en', 'both']).default('zh');
const packOption = () => new Option('--pack <id>', 'catalogue pack, or the folder of one (with a slash) / 标准包，或其文件夹（须带斜杠）');

/** The command contract of the design as a commander program; each action ends with the exit code. */
function buildProgram(terminal: Terminal, ended: (code: number) => void): Command {
  const program = new Command('maturity')
    .description('MLOps 成熟度评估 / MLOps maturity assessment (exit codes: 0 done, 1 findings, 2 usage or bad input)')
    .exitOverride().configureOutput({ writeOut: (text) => { terminal.document(text.trimEnd()); }, writeErr: () => undefined })
    .helpCommand(false);
  const does = <Arguments extends unknown[]>(act: (terminal: Terminal, ...given: Arguments) => Promise<number>) => async (...given: Arguments) => { ended(await act(terminal, ...given)); };

  evidenceCommands(program, does);
  assessmentCommands(program, does);
  timeCommands(program, does);
  journalCommands(program, does);
  catalogueCommands(program, does);
  program.command('serve').description('打开浏览器界面 / open the browser shell').argument('[file]')
    .option('--open', 'open a browser window / 打开浏览器窗口', false).action(does((on, file: string | undefined, options: { readonly open: boolean }) => serveAssessments(on, file, options)));
  return program;
}

type Does = <Arguments extends unknown[]>(act: (terminal: Terminal, ...given: Arguments) => Promise<number>) => (...given: Arguments) => Promise<void>;

function evidenceCommands(program: Command, does: Does): void {
  program.command('assess').description('从证据到报告 / evidence in, assessment and reports out')
    .requiredOption('--evidence <paths...>', 'files, folders, zip archives / 文件、文件夹、压缩包', (value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    .requiredOption('--out <folder>').addOption(packOption()).option('--org <name>').option('--project <name>')
    .option('--target <level>', 'target level / 目标等级', wholeLevel).addOption(policyOption()).addOption(rollupOption())
    .option('--accept-suggestions', 'record direct suggestions as machine ratings / 将直接证据的建议记为机器评分', false)
    .addOption(languageOption()).option('--json', 'print result.json / 打印 result.json', false).action(does(assess));
  program.command('facts').description('读出事实 / read the facts').argument('<paths...>').option('--json', '', false).action(does(facts));
  program.command('suggest').description('事实与建议结论 / facts and suggestions').argument('<paths...>').addOption(packOption()).option('--json', '', false).action(does(suggestions));
}

function assessmentCommands(program: Command, does: Does): void {
  program.command('new').description('新建空白评估 / an empty assessment')
    .requiredOption('--out <file>').option('--org <name>').option('--project <name>')
    .option('--pack <id>', 'may be repeated / 可重复', (value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    .option('--target <level>', '', wholeLevel).addOption(policyOption()).addOption(rollupOption()).action(does(create));
  program.command('rate').description('批量评分 / ratings in bulk').argument('<file>')
    .requiredOption('--from <csv>', 'requirement,value,assessor,confidence,rationale').option('--assessor <name>').action(does(rate));
  program.command('score').description('等级、区间与缘由 / levels, intervals and why').argument('<file>').addOption(packOption()).addOption(policyOption()).addOption(rollupOption())
    .option('--threshold <percent>', 'of the policy threshold / 达标率', percent).option('--quota <percent>', 'of the roll-up quota / 达标比例', percent)
    .option('--why <node>', 'why this node has its level; whole = 总体 / 某节点的等级缘由').option('--json', '', false).action(does(score));
  program.command('check').description('一致性检查 / standing consistency checks').argument('<file>').option('--json', '', false).action(does(check));
  requestCommands(program, does);
  planCommand(program, does);
  program.command('report').description('生成报告 / write the reports').argument('<file>').requiredOption('--out <folder>').addOption(packOption())
    .addOption(new Option('--depth <depth>').choices(['executive', 'management', 'full']).default('full')).addOption(languageOption()).action(does(makeReports));
}

function requestCommands(program: Command, does: Does): void {
  const requests = program.command('requests').description('证据需求清单 / evidence requests').helpCommand(false);
  const narrowed = (command: Command): Command => command.option('--target <level>', 'up to this level / 到此等级为止', wholeLevel).option('--domain <id>', 'domain, item or sub-item / 能力域、能力项或子项')
    .addOption(new Option('--role <role>', 'who can answer / 由谁提供').choices([...roles])).option('--all', 'also where the evidence is sufficient / 包括证据已充分的要求', false);
  narrowed(requests.command('export').description('导出清单 / write the list').argument('<file>').requiredOption('--out <xlsx>')).addOption(languageOption()).action(does(exportRequests));
  narrowed(requests.command('match').description('核对交回的文件夹 / match a returned folder').argument('<file>').argument('<folder>'))
    .option('--apply', 'take the folder in and link what is certain or likely; without this nothing is changed / 导入并关联确定和很可能的各项；不带此项只核对', false).option('--json', '', false).action(does(matchRequests));
}

function timeCommands(program: Command, does: Does): void {
  program.command('compare').description('两次评估或两个里程碑的对比 / two assessments, or two milestones of one').argument('<earlier>').argument('[later]')
    .option('--from <milestone>', 'milestone of the earlier file / 前者的里程碑').option('--to <milestone>', 'milestone of the later file / 后者的里程碑')
    .option('--fail-on-drop', 'exit code 1 if any node stands lower / 有节点降级则退出码为 1', false).option('--json', '', false).action(does(compareFiles));
  program.command('milestones').description('里程碑与走势 / milestones and the trend').argument('<file>').option('--add <name>', 'make one here / 在此设立').option('--json', '', false).action(does(milestones));
  program.command('clone').description('为下一周期新建评估，沿用评分待确认 / a new assessment for the next period, ratings carried over').argument('<file>').requiredOption('--out <file>')
    .option('--project <name>').option('--from <day>', 'assessment period / 评估期间').option('--to <day>').action(does(clone));
}

function planCommand(program: Command, does: Does): void {
  const ids = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  program.command('plan').description('到目标等级的最优改进计划 / the cheapest way to the target').argument('<file>')
    .option('--target <level>', 'of the whole / 总体目标', wholeLevel)
    .option('--domain <ID=level>', 'of a domain, item or sub-item; may be repeated / 能力域、能力项或子项的目标，可重复', (value: string, before: readonly NodeTarget[]) => [...before, nodeTarget(value)], [])
    .option('--budget <days>', 'person-days in all / 预算人天', personDays).option('--capacity <days>', 'person-days per quarter / 每季度可用人天', personDays)
    .option('--start <quarter>', 'first quarter, 2026-Q4 / 起始季度', quarter).option('--deadline <quarter>', 'last quarter / 截止季度', quarter)
    .option('--must <actions...>', 'always in the plan / 必选措施', ids, []).option('--never <actions...>', 'never in the plan / 排除措施', ids, [])
    .option('--curve', 'least effort for every level / 各等级最少工作量', false).option('--alternatives <count>', 'next-best plans, at most 5 / 备选方案数', upToFive, 0)
    .addOption(packOption()).option('--json', '', false).action(does(plan));
}

function nodeTarget(text: string): NodeTarget {
  const [, node, level] = /^(.+)=([1-5])$/.exec(text) ?? [];
  if (node === undefined) throw new InvalidArgumentError('a node and a level from 1 to 5, such as 2.2=3');
  return { node, level: Number(level) };
}

function personDays(text: string): number {
  const days = Number(text);
  if (!Number.isFinite(days) || days <= 0) throw new InvalidArgumentError('a number of person-days above 0');
  return days;
}

function quarter(text: string): string {
  if (!/^\d{4}-Q[1-4]$/.test(text)) throw new InvalidArgumentError('a quarter, such as 2026-Q4');
  return text;
}

function upToFive(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0 || count > 5) throw new InvalidArgumentError('a number from 0 to 5');
  return count;
}

function journalCommands(program: Command, does: Does): void {
  program.command('verify').description('校验文件 / verify the file').argument('<file>').option('--json', '', false).action(does(verify));
  program.command('log').description('操作日志 / the journal').argument('<file>').option('--json', '', false).action(does(log));
  program.command('backups').description('本机上的备份 / the backups on this machine').argument('<file>')
    .option('--make', 'make one now / 立即备份', false).option('--drill', 'verify each as if it were restored / 逐份演练恢复', false).option('--json', '', false).action(does(backups));
  program.command('purge').description('永久清除证据内容 / remove the bytes of evidence for good').argument('<file>')
    .requiredOption('--path <paths...>', 'evidence files as listed / 证据文件的路径', (value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    .requiredOption('--reason <text>', 'kept in the journal / 记入操作日志').action(does(purgeFiles));
  program.command('rebuild').description('重建派生数据 / rebuild derived data').argument('<file>').action(does(rebuild));
}

const assessmentOption = () => new Option('--assessment <file>', 'take the pack kept in this assessment / 取该评估中保存的标准包');
const licensedOption = () => new Option('--with-licensed-wording', 'also give out text imported under a licence / 连同依授权导入的文本').default(false);

function catalogueCommands(program: Command, does: Does): void {
  const catalogue = program.command('catalogue').description('标准包 / catalogue packs').helpCommand(false);
  catalogue.command('list').option('--json', '', false).action(does(catalogueList));
  catalogue.command('show').argument('<id>').addOption(assessmentOption()).addOption(licensedOption()).option('--json', '', false).action(does(catalogueShow));
  catalogue.command('check').argument('<folder>').option('--table', 'counts by sub-item, level, axis, method, checks and source / 按子项、等级、轴线、方法、检查规则与来源统计', false).option('--json', '', false).action(does(catalogueCheck));
  catalogue.command('template').description('导出可填写标准原文的工作簿 / a workbook to put the text of the standard in').addOption(packOption()).addOption(assessmentOption()).requiredOption('--out <file>')
    .addOption(new Option('--lang <language>', 'language of headings / 表头语言').choices(['zh', 'en', 'both']).default('zh')).addOption(licensedOption()).action(does(catalogueTemplate));
  catalogue.command('import').description('比较并导入填写好的工作簿 / compare and import a workbook').argument('<file>').addOption(packOption()).addOption(assessmentOption())
    .option('--edition <name>', 'name of the new edition / 新版次的名称').option('--out <folder>', 'folder of the new edition / 新版次的文件夹').option('--apply', 'write it; without this only the differences are told / 写入；不带此项只列出差异', false).option('--json', '', false).action(does(catalogueImport));
}

/** Runs one command line; returns the exit code. Everything that goes wrong for the user's reasons is one sentence on stderr. */
export async function run(terminal: Terminal, words: readonly string[]): Promise<number> {
  let code = 0;
  try {
    await buildProgram(terminal, (ended) => { code = ended; }).parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof Refusal) { terminal.error(error.sentence[terminal.language]); return error.code; }
    if (error instanceof CommanderError) return usage(terminal, error);
    throw error;
  }
}

function usage(terminal: Terminal, error: CommanderError): number {
  if (error.exitCode === 0) return 0;
  const told = error.message.replace(/^error: /, '');
  const sentence: Bilingual = error.code === 'commander.help'
    ? { zh: '请给出命令；maturity --help 列出全部命令。', en: 'Give a command; maturity --help lists them all.' }
    : { zh: `命令用法有误（${told}）；请用 maturity --help 查看。`, en: `The command is not used rightly (${told}); see maturity --help.` };
  terminal.error(sentence[terminal.language]);
  return 2;
}
