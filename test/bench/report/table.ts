import { MIB } from '../benchmark';
import type { Aim, Result } from '../benchmark';

export const COLUMNS = [
  'benchmark',
  'measured',
  'a round',
  'bytes each',
  'floor /s',
  'subject /s',
  'ratio',
  'spread',
  'aim',
  'met',
  'peak memory',
] as const;

export function rowOf(result: Result): readonly string[] {
  const { name, title, unit, units, bytesEach, subjectPerSecond, comparison, peakMemory, aim } =
    result;
  return [
    name,
    title,
    `${whole(units)} ${unit}`,
    whole(bytesEach),
    comparison === undefined ? '–' : whole(comparison.floorPerSecond),
    whole(subjectPerSecond),
    comparison === undefined ? '–' : comparison.ratio.toFixed(2),
    comparison === undefined
      ? '–'
      : `${comparison.lowest.toFixed(2)}–${comparison.highest.toFixed(2)}`,
    aimInWords(aim),
    aim.kind === 'none' ? '–' : isMet(result) ? 'yes' : 'no',
    mebibytes(peakMemory),
  ];
}

/** In columns, for a terminal. */
export function asText(rows: readonly (readonly string[])[]): string {
  const widths = COLUMNS.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(COLUMNS), ...rows.map(line)].join('\n');
}

export function asMarkdown(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map(line)].join('\n');
}

function isMet({ aim, comparison, peakMemory, subjectPerSecond }: Result): boolean {
  switch (aim.kind) {
    case 'ratio':
      return comparison !== undefined && comparison.ratio >= aim.atLeast;
    case 'rate':
      return subjectPerSecond >= aim.atLeast;
    case 'memory':
      return peakMemory < aim.below;
    case 'hashes':
      return aim.measured < aim.below;
    case 'none':
      return true;
  }
}

function aimInWords(aim: Aim): string {
  switch (aim.kind) {
    case 'ratio':
      return `ratio ≥ ${aim.atLeast}`;
    case 'rate':
      return `≥ ${whole(aim.atLeast)} /s`;
    case 'memory':
      return `memory < ${mebibytes(aim.below)}`;
    case 'hashes':
      return `${aim.measured} hashes < ${aim.below}`;
    case 'none':
      return '–';
  }
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / MIB)} MiB`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
