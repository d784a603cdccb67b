import { MEETING_LEVELS } from '#vocabulary';
import type { CriteriaFramework, MeetingLevel, MeetingScale } from '#vocabulary';
import { evaluate } from '../evaluation/evaluate';
import type { Scorecard } from '../evaluation/scorecard';
import { EVIDENCE_LIMIT } from '../facts';
import type {
  EvidenceRef,
  InspectionPlanTally,
  MeetingFact,
  MeetingTally,
  OrganisationYearFacts,
  TargetFact,
  TargetTally,
} from '../facts';
import { judgeMeeting } from '../meetings/judge-meeting';
import { evidenceOf } from '../metrics/evidence';
import { targetMargin } from '../metrics/targets.metric';

export interface InspectionPlanFact {
  readonly adopted: EvidenceRef;
  readonly items: readonly { readonly code: string; readonly done?: EvidenceRef }[];
}

/** A year as specs tell it: fact by fact, where the criteria look at tallies. */
export interface GivenYear extends Omit<
  OrganisationYearFacts,
  'targets' | 'meetings' | 'inspectionPlan'
> {
  readonly targets: readonly TargetFact[];
  readonly meetings: readonly MeetingFact[];
  readonly inspectionPlan?: InspectionPlanFact;
}

export function evaluateGiven(framework: CriteriaFramework, given: GivenYear): Scorecard {
  return evaluate(framework, tallied(given, framework.meetingScale));
}

export function tallied(given: GivenYear, scale: MeetingScale | undefined): OrganisationYearFacts {
  const { targets, meetings, inspectionPlan, ...rest } = given;
  return {
    ...rest,
    targets: talliedTargets(targets),
    meetings: talliedMeetings(meetings, given.year, scale),
    ...(inspectionPlan && { inspectionPlan: talliedPlan(inspectionPlan) }),
  };
}

function earliest(refs: readonly (EvidenceRef | undefined)[]) {
  const all = evidenceOf(refs);
  return { refs: all.slice(0, EVIDENCE_LIMIT), total: all.length };
}

function talliedTargets(targets: readonly TargetFact[]): TargetTally {
  const margins = targets.map(targetMargin);
  return {
    total: targets.length,
    unconfirmed: margins.filter((margin) => margin === undefined).length,
    met: margins.filter((margin) => margin !== undefined && margin >= 0).length,
    exceeded: margins.filter((margin) => margin !== undefined && margin > 0).length,
    evidence: earliest(targets.map(({ confirmed, assignedBy }) => confirmed?.event ?? assignedBy))
      .refs,
  };
}

function talliedPlan({ adopted, items }: InspectionPlanFact): InspectionPlanTally {
  const done = items.flatMap((item) => item.done ?? []);
  return { adopted, items: items.length, done: done.length, evidence: earliest(done).refs };
}

function talliedMeetings(
  meetings: readonly MeetingFact[],
  year: number,
  scale: MeetingScale | undefined,
): MeetingTally {
  const judged = meetings.flatMap((meeting) => {
    const judgement = judgeMeeting(meeting, year, scale);
    return judgement ? [{ meeting, ...judgement }] : [];
  });
  const regular = judged.flatMap(({ meeting, valid, regular: of }) =>
    of ? [{ meeting, valid, ...of }] : [],
  );
  const thematic = judged.flatMap(({ meeting, valid, thematic: of }) =>
    of ? [{ meeting, valid, ...of }] : [],
  );
  const distinct = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);
  const levels = Object.fromEntries(
    MEETING_LEVELS.map((known) => [known, regular.filter(({ level }) => level === known).length]),
  ) as Record<MeetingLevel, number>;
  return {
    monthsHeld: distinct(regular.map(({ month }) => month)),
    validMonths: distinct(regular.flatMap(({ month, valid }) => (valid ? [month] : []))),
    validQuarters: distinct(thematic.flatMap(({ quarter, valid }) => (valid ? [quarter] : []))),
    regular: regular.length,
    scored: regular.filter(({ meeting }) => meeting.score).length,
    prepared: regular.filter(({ prepared }) => prepared).length,
    present: regular.reduce((sum, { meeting }) => sum + meeting.present, 0),
    expected: regular.reduce((sum, { meeting }) => sum + meeting.expected, 0),
    levels,
    evidence: {
      validRegular: earliest(
        regular.map(({ meeting, valid }) => (valid ? meeting.held : undefined)),
      ),
      validThematic: earliest(
        thematic.map(({ meeting, valid }) => (valid ? meeting.held : undefined)),
      ),
      regular: earliest(regular.map(({ meeting }) => meeting.held)),
      scoring: earliest(regular.map(({ meeting }) => meeting.score?.event ?? meeting.held)),
      preparation: earliest(
        regular.map(({ meeting, prepared }) =>
          prepared ? meeting.preparation?.event : meeting.held,
        ),
      ),
      scores: earliest(regular.map(({ meeting }) => meeting.score?.event)),
    },
  };
}
