import type { ChildFact, OrganisationYearFacts } from '#criteria';
import { valueAt } from '#domain';
import type { OrganisationState } from '#domain';
import { endOfDay } from '#vocabulary';
import type { Instant, LocalDate, OrganisationId } from '#vocabulary';
import type { MeetingCounts, StandingCounts, YearCounts } from '../counts/counts.document';
import { leftOutMembers, mergedEvidence, ownEvidence } from '../counts/evidence';
import { countersOn, isWithin } from '../counts/steps';
import type { Steps } from '../counts/steps';
import type { OrganisationDocument } from '../facts/organisation.facts';
import type { YearDocument } from '../facts/year.facts';
import { lastDayOfMonth, lastMonthOf } from '../../obligations';
import { endedIn, membersHandedOnIn } from '../tree/attachment';
import type { ChildSummary } from '../tree/child-summary';
import { meetingTally, planTally, subtreeTally, targetTally } from './tally';

export interface OrganisationYear {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly standing: OrganisationDocument;
  readonly ofYear: YearDocument;
  readonly standingCounts: StandingCounts;
  readonly yearCounts: YearCounts;
}

/** What the criteria look at, under a framework with this census date. */
export function factsOf(
  subject: OrganisationYear,
  meetings: MeetingCounts | undefined,
  census: LocalDate,
  steps: Steps,
): OrganisationYearFacts {
  const { organisation, year, standing, ofYear, standingCounts, yearCounts } = subject;
  const children = Object.entries(ofYear.children).filter(([, child]) =>
    isWithin(child.attached, census),
  );
  const signed = Object.entries(ofYear.pledges).flatMap(([campaign, pledge]) =>
    pledge.signed === undefined ? [] : [{ campaign, signed: pledge.signed }],
  )[0];
  return {
    organisation: {
      id: organisation,
      ...kindAndType(standing.state, endOfDay(census)),
    },
    year,
    ...(signed === undefined ? {} : { pledge: signed }),
    ...(ofYear.periodClosed === undefined ? {} : { periodClosed: ofYear.periodClosed }),
    targets: targetTally(yearCounts, census),
    meetings: meetingTally(meetings, census),
    ...missedPeriods(subject),
    ...(ofYear.inspectionPlan === undefined
      ? {}
      : { inspectionPlan: planTally(ofYear.inspectionPlan, yearCounts, census) }),
    ratings: Object.entries(standing.ratings).map(([ratedYear, { level, event }]) => ({
      year: Number(ratedYear),
      level,
      event,
    })),
    appraisals: ofYear.appraisals,
    selfScores: ofYear.selfScores,
    subtree: subtreeTally(
      countersOn(steps, census),
      mergedEvidence([
        ownEvidence(yearCounts.evidence, standingCounts.evidence, census),
        ...children.map(([, child]) => child.evidence),
      ]),
      isHandedOn(subject, census)
        ? []
        : leftOutMembers(yearCounts.evidence, standingCounts.evidence, census),
    ),
    children: children
      .filter(([, { endedOn }]) => endedOn === undefined || endedOn > census)
      .map(([id, child]) => childFact(id, child)),
  };
}

/** Whether its members belong to the one that carries on: who of them is left out is told there. */
function isHandedOn({ standing, year }: OrganisationYear, census: LocalDate): boolean {
  const from = membersHandedOnIn(standing.state, year);
  return from !== undefined && from <= census;
}

/** What was recorded of periods that it did not live to see, in ignorance of its end, counts nowhere (handbook, section 12). */
function missedPeriods({
  year,
  standing,
  ofYear,
}: OrganisationYear): Pick<OrganisationYearFacts, 'missedMonths' | 'missedQuarters'> {
  const end = endedIn(standing.state, year);
  const isSeen = (lastMonth: number): boolean =>
    end === undefined || lastDayOfMonth(year, lastMonth) < end;
  return {
    missedMonths: Object.entries(ofYear.missedMonths)
      .map(([month, event]) => ({ month: Number(month), event }))
      .filter(({ month }) => isSeen(month)),
    missedQuarters: Object.entries(ofYear.missedQuarters)
      .map(([quarter, event]) => ({ quarter: Number(quarter), event }))
      .filter(({ quarter }) => isSeen(lastMonthOf(quarter))),
  };
}

function kindAndType(
  state: OrganisationState,
  at: Instant,
): Pick<OrganisationYearFacts['organisation'], 'kind' | 'organisationType'> {
  if (state.status === 'UNKNOWN') return { kind: 'SUBORDINATE_CELL', organisationType: '' };
  return {
    kind: valueAt(state.kind, at) ?? state.kind[0]?.value ?? 'SUBORDINATE_CELL',
    organisationType: valueAt(state.organisationType, at) ?? state.organisationType[0]?.value ?? '',
  };
}

function childFact(organisation: OrganisationId, child: ChildSummary): ChildFact {
  const { recognition, rating } = child;
  return {
    organisation,
    ...(recognition === undefined
      ? {}
      : {
          recognised: recognition.state !== 'REFUSED' && recognition.state !== 'REVOKED',
          recognitionEvent: recognition.event,
        }),
    ...(rating === undefined ? {} : { rating: rating.level, ratingEvent: rating.event }),
  };
}
