import { builtInFormat, formatOf } from './number-format';
import type { NumberFormat } from './number-format';
import type { OfficePackage } from './package';
import { MAIN } from './package';

/** How the cells of each style show numbers, by the style's index. */
export async function readCellFormats(
  opened: OfficePackage,
  part: string | undefined,
): Promise<readonly NumberFormat[]> {
  if (part === undefined) return [];
  const custom = new Map<number, NumberFormat>();
  const formats: Record<string, number[]> = { cellStyleXfs: [], cellXfs: [] };
  let list = '';
  await opened.read(part, {
    open: (element) => {
      if (!MAIN.includes(element.namespace)) return;
      const { name } = element;
      if (name === 'numFmt' && list === '') {
        custom.set(
          Number(element.attribute('numFmtId')),
          formatOf(element.attribute('formatCode') ?? ''),
        );
      }
      if (name === 'cellStyleXfs' || name === 'cellXfs' || name === 'dxfs') list = name;
      if (name === 'xf') {
        const inherited = formats.cellStyleXfs?.[Number(element.attribute('xfId') ?? 0)];
        formats[list]?.push(Number(element.attribute('numFmtId') ?? inherited ?? 0));
      }
    },
    close: ({ name }) => {
      if (name === list) list = '';
    },
  });
  return (formats.cellXfs ?? []).map((id) => custom.get(id) ?? builtInFormat(id));
}
