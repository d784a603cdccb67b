import type { RecordedEvent } from '#event-log';
import { localDateOf } from '#vocabulary';
import type { RowCommand } from '../tables';
import type { Difference } from './difference';
import { FACTS_OF_COMMANDS } from './facts-of-commands';
import type { FactOfCommand } from './facts-of-commands';
import { flatValues, isSameValue } from './flat-values';
import { columnOf } from './row-problem';
import type { ColumnsOfRow } from './row-problem';

export interface RowNow {
  readonly commands: readonly RowCommand[];
  readonly columns: Omit<ColumnsOfRow, 'datedBy'>;
  /** The value of a column. */
  readonly valueAt: (column: string) => string;
}

/**
 * What a row says now and said otherwise when it was recorded, of each column once. Events hold what the row said
 * then: none of it is written anywhere else.
 *
 * @param recorded the events that the row became
 */
export function differencesOf(
  now: RowNow,
  recorded: readonly RecordedEvent[],
): readonly Difference[] {
  // What is sealed is compared by whoever has the key, and is told nowhere.
  const readable = recorded.filter(({ type }) => type !== 'MemberIdentityRecorded');
  const steps = [...Map.groupBy(readable, ({ metadata }) => metadata.commandId).values()];
  const found: Difference[] = [];
  for (const given of now.commands.filter(({ clear }) => clear === undefined)) {
    const fact = FACTS_OF_COMMANDS[given.command.type];
    if (fact === undefined) throw new TypeError(`Nothing is known of ${given.command.type}`);
    const at = steps.findIndex(([first]) => first?.type === fact.event);
    const [events] = at < 0 ? [] : steps.splice(at, 1);
    found.push(...(events === undefined ? [added(given, now)] : changes(given, fact, events, now)));
  }
  const removed = steps.flatMap(([first]) => (first === undefined ? [] : removedStep(first)));
  const byColumn = new Map(
    [...found, ...removed].reverse().map((difference) => [difference.column, difference]),
  );
  return [...byColumn.values()].reverse();
}

function added({ datedBy }: RowCommand, { valueAt }: RowNow): Difference {
  return { column: datedBy, before: '', now: valueAt(datedBy) };
}

function removedStep(first: RecordedEvent): readonly Difference[] {
  const fact = Object.values(FACTS_OF_COMMANDS).find(({ event }) => event === first.type);
  if (fact === undefined) return [];
  const { column } = fact;
  return [{ column, before: shown(column, first.metadata.effectiveAt), now: '' }];
}

function changes(
  given: RowCommand,
  fact: FactOfCommand,
  events: readonly RecordedEvent[],
  now: RowNow,
): readonly Difference[] {
  const { type: _, ...fields } = given.command;
  const values = flatValues(fields);
  const before = recordedValues(events);
  const columnFor = (path: string): string =>
    fact.columns?.[path] ?? columnOf(path, now.columns) ?? given.datedBy;
  const found: Difference[] = [];
  for (const [path, value] of values) {
    const then = before.get(path) ?? '';
    if (!isSameValue(path, then, value)) {
      found.push({ column: columnFor(path), before: then, now: value });
    }
  }
  for (const [path, then] of before) {
    const column = fact.columns?.[path] ?? columnOf(path, now.columns);
    if (values.has(path) || then === '' || column === undefined) continue;
    if (now.valueAt(column) === '') found.push({ column, before: then, now: '' });
  }
  return [...found, ...circumstances(given, fact, events)];
}

/** What the events of one command hold; the flags of a grievance have an event each. */
function recordedValues(events: readonly RecordedEvent[]): ReadonlyMap<string, string> {
  const [first, ...others] = events;
  const values = new Map(flatValues(first?.data ?? {}));
  if (first?.type === 'GrievanceOpened') {
    const flags = others.flatMap(({ data }) => flatValues(data ?? {}).get('flag') ?? []);
    values.set('flags', flags.join('|'));
  }
  return values;
}

/** When it was, for whom, and on what document. */
function circumstances(
  given: RowCommand,
  { by }: FactOfCommand,
  [first]: readonly RecordedEvent[],
): readonly Difference[] {
  if (first === undefined) return [];
  const { effectiveAt, onBehalfOf, legalBasis = [] } = first.metadata;
  const found: Difference[] = [];
  const [before, now] = [effectiveAt, given.effectiveAt].map((at) => shown(given.datedBy, at));
  if (before !== undefined && now !== undefined && before !== now) {
    found.push({ column: given.datedBy, before, now });
  }
  if (by !== undefined && onBehalfOf !== undefined && onBehalfOf.id !== given.onBehalfOf?.id) {
    found.push({ column: by, before: onBehalfOf.id, now: given.onBehalfOf?.id ?? '' });
  }
  const documents = [legalBasis, given.legalBasis ?? []].map((list) =>
    list.map(({ number, date, issuer }) => `${number};${date};${issuer}`).join('|'),
  );
  if (documents[0] !== documents[1]) {
    found.push({ column: 'legal_basis', before: documents[0] ?? '', now: documents[1] ?? '' });
  }
  return found;
}

/**
 * The row of an assessment says when and by whom it was appraised; the rows of the appraisals recorded it.
 *
 * @param others the events of the assessment's stream
 */
export function appraisalDifferences(
  valueAt: RowNow['valueAt'],
  others: readonly RecordedEvent[],
): readonly Difference[] {
  const appraised = others.find(
    ({ type, metadata }) => type === 'AppraisalRecorded' && metadata.source !== undefined,
  );
  if (appraised === undefined) return [];
  const { effectiveAt, onBehalfOf } = appraised.metadata;
  const told = [
    { column: 'appraised_on', before: localDateOf(effectiveAt) },
    ...(onBehalfOf === undefined || onBehalfOf.id.includes('/')
      ? []
      : [{ column: 'appraised_by', before: onBehalfOf.id }]),
  ];
  return told
    .map(({ column, before }) => ({ column, before, now: valueAt(column) }))
    .filter(({ before, now }) => before !== now);
}

/** Of a time of day only where the column has one. */
function shown(column: string, at: string): string {
  if (!column.endsWith('_at')) return localDateOf(at);
  const time = Date.parse(at);
  return Number.isNaN(time)
    ? at
    : `${new Date(time + VIETNAM_OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}

const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;
