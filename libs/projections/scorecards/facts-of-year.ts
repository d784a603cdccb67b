import type { ChildFact, MeetingFact, OrganisationYearFacts } from '#criteria';
import { endOfDay } from '#vocabulary';
import type { Instant, LocalDate, OrganisationId } from '#vocabulary';
import { valueAt } from '#domain';
import type { OrganisationState } from '#domain';
import type { ChildSummary, OrganisationDocument, YearDocument } from './documents';
import { leftOutMembers, mergedEvidence, ownEvidence } from './evidence';
import { ownSteps } from './own-steps';
import { NO_STEPS, countersOn, isWithin, sumOfSteps, within } from './steps';
import type { Steps } from './steps';
import { tallyOf } from './tally';

const PRESENT = 'present';

export interface OrganisationYear {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly standing: OrganisationDocument;
  readonly ofYear: YearDocument;
}

/** Counts of the organisation and all below it, for every census date of the year. */
export function subtreeSteps({ organisation, year, standing, ofYear }: OrganisationYear): Steps {
  return sumOfSteps([
    presence(ofYear, year),
    ownSteps(standing, organisation, year),
    ...Object.values(ofYear.children).map(({ steps, attached }) => within(steps, attached)),
  ]);
}

/**
 * Counts those organisations that are there in their own right, and not because of one below:
 * a scorecard is kept while there is any at or below it.
 */
function presence({ foldedThrough, demandedBy }: YearDocument, year: number): Steps {
  const isPresent = foldedThrough !== undefined || Object.keys(demandedBy).length > 0;
  return isPresent ? { [`${year}-01-01`]: { [PRESENT]: 1 } } : NO_STEPS;
}

export function isAnyPresent(steps: Steps): boolean {
  return Object.values(steps).some((counters) => PRESENT in counters);
}

/** What the criteria look at, under a framework with this census date. */
export function factsOf(
  of: OrganisationYear,
  census: LocalDate,
  steps: Steps,
): OrganisationYearFacts {
  const { organisation, year, standing, ofYear } = of;
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
    targets: Object.values(ofYear.targets),
    meetings: meetingsHeld(ofYear),
    missedMonths: Object.entries(ofYear.missedMonths).map(([month, event]) => ({
      month: Number(month),
      event,
    })),
    missedQuarters: Object.entries(ofYear.missedQuarters).map(([quarter, event]) => ({
      quarter: Number(quarter),
      event,
    })),
    ...(ofYear.inspectionPlan === undefined ? {} : { inspectionPlan: ofYear.inspectionPlan }),
    ratings: Object.entries(standing.ratings).map(([ratedYear, { level, event }]) => ({
      year: Number(ratedYear),
      level,
      event,
    })),
    appraisals: ofYear.appraisals,
    selfScores: ofYear.selfScores,
    subtree: tallyOf(
      countersOn(steps, census),
      mergedEvidence([
        ownEvidence(standing, organisation, year, census),
        ...children.map(([, child]) => child.evidence),
      ]),
      leftOutMembers(standing, organisation, census),
    ),
    children: children.map(([id, child]) => childFact(id, child)),
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

function meetingsHeld(ofYear: YearDocument): readonly MeetingFact[] {
  return Object.entries(ofYear.meetings).flatMap(([id, meeting]) => {
    if (meeting.held === undefined || meeting.cancelled === true) return [];
    const { event, ...held } = meeting.held;
    return [
      {
        id,
        ...held,
        held: event,
        ...(meeting.documents === undefined ? {} : { documents: meeting.documents }),
        ...(meeting.preparation === undefined ? {} : { preparation: meeting.preparation }),
        ...(meeting.score === undefined ? {} : { score: meeting.score }),
      },
    ];
  });
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
