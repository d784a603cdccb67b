import type { Sizes } from './sizes';

const KIB = 1024;

/** Largest first, with the sum in bytes for each event. */
export function asMarkdown(title: string, events: number, sizes: readonly Sizes[]): string {
  const sum = (of: (one: Sizes) => number): number =>
    sizes.reduce((total, one) => total + of(one), 0);
  const total: Sizes = {
    name: '**all**',
    rows: sum(({ rows }) => rows),
    data: sum(({ data }) => data),
    indexes: sum(({ indexes }) => indexes),
  };
  const inOrder = [...sizes].sort((a, b) => b.data + b.indexes - a.data - a.indexes);
  const rows = [...inOrder, total].map(({ name, rows: count, data, indexes }) => [
    name,
    whole(count),
    kibibytes(data),
    kibibytes(indexes),
    whole((data + indexes) / events),
  ]);
  const header = [title, 'rows', 'data, KiB', 'indexes, KiB', 'bytes an event'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function kibibytes(bytes: number): string {
  return whole(bytes / KIB);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
