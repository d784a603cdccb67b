import { readXml } from './xml';

/** Built-in number formats that show a date or a time (ECMA-376, 18.8.30). */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Indexes of the cell styles whose numbers are dates. */
export function readDateStyles(xml: string): ReadonlySet<number> {
  const customDates = new Set<number>();
  const dateStyles = new Set<number>();
  let inCellFormats = false;
  let index = 0;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt' && showsDate(attributes.formatCode ?? '')) {
        customDates.add(Number(attributes.numFmtId));
      }
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) {
        const format = Number(attributes.numFmtId ?? 0);
        if (BUILT_IN_DATES.has(format) || customDates.has(format)) dateStyles.add(index);
        index += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return dateStyles;
}

function showsDate(formatCode: string): boolean {
  const withoutTexts = formatCode.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dmyhs]/i.test(withoutTexts);
}
