import { daysBetween, localDateOf } from '#vocabulary';
import type { LocalDate, OrganisationId } from '#vocabulary';
import { CASES, casesProjection } from '../../cases';
import type { CaseDocument } from '../../cases';
import type { EventRef } from '#projection-engine';
import { documentsOf, refOf } from '../../facts';
import type { KeptFact } from '../../facts';
import type { Figures } from '../question';
import { firstSignalOf } from './detection';

export interface CaseSubject {
  /** Absent while nothing but the passing of time was recorded of it. */
  readonly case: CaseDocument | undefined;
  /** Recorded by the due-date process. */
  readonly announcementOverdue: EventRef | undefined;
  readonly facts: readonly KeptFact[];
}

export function caseSubject(facts: readonly KeptFact[]): CaseSubject {
  const overdue = facts.findLast(({ type }) => type === 'AnnouncementOverdue');
  return {
    case: casesIn(facts)[0],
    announcementOverdue: overdue && refOf(overdue),
    facts,
  };
}

export function casesIn(facts: readonly KeptFact[]): readonly CaseDocument[] {
  return documentsOf<CaseDocument>(casesProjection, CASES, facts);
}

/** One closed as the same as another counts nowhere, and nothing is asked of it. */
export function unlessDuplicate(one: CaseDocument | undefined): CaseDocument | undefined {
  return one?.duplicateOf === undefined ? one : undefined;
}

export function isConfirmed({ conclusion }: CaseDocument): boolean {
  return conclusion?.confirmed === true;
}

export function isDisciplined({ case: violation }: CaseSubject): boolean {
  return violation !== undefined && violation.decisions.length > 0;
}

/** One, unless a correction took away the facts that told another. */
export function organisationsNamedIn(facts: readonly KeptFact[]): readonly OrganisationId[] {
  return [
    ...new Set(facts.flatMap(({ data }) => ('organisation' in data ? data.organisation : []))),
  ];
}

/** The year a violation happened in; while that is not recorded, that of the first fact. */
export function yearOfCase({ occurredOn, events }: CaseDocument): number {
  const date = occurredOn ?? localDateOf(events[0]?.effectiveAt ?? '1970-01-01T00:00:00+07:00');
  return Number(date.slice(0, 4));
}

/** When the violation happened, and when what was done about it; null what was not. */
export function datesOf(one: CaseDocument): Figures {
  const first = firstSignalOf(one);
  const dates = {
    occurredOn: one.occurredOn ?? null,
    noticedOn: dateOf(first?.received),
    inspectedOn: dateOf(one.inspections[0]),
    concludedOn: dateOf(one.conclusion?.reached),
    decidedOn: dateOf(one.decisions.at(-1)?.decided),
    announcedOn: dateOf(one.decisions.at(-1)?.announced),
    remediedOn: dateOf(one.remediationCompleted),
  };
  return {
    ...dates,
    noticedBy: first?.source ?? null,
    daysToNotice: between(dates.occurredOn, dates.noticedOn),
    daysToInspect: between(dates.noticedOn, dates.inspectedOn),
    daysToConclude: between(dates.noticedOn, dates.concludedOn),
    daysToDecide: between(dates.concludedOn, dates.decidedOn),
    daysToAnnounce: between(dates.decidedOn, dates.announcedOn),
    daysToRemedy: between(dates.concludedOn, dates.remediedOn),
  };
}

function dateOf(event: EventRef | undefined): LocalDate | null {
  return event === undefined ? null : localDateOf(event.effectiveAt);
}

function between(from: LocalDate | null, to: LocalDate | null): number | null {
  return from === null || to === null ? null : daysBetween(from, to);
}
