import { readXml } from './xml';

export interface SheetPlace {
  readonly name: string;
  readonly path: string;
}

/** Where each sheet of the workbook is, by the relationships' ids. */
export function readSheetList(workbook: string, relationships: string): readonly SheetPlace[] {
  const targets = new Map<string, string>();
  readXml(relationships, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) {
        targets.set(Id, Target);
      }
    },
  });
  const sheets: SheetPlace[] = [];
  readXml(workbook, {
    open: (name, attributes) => {
      if (name !== 'sheet') return;
      const target = targets.get(attributes['r:id'] ?? '');
      if (target === undefined) return;
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      sheets.push({ name: attributes.name ?? '', path });
    },
  });
  return sheets;
}

/** Workbooks that began on old Macintosh computers count their days from 1904. */
export function countsFrom1904(workbook: string): boolean {
  let from1904 = false;
  readXml(workbook, {
    open: (name, { date1904 }) => {
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
    },
  });
  return from1904;
}
