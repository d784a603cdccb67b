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
      sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  return sheets;
}
