import type { OfficePackage, Relationship } from './package';
import { MAIN, RELATIONSHIPS } from './package';
import { unescaped } from './escapes';

export interface SheetPlace {
  readonly name: string;
  /** `worksheet`, `chartsheet` …; none where the workbook does not say where it is. */
  readonly kind: string | undefined;
  readonly part: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetPlace[];
  /** Workbooks that began on old Macintosh computers count their days from 1904. */
  readonly countsFrom1904: boolean;
  /** Whoever opens it is to calculate anew: what is stored for formulas need not be what they give. */
  readonly isCalculated: boolean;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

/** What the workbook says of its sheets, whose parts are found by the ids of its relationships. */
export async function readWorkbookPart(opened: OfficePackage): Promise<WorkbookPart> {
  const root = await opened.relationshipsOf();
  const part = root.find(({ kind }) => kind === 'officeDocument')?.target;
  if (part === undefined) throw new Error('it does not say where its workbook is');
  const relationships = await opened.relationshipsOf(part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetPlace[] = [];
  let [countsFrom1904, isCalculated, isWorkbook] = [false, true, false];
  await opened.read(part, {
    open: (element) => {
      if (!MAIN.includes(element.namespace)) return;
      if (element.name === 'workbook') isWorkbook = true;
      if (element.name === 'workbookPr') countsFrom1904 = isTrue(element.attribute('date1904'));
      if (element.name === 'calcPr') {
        const isDone = element.attribute('calcCompleted') ?? '1';
        isCalculated = isTrue(isDone) && !isTrue(element.attribute('fullCalcOnLoad'));
      }
      if (element.name === 'sheet') {
        const place = byId.get(element.attribute('id', RELATIONSHIPS) ?? '');
        const name = unescaped(element.attribute('name') ?? '');
        sheets.push({ name, kind: place?.kind, part: place?.target ?? '' });
      }
    },
  });
  if (!isWorkbook) throw new Error('its main part is no workbook');
  return {
    sheets,
    countsFrom1904,
    isCalculated,
    sharedStrings: targetOf('sharedStrings', relationships),
    styles: targetOf('styles', relationships),
  };
}

function targetOf(kind: string, relationships: readonly Relationship[]): string | undefined {
  return relationships.find((relationship) => relationship.kind === kind)?.target;
}

/** As XML Schema has it. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
