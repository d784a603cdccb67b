import type { LeftOutMember, Scorecard } from '#criteria';
import { toldMembers, toldScorecard } from '#projections';
import type { OrganisationDocument, ScorecardDocument } from '#projections';
import type { LeftOutMemberType } from './left-out-member.types';
import type { ScorecardType } from './scorecard.types';

export function toScorecard(document: ScorecardDocument, projectedThrough: string): ScorecardType {
  const { organisation, year, campaign } = document;
  const { goods, members, ...told } = toldScorecard(document);
  return {
    ...told,
    organisationId: organisation,
    campaignId: campaign,
    goods: goods.map(({ conditions, ...good }) => ({
      ...good,
      allConditions: conditions.map((condition) => ({
        ...condition,
        scorecardYear: year,
        scorecardOrganisation: organisation,
      })),
    })),
    members: toMembers(organisation, members),
    projectedThrough,
  };
}

/** Of an organisation that exists and recorded nothing for the year: there is nothing to hold against anything. */
export function unpledgedScorecard(
  { organisation, facts }: OrganisationDocument,
  year: number,
  projectedThrough: string,
): ScorecardType {
  const byLevel = { EXCELLENT: 0, GOOD: 0, COMPLETED: 0, FAILED: 0 };
  const noMembers = { rateable: 0, rated: 0, byLevel, exempted: 0, suspended: 0, leftOut: [] };
  return {
    organisationId: organisation,
    year,
    outcome: 'NOT_PLEDGED',
    goods: [],
    failedRules: [],
    members: toMembers(organisation, toldMembers(noMembers)),
    basedOn: facts.at(-1)?.position ?? '0',
    projectedThrough,
  };
}

function toMembers(
  organisation: string,
  { leftOut, ...counts }: ReturnType<typeof toldMembers<Scorecard['members']>>,
): ScorecardType['members'] {
  return {
    ...counts,
    leftOut: leftOut.map((one) => toLeftOutMember(organisation, one)),
  };
}

export function toLeftOutMember(
  organisationId: string,
  { member, reason, event }: LeftOutMember,
): LeftOutMemberType {
  return { organisationId, member, reason, event: event.event };
}
