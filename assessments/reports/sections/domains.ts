import { code, column, ids, levelCell, nodeName, number, progressText, rangeText, text } from '../cells.ts';
import { namedNode, type ReportContext } from '../context.ts';
import type { Group } from '../../catalogue/pack.ts';
import type { Block, Row } from '../document.ts';
import { levelMark } from '../marks.ts';

/** Per domain one table: each sub-item with its level, interval, target, progress and what holds back its next level. */
export function domains(context: ReportContext): readonly Block[] {
  const { say, input: { pack } } = context;
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: say('domains.heading'), anchor: 'domains', mark: null },
    ...pack.groups.filter(({ parent }) => parent === null).flatMap((domain) => domainBlocks(context, domain)),
  ];
}

function domainBlocks(context: ReportContext, domain: Group): readonly Block[] {
  const { say } = context;
  const items = domain.children.flatMap((id) => context.group(id) ?? []);
  const rows = items.flatMap((item) => itemRows(context, item));
  return [
    { kind: 'heading', level: 2, text: context.both(namedNode(context, domain.id)), anchor: `node-${domain.id}`, mark: levelMark(context, context.node(domain.id)) },
    rows.length === 0 ? { kind: 'paragraph', tone: 'body', text: say('domains.unwritten') } : {
      kind: 'table', id: `domains.${domain.id}`, caption: null, totals: null, empty: say('domains.unwritten'),
      columns: [
        column(context, 'name', 'column.subItem', 40), column(context, 'level', 'column.level', 12, { align: 'center' }), column(context, 'interval', 'column.interval', 12, { align: 'center' }),
        column(context, 'target', 'column.target', 11, { align: 'center' }), column(context, 'progress', 'column.progress', 16, { align: 'right' }), column(context, 'blocking', 'column.blocking', 36),
      ],
      rows,
    },
  ];
}

function itemRows(context: ReportContext, item: Group): readonly Row[] {
  const leaves = item.children.length === 0 ? [item] : item.children.flatMap((id) => context.group(id) ?? []);
  const written = leaves.filter(({ requirements }) => requirements.length > 0);
  if (written.length === 0) return [];
  const own = item.children.length === 0 ? [] : [{ kind: 'group', text: nodeName(context, item.id), mark: context.rated ? levelMark(context, context.node(item.id)) : null, note: null } as const];
  return [...own, ...written.map((leaf) => leafRow(context, leaf))];
}

function leafRow(context: ReportContext, { id }: Group): Row {
  const node = context.node(id);
  const blocking = context.rated ? node?.blocking ?? [] : [];
  return { kind: 'cells', cells: [
    text(nodeName(context, id)), levelCell(context, id), code(rangeText(context, id)), number(node?.target ?? null), code(progressText(context, id)), ids(blocking),
  ] };
}
