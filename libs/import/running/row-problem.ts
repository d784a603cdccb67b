import { CommandConflict, CommandIdReused, CommandRefused, RowChanged } from '#commands';
import type { Refusal } from '#domain';
import { EventTooLarge, StreamIncomplete } from '#event-log';
import type { RowProblem } from '../rows/row-reader';
import { quoted } from '../rows/reading';
import type { Difference } from './difference';

/** Where the fields of a row's commands come from. */
export interface ColumnsOfRow {
  /** Of the file; none where it has no columns: then a field is named as it is. */
  readonly columns?: readonly string[];
  readonly columnsOfFields?: Readonly<Record<string, string>>;
  /** The column that says when the command of this id was true. */
  datedBy(commandId: string | undefined): string | undefined;
}

/** Whether something else was recorded under the row's key or its commands' ids. */
export function isChanged(error: unknown): boolean {
  return error instanceof RowChanged || error instanceof CommandIdReused;
}

export function changedProblem({ column, before, now }: Difference): RowProblem {
  const [was, is] = [before, now].map((value) => (value === '' ? 'empty' : quoted(value)));
  const reason = `The row was imported before with different content: ${column} was ${was ?? ''}, and is ${is ?? ''} now.`;
  return { column, code: 'CHANGED_ROW', reason };
}

export function changedSealedProblem(column: string): RowProblem {
  const reason = `The row was imported before with a different ${column} or what is sealed with it; neither text is shown here.`;
  return { column, code: 'CHANGED_ROW', reason };
}

/** A refusal belongs to its row; `undefined` for any other error, which ends the import. */
export function problemOf(error: unknown, row: ColumnsOfRow): RowProblem | undefined {
  if (error instanceof CommandRefused) return refused(error, row);
  if (error instanceof CommandConflict) return { code: 'CONFLICT', reason: error.message };
  if (error instanceof EventTooLarge) return { code: 'LIMIT_EXCEEDED', reason: error.message };
  if (error instanceof StreamIncomplete) {
    return { code: 'HISTORY_INCOMPLETE', reason: error.message };
  }
  return undefined;
}

function refused({ refusal, commandId }: CommandRefused, row: ColumnsOfRow): RowProblem {
  const { code, field } = refusal;
  const dated = row.datedBy(commandId);
  const column = field === undefined || field === 'effectiveAt' ? dated : columnOf(field, row);
  const named = column ?? dated;
  return { ...(named === undefined ? {} : { column: named }), code, reason: reasonOf(refusal) };
}

/** `attendance.present` → `present`; `organisationType` → `type` where the table says so. */
export function columnOf(
  field: string,
  { columns, columnsOfFields = {} }: Omit<ColumnsOfRow, 'datedBy'>,
): string | undefined {
  if (columns === undefined) return field;
  return field
    .split('.')
    .map((part) => columnsOfFields[part] ?? snakeCase(part))
    .reverse()
    .find((name) => columns.includes(name));
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function reasonOf({ code, rule, message, details }: Refusal): string {
  const withRule = rule === code ? message : `${message} (${rule})`;
  const problems = frameworkProblems(details?.problems);
  return [withRule, ...problems.slice(0, 5)].join(' ');
}

/** The problems of a framework's definition, with their paths. */
function frameworkProblems(problems: unknown): readonly string[] {
  if (!Array.isArray(problems)) return [];
  return problems.flatMap((problem: unknown) => {
    const isProblem =
      typeof problem === 'object' && problem !== null && 'path' in problem && 'message' in problem;
    return isProblem ? [`${String(problem.path)}: ${String(problem.message)}`] : [];
  });
}
