import { startOfDay } from '#domain';
import type { FrameworkFile } from './bundle';
import type { RowCommand } from './row-commands';
import type { RowProblem } from './row-reader';

type Read =
  | { readonly ok: true; readonly commands: readonly RowCommand[]; readonly key: string }
  | { readonly ok: false; readonly problem: RowProblem };

/** A framework file is drafted, and published unless it says `"draft": true`. */
export function frameworkCommands({ text }: FrameworkFile): Read {
  const parsed = parseObject(text);
  if (parsed === undefined) {
    return refused('NOT_JSON', 'The file is not a JSON object.');
  }
  const { draft, ...definition } = parsed;
  const { id, version } = definition;
  if (typeof id !== 'string' || id === '') return refused('MISSING_VALUE', 'id is missing.');
  if (typeof version !== 'number') return refused('MISSING_VALUE', 'version is missing.');
  const effectiveAt = startOfDay(inForceSince(definition));
  const of = { framework: id, version };
  const type = definition['extends'] === undefined ? 'DraftFramework' : 'ExtendFramework';
  const drafted: RowCommand = { command: { type, ...of, definition }, effectiveAt };
  const published: RowCommand = { command: { type: 'PublishFramework', ...of }, effectiveAt };
  return {
    ok: true,
    key: `${id}/${version}`,
    commands: draft === true ? [drafted] : [drafted, published],
  };
}

/** The date of the document that the framework rests on, or else the first day of its validity. */
function inForceSince(definition: Readonly<Record<string, unknown>>): string {
  const { legalBasis, validFrom } = definition;
  const dates = Array.isArray(legalBasis)
    ? legalBasis.flatMap((basis: unknown) => dateOf(basis) ?? [])
    : [];
  const latest = dates.sort().at(-1);
  return latest ?? (typeof validFrom === 'string' && isDate(validFrom) ? validFrom : '1970-01-01');
}

function dateOf(basis: unknown): string | undefined {
  const isDated = typeof basis === 'object' && basis !== null && 'date' in basis;
  return isDated && typeof basis.date === 'string' && isDate(basis.date) ? basis.date : undefined;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}

function refused(code: string, reason: string): Read {
  return { ok: false, problem: { code, reason } };
}
