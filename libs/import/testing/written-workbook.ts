import { zipOf } from './zip';

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** How a program writes what it means: all of these say the same to whoever reads by the standard. */
export interface WorkbookStyle {
  readonly isStrict?: boolean;
  /** Of elements and of relationships' ids. */
  readonly prefix?: string;
  readonly idPrefix?: string;
  /** Where its parts are: `xl/` and the names that programs usually give, or something else. */
  readonly folder?: string;
  readonly names?: { readonly workbook: string; readonly strings: string; readonly styles: string };
  readonly hasAbsoluteTargets?: boolean;
  readonly encoding?: 'utf-8' | 'utf-16le';
  /** Google and small libraries leave parts out that hold nothing. */
  readonly hasStyles?: boolean;
}

export interface WrittenSheet {
  readonly name: string;
  /** `<row>` elements; with the prefix where there is one, written as `~`: `<~row>`. */
  readonly rows: string;
  /** What comes after the rows, in the same way. */
  readonly after?: string;
  readonly kind?: string;
}

export interface Written {
  readonly sheets: readonly WrittenSheet[];
  /** The content of each `si`. */
  readonly strings?: readonly string[];
  /** Format codes of the styles from 1 on; numbers are built-in ones. */
  readonly formats?: readonly (string | number)[];
  /** Attributes and elements of the workbook. */
  readonly workbookPr?: string;
  readonly calcPr?: string;
}

const FIRST_CUSTOM_FORMAT = 164;

/** A workbook as a program writes it, part by part. */
export function writtenWorkbook(written: Written, style: WorkbookStyle = {}): Buffer {
  const {
    folder = 'xl/',
    hasAbsoluteTargets = false,
    encoding = 'utf-8',
    hasStyles = true,
  } = style;
  const names = style.names ?? {
    workbook: 'workbook.xml',
    strings: 'sharedStrings.xml',
    styles: 'styles.xml',
  };
  const uris = style.isStrict === true ? STRICT : TRANSITIONAL;
  const prefix = style.prefix === undefined ? '' : `${style.prefix}:`;
  const bound = style.prefix === undefined ? 'xmlns' : `xmlns:${style.prefix}`;
  const idPrefix = style.idPrefix ?? 'r';
  const part = (root: string, content: string): Buffer =>
    Buffer.from(
      `${encoding === 'utf-8' ? '' : '\uFEFF'}<?xml version="1.0" standalone="yes"?><~${root} ${bound}="${uris.main}" xmlns:${idPrefix}="${uris.relationships}">${content}</~${root}>`.replaceAll(
        '~',
        prefix,
      ),
      encoding === 'utf-8' ? 'utf8' : 'utf16le',
    );
  const sheets = written.sheets.map((sheet, index) => ({
    ...sheet,
    id: `rId${index + 1}`,
    path: `worksheets/s${index + 1}.xml`,
  }));
  const target = (path: string): string => (hasAbsoluteTargets ? `/${folder}${path}` : path);
  const relationship = (id: string, kind: string, to: string): string =>
    `<Relationship Id="${id}" Type="${uris.relationships}/${kind}" Target="${to}"/>`;
  const relationships = (all: readonly string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const formats = written.formats ?? [];
  const styles = [
    `<~numFmts>${formats
      .map((code, index) =>
        typeof code === 'number'
          ? ''
          : `<~numFmt numFmtId="${FIRST_CUSTOM_FORMAT + index}" formatCode="${escaped(code)}"/>`,
      )
      .join('')}</~numFmts>`,
    `<~cellXfs><~xf numFmtId="0"/>${formats
      .map(
        (code, index) =>
          `<~xf numFmtId="${typeof code === 'number' ? code : FIRST_CUSTOM_FORMAT + index}"/>`,
      )
      .join('')}</~cellXfs>`,
  ].join('');
  return zipOf({
    '_rels/.rels': relationships([
      relationship(
        'rId1',
        'officeDocument',
        `${hasAbsoluteTargets ? '/' : ''}${folder}${names.workbook}`,
      ),
    ]),
    [`${folder}_rels/${names.workbook}.rels`]: relationships([
      ...sheets.map(({ id, path, kind }) => relationship(id, kind ?? 'worksheet', target(path))),
      relationship('rIdA', 'sharedStrings', target(names.strings)),
      ...(hasStyles ? [relationship('rIdB', 'styles', target(names.styles))] : []),
    ]),
    [`${folder}${names.workbook}`]: part(
      'workbook',
      `<~workbookPr ${written.workbookPr ?? ''}/><~sheets>${sheets
        .map(
          ({ id, name }, index) =>
            `<~sheet name="${escaped(name)}" sheetId="${index + 1}" ${idPrefix}:id="${id}"/>`,
        )
        .join('')}</~sheets>${written.calcPr ?? ''}`,
    ),
    [`${folder}${names.strings}`]: part(
      'sst',
      (written.strings ?? []).map((string) => `<~si>${string}</~si>`).join(''),
    ),
    ...(hasStyles ? { [`${folder}${names.styles}`]: part('styleSheet', styles) } : {}),
    ...Object.fromEntries(
      sheets.map(({ path, rows, after = '' }) => [
        `${folder}${path}`,
        part('worksheet', `<~sheetData>${rows}</~sheetData>${after}`),
      ]),
    ),
  });
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
