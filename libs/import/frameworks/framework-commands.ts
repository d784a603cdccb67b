import { startOfDay } from '#vocabulary';
import type { Instant } from '#vocabulary';
import type { FrameworkFile } from '../reading/bundle';
import { isCalendarDate } from '../rows/dates';
import { idOf } from '../rows/texts';
import { flatValues } from '../running/flat-values';
import { identity } from '../running/row-identity';
import type { RowIdentity } from '../running/row-identity';
import type { RowCommand } from '../tables';
import type { RowProblem } from '../rows/row-reader';
import { inOrder, jsonObjectOf } from './json-object';

/** A framework file as read. */
export type FrameworkRead =
  | { readonly ok: false; readonly problem: RowProblem }
  | {
      readonly ok: true;
      readonly id: string;
      readonly version: number;
      /** The framework that it extends, if it does. */
      readonly base: string | undefined;
      readonly effectiveAt: Instant;
      /** By its values, whatever the layout of the file. */
      readonly identity: RowIdentity;
      /** As it was told apart when the order of its fields still counted. */
      readonly spelled: RowIdentity;
      readonly commands: readonly RowCommand[];
      /** The value at a path of the definition. */
      readonly valueAt: (path: string) => string;
    };

/** A framework file is drafted, and published unless it says `"draft": true`. */
export function readFramework({ file, text }: FrameworkFile): FrameworkRead {
  const parsed = jsonObjectOf(file, text);
  if (!parsed.ok) return refused(parsed.code, parsed.reason);
  const { draft, ...definition } = parsed.value;
  const { id, version, extends: base } = definition;
  if (typeof id !== 'string' || id === '') {
    return refused('MISSING_VALUE', `${file} has no id, or an id that is not a text.`, 'id');
  }
  const checked = idOf(id);
  if (!checked.ok) return refused(checked.code, checked.reason, 'id');
  if (typeof version !== 'number') {
    return refused(
      'MISSING_VALUE',
      `${file} has no version, or a version that is not a number.`,
      'version',
    );
  }
  const effectiveAt = startOfDay(inForceSince(definition));
  const reference = { framework: id, version };
  const key = `${id}/${version}`;
  const values = flatValues({ definition });
  const type = base === undefined ? 'DraftFramework' : 'ExtendFramework';
  const step = { effectiveAt, datedBy: 'legalBasis' };
  const drafted: RowCommand = { command: { type, ...reference, definition }, ...step };
  const published: RowCommand = { command: { type: 'PublishFramework', ...reference }, ...step };
  return {
    ok: true,
    id,
    version,
    base: idIn(base),
    effectiveAt,
    identity: identity('frameworks', key, JSON.stringify(inOrder(parsed.value))),
    spelled: identity('frameworks', key, JSON.stringify(parsed.value)),
    valueAt: (path) => values.get(path) ?? '',
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
  const isDated = typeof validFrom === 'string' && isCalendarDate(validFrom);
  return latest ?? (isDated ? validFrom : '1970-01-01');
}

function dateOf(basis: unknown): string | undefined {
  const isDated = typeof basis === 'object' && basis !== null && 'date' in basis;
  return isDated && typeof basis.date === 'string' && isCalendarDate(basis.date)
    ? basis.date
    : undefined;
}

function idIn(base: unknown): string | undefined {
  const hasId = typeof base === 'object' && base !== null && 'id' in base;
  return hasId && typeof base.id === 'string' ? base.id : undefined;
}

function refused(code: string, reason: string, column?: string): FrameworkRead {
  return { ok: false, problem: { code, reason, ...(column === undefined ? {} : { column }) } };
}
