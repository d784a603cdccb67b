import type { Table } from '../bundle';
import type { CellRange } from '../merged-cells';
import { requireWithin } from '../read-limits';
import type { TableBuilder, CellRead } from '../table-builder';
import { cellValue } from './cell-value';
import type { CellsOfWorkbook } from './cell-value';
import { rangeOf } from './merged-ranges';
import type { OfficePackage } from './package';
import { MAIN } from './package';
import { MAX_COLUMNS, MAX_ROWS, columnOf, within } from './references';
import type { XmlElement } from './xml';

type IndexedCell = readonly [index: number, CellRead];

/** Reads a sheet into a table: row by row, and of each row no more than the cells that are stored. */
export async function readSheet(
  opened: OfficePackage,
  part: string,
  cells: CellsOfWorkbook,
  table: TableBuilder,
): Promise<Table> {
  const reader = new SheetReader(opened.file, cells, table);
  await opened.read(part, {
    open: (element) => {
      if (MAIN.includes(element.namespace)) reader.open(element);
    },
    text: (text) => {
      reader.text(text);
    },
    close: ({ namespace, name }) => {
      if (MAIN.includes(namespace)) reader.close(name);
    },
  });
  return table.table(reader.merged);
}

class SheetReader {
  readonly merged: CellRange[] = [];
  private rowNumber = 0;
  private row: IndexedCell[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private value: string | undefined;
  private isFormula = false;
  private inValue = false;
  private inPhonetic = false;

  constructor(
    private readonly file: string,
    private readonly cells: CellsOfWorkbook,
    private readonly table: TableBuilder,
  ) {}

  open(element: XmlElement): void {
    switch (element.name) {
      case 'row':
        this.openRow(element);
        break;
      case 'c':
        this.openCell(element);
        break;
      case 'f':
        this.isFormula = true;
        break;
      case 'v':
      case 'is':
        this.value ??= '';
        this.inValue = element.name === 'v';
        break;
      case 't':
        this.inValue = true;
        break;
      case 'rPh':
        this.inPhonetic = true;
        break;
      case 'mergeCell':
        this.merge(element.attribute('ref') ?? '');
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.inValue && !this.inPhonetic && this.value !== undefined) this.value += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.inPhonetic = false;
    if (name === 'v' || name === 't') this.inValue = false;
    if (name === 'c') this.closeCell();
    if (name === 'row') this.closeRow();
  }

  private merge(reference: string): void {
    this.merged.push(rangeOf(reference));
    requireWithin('mergedRanges', this.merged.length, this.file);
  }

  private openRow(element: XmlElement): void {
    const number = Number(placeOf(element) ?? this.rowNumber + 1);
    within(MAX_ROWS, number);
    if (number <= this.rowNumber) throw new Error(`its row ${number} is out of order`);
    this.rowNumber = number;
    this.row = [];
    this.column = -1;
  }

  private openCell(element: XmlElement): void {
    const reference = placeOf(element);
    const column = reference === undefined ? this.column + 1 : columnOf(reference);
    within(MAX_COLUMNS, column + 1);
    if (column <= this.column) {
      throw new Error(`its cell ${reference ?? ''} in row ${this.rowNumber} is out of order`);
    }
    this.column = column;
    this.type = element.attribute('t') ?? 'n';
    this.style = Number(element.attribute('s') ?? 0);
    this.value = undefined;
    this.isFormula = false;
  }

  private closeCell(): void {
    const { type, style, value, isFormula } = this;
    this.value = undefined;
    if (value === undefined && !isFormula) return;
    this.row.push([this.column, cellValue({ type, style, value, isFormula }, this.cells)]);
  }

  private closeRow(): void {
    if (this.rowNumber === 1) this.table.header(this.row);
    else this.table.row(this.rowNumber, this.row);
  }
}

/** Where a row or cell says that it is; an empty place is none, and then it comes after the one before. */
function placeOf(element: XmlElement): string | undefined {
  const place = element.attribute('r')?.trim();
  return place === '' ? undefined : place;
}
