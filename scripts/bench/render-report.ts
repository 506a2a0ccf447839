import os from 'node:os';
import { type BenchTable, holds, type LimitRow, lead, type PeerRow } from './bench-row.js';

function digits(value: number): string {
  if (value === 0) return '0';
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 1 ? value.toFixed(2) : value.toFixed(3);
}

function withUnit(value: number, unit: string): string {
  return unit === '' ? digits(value) : `${digits(value)} ${unit}`;
}

function limitLine(row: LimitRow): string {
  const { what, measured, limit, figure, unit, target } = row;
  const wanted = target === null ? 'none' : `${target.bound} ${target.value}${unit === '' ? '' : ` ${unit}`}`;
  const verdict = target === null ? '' : holds(row) ? 'yes' : '**no**';
  return `| ${what} | ${measured} | ${limit} | ${withUnit(figure, unit)} | ${wanted} | ${verdict} |`;
}

function peerLine(row: PeerRow): string {
  const { what, unit, parley, langchain, orama, whenBehind } = row;
  const leads = [lead(row, langchain), lead(row, orama)];
  const ahead = leads.every((one) => one >= 1);
  const figures = [parley, langchain, orama].map((value) => withUnit(value, unit)).join(' | ');
  return `| ${what} | ${figures} | ${leads.map((one) => `${digits(one)} ×`).join(', ')} | ${ahead ? 'yes' : `**no**: ${whenBehind}`} |`;
}

/** A table as Markdown, with its title and method. */
export function renderTable({ title, method, limits, peers }: BenchTable): string {
  const parts = [`## ${title}`, method];
  if (limits.length > 0) {
    const head = '| what | measured | limit | ratio or time | target | holds |\n|---|---|---|---|---|---|';
    parts.push([head, ...limits.map(limitLine)].join('\n'));
  }
  if (peers.length > 0) {
    const head =
      '| what | Parley | LangChain | Orama | Parley better by (LangChain, Orama) | ahead of both |\n|---|---|---|---|---|---|';
    parts.push([head, ...peers.map(peerLine)].join('\n'));
  }
  return parts.join('\n\n');
}

function machine(): string {
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  return `${os.availableParallelism()} cores of ${os.cpus()[0]?.model ?? 'an unknown processor'}, ${gigabytes} GB, ${os.platform()} ${os.arch()}, Node ${process.versions.node}`;
}

/** The whole of docs/benchmarks.md. */
export function renderReport(
  tables: readonly BenchTable[],
  { command, date, minutes }: { readonly command: string; readonly date: string; readonly minutes: number },
): string {
  const rows = tables.flatMap(({ limits }) => limits).filter(({ target }) => target !== null);
  const met = rows.filter(holds).length;
  return `${[
    '# Benchmarks',
    `Written by \`${command}\` on ${date}, in ${minutes.toFixed(0)} minutes. Machine: ${machine()}. Figures differ from run to run and from machine to machine; each ratio is taken within one run. ${met} of ${rows.length} targets hold.`,
    ...tables.map(renderTable),
  ].join('\n\n')}\n`;
}
