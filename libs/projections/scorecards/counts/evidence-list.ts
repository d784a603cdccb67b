import { EVIDENCE_LIMIT } from '#criteria';
import { comparePositions } from '#vocabulary';
import type { LocalDate } from '#vocabulary';
import type { EvidenceEntry, ListedKind } from './contribution';

/** An event behind a count, with the dates for which it is, unless that is the whole year. */
export interface Listed extends Omit<EvidenceEntry, 'kind'> {
  readonly from?: LocalDate;
  /** Exclusive. */
  readonly to?: LocalDate;
}

/**
 * The events behind the counts of one kind, the earliest first. No more than a limit stand in the
 * list: whatever is beyond it is kept in documents of their own, so that no list grows with what is
 * recorded. What stands here are always all the events up to the `horizon`.
 */
export interface EvidenceList {
  readonly listed: readonly Listed[];
  /** With those beyond the horizon. */
  readonly total: number;
  /** Position of the last event that could be in the list; absent while all of them are. */
  readonly horizon?: string;
}

export type EvidenceLists = Readonly<Partial<Record<ListedKind, EvidenceList>>>;

/** A list after a change, and what that moved out of it, or removed beyond it. */
export interface ListChange {
  readonly list: EvidenceList;
  readonly keptBeyond?: Listed;
  readonly removedBeyond?: Listed;
}

const NOTHING: EvidenceList = { listed: [], total: 0 };
/** People left out of a denominator are named: of those, more stand in the list. */
const LEFT_OUT_LIMIT = 200;

export function limitOf(kind: ListedKind): number {
  return kind === 'leftOut' ? LEFT_OUT_LIMIT : EVIDENCE_LIMIT;
}

export function withListed(list: EvidenceList = NOTHING, entry: Listed, limit: number): ListChange {
  const total = list.total + 1;
  if (list.horizon !== undefined && isAfter(entry.position, list.horizon)) {
    return { list: { ...list, total }, keptBeyond: entry };
  }
  const listed = withInOrder(list.listed, entry);
  const last = listed[limit];
  if (last === undefined) return { list: { ...list, listed, total } };
  const kept = listed.slice(0, limit);
  return { list: { listed: kept, total, horizon: positionOfLast(kept) }, keptBeyond: last };
}

function withInOrder(listed: readonly Listed[], entry: Listed): readonly Listed[] {
  const last = listed.at(-1);
  if (last === undefined || compare(last, entry) <= 0) return [...listed, entry];
  const after = listed.findIndex((other) => compare(other, entry) > 0);
  return listed.toSpliced(after, 0, entry);
}

/** `undefined` where nothing is left. */
export function withoutListed(
  list: EvidenceList = NOTHING,
  entry: Listed,
): Omit<ListChange, 'list'> & { readonly list: EvidenceList | undefined } {
  const listed = list.listed.filter((other) => compare(other, entry) !== 0);
  const total = list.total - 1;
  if (total === 0) return { list: undefined, ...beyond(listed, list, entry) };
  const { horizon: _, ...rest } = list;
  const isComplete = total === listed.length;
  return {
    list: isComplete ? { ...rest, listed, total } : { ...list, listed, total },
    ...beyond(listed, list, entry),
  };
}

function beyond(
  listed: readonly Listed[],
  before: EvidenceList,
  entry: Listed,
): Pick<ListChange, 'removedBeyond'> {
  return listed.length === before.listed.length ? { removedBeyond: entry } : {};
}

function positionOfLast(listed: readonly Listed[]): string {
  return listed.at(-1)?.position ?? '-1';
}

/** By position, and where one event stands for several stretches of dates, by these. */
export function compare(a: Listed, b: Listed): number {
  if (a.position !== b.position) return isAfter(a.position, b.position) ? 1 : -1;
  const [nameOfA, nameOfB] = [nameOf(a), nameOf(b)];
  return nameOfA < nameOfB ? -1 : Number(nameOfA > nameOfB);
}

/** Tells the entries of one list apart. */
export function nameOf({ event, member = '', from = '' }: Listed): string {
  return [event, member, from].join(' ');
}

/** Whether a position comes after another one; both decimal. */
export function isAfter(a: string, b: string): boolean {
  return comparePositions(a, b) > 0;
}
