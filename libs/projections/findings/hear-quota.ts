import { comparePositions, endOfDay } from '#vocabulary';
import type { CriteriaFramework, LocalDate, OrganisationId, OrganisationKind } from '#vocabulary';
import { organisationKindAt } from '#domain';
import type { OrganisationState } from '#domain';
import type { MemberRatingDocument } from '../reviews';
import { attachedTo, isWithin } from '../scorecards';
import { later } from './fact-archive';
import type { FactArchive } from './fact-archive';
import type { Hearing } from './hearing';
import type { FactsSubject } from './keys';
import { answersTo } from './question';
import { memberRatingsIn, standingDecision } from './subjects/rating.subject';
import { ofType } from './subjects/of-type';
import type { OrganisationYear } from './subjects/year.subject';
import { QUOTA_QUESTIONS } from './year';

const GRASSROOTS: readonly (OrganisationKind | undefined)[] = [
  'GRASSROOTS_COMMITTEE',
  'GRASSROOTS_CELL',
];

/** The quota is that of a grassroots organisation: every rating below it counts, wherever it was given. */
export async function hearQuotas(
  subjects: readonly FactsSubject[],
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const due = new Map<string, OrganisationYear>();
  for (const subject of subjects) {
    for (const one of await quotasReached(subject, archive)) {
      due.set(`${one.year}/${one.organisation}`, one);
    }
  }
  const hearings: Hearing[] = [];
  for (const one of due.values()) hearings.push(await hearQuota(one, archive));
  return hearings;
}

async function quotasReached(
  subject: FactsSubject,
  archive: FactArchive,
): Promise<readonly OrganisationYear[]> {
  switch (subject.kind) {
    case 'ratings':
    case 'framework-of-year': {
      const { year } = subject;
      const above = await everCountedBy(subject.organisation, archive);
      return above.map((organisation) => ({ organisation, year }));
    }
    case 'organisation': {
      const above = await everCountedBy(subject.organisation, archive);
      const years = await Promise.all(above.map((one) => yearsBelow(one, archive)));
      return years.flat();
    }
    default:
      return [];
  }
}

async function hearQuota(
  { organisation, year }: OrganisationYear,
  archive: FactArchive,
): Promise<Hearing> {
  const hearing = { organisation, year, subject: [year, organisation] };
  const { framework } = await archive.frameworkOf({ organisation, year });
  const census = `${year}-${framework?.parameters.censusDate ?? '12-31'}`;
  const { content } = await archive.organisation(organisation);
  const isAsked = framework === undefined || quotaOf(framework) !== undefined;
  if (!isAsked || !countsItself(content.state, census)) {
    return { ...hearing, answers: answersTo(QUOTA_QUESTIONS, NOTHING_RATED), position: 0n };
  }
  const counted = await countedIn({ organisation, year }, census, archive);
  const quota = quotaOf(framework ?? (await frameworkBelow(counted, year, archive)));
  const ratings: MemberRatingDocument[] = [];
  for (const one of counted) {
    const { standing } = await archive.facts({ kind: 'ratings', organisation: one, year });
    ratings.push(...memberRatingsIn(standing));
  }
  const rated = { quota, memberRatings: onePerMember(ratings) };
  return {
    ...hearing,
    answers: answersTo(QUOTA_QUESTIONS, rated),
    position: await positionBelow({ organisation, year }, archive),
  };
}

const NOTHING_RATED = { quota: undefined, memberRatings: [] };

function quotaOf(framework: CriteriaFramework | undefined) {
  return framework?.parameters.ratingQuota ?? undefined;
}

/** Of several organisations, a member's last decision counts. */
function onePerMember(ratings: readonly MemberRatingDocument[]): readonly MemberRatingDocument[] {
  const decided = ratings
    .flatMap((one) => {
      const position = standingDecision(one.rating)?.event.position;
      return position === undefined ? [] : [{ one, position }];
    })
    .toSorted((a, b) => comparePositions(a.position, b.position));
  return [...new Map(decided.map(({ one }) => [one.member, one])).values()];
}

/** A grassroots organisation; one of which no parent is known stands for itself. */
function countsItself(state: OrganisationState, census: LocalDate): boolean {
  return isGrassroots(state, census) || standsForItself(state);
}

function isGrassroots(state: OrganisationState, on: LocalDate): boolean {
  return GRASSROOTS.includes(organisationKindAt(state, endOfDay(on)));
}

function standsForItself(state: OrganisationState): boolean {
  return (
    state.status === 'UNKNOWN' ||
    (state.parent.every(({ value }) => value === undefined) &&
      state.kind.every(({ value }) => value !== 'SUPERIOR_COMMITTEE'))
  );
}

/** Those that may ever have counted an organisation, whatever the tree of the day. */
async function everCountedBy(
  organisation: OrganisationId,
  archive: FactArchive,
): Promise<readonly OrganisationId[]> {
  const above = new Set([organisation]);
  const counting: OrganisationId[] = [];
  for (const one of above) {
    const { ever } = await archive.organisation(one);
    for (const parent of ever.parents) above.add(parent);
    const { state } = ever;
    const wasGrassroots =
      state.status === 'ESTABLISHED' && state.kind.some(({ value }) => GRASSROOTS.includes(value));
    if (wasGrassroots || standsForItself(state)) counting.push(one);
  }
  return counting;
}

/** The organisation and all below it on a day, but what another grassroots organisation counts. */
async function countedIn(
  { organisation, year }: OrganisationYear,
  census: LocalDate,
  archive: FactArchive,
): Promise<readonly OrganisationId[]> {
  const counted = new Set([organisation]);
  for (const parent of counted) {
    const { ever } = await archive.organisation(parent);
    for (const child of ever.children) {
      const { state } = (await archive.organisation(child)).content;
      const isBelow = isWithin(attachedTo(state, parent, year), census);
      if (isBelow && !isGrassroots(state, census)) counted.add(child);
    }
  }
  return [...counted];
}

/** Where the grassroots organisation has none itself. */
async function frameworkBelow(
  organisations: readonly OrganisationId[],
  year: number,
  archive: FactArchive,
): Promise<CriteriaFramework | undefined> {
  for (const organisation of organisations) {
    const { framework } = await archive.frameworkOf({ organisation, year });
    if (framework !== undefined) return framework;
  }
  return undefined;
}

async function everBelow(
  organisation: OrganisationId,
  archive: FactArchive,
): Promise<readonly OrganisationId[]> {
  const below = new Set([organisation]);
  for (const one of below) {
    const { ever } = await archive.organisation(one);
    for (const child of ever.children) below.add(child);
  }
  return [...below];
}

/** All years in which there was a framework, and so may be a quota. */
async function yearsBelow(
  organisation: OrganisationId,
  archive: FactArchive,
): Promise<readonly OrganisationYear[]> {
  const years = new Set<number>();
  for (const one of await everBelow(organisation, archive)) {
    const { ever } = await archive.facts({ kind: 'frameworks-of-years', organisation: one });
    for (const type of ['PledgeRegistered', 'AssessmentOpened'] as const) {
      for (const { data } of ofType(ever, type)) years.add(data.year);
    }
  }
  return [...years].map((year) => ({ organisation, year }));
}

/** Of whatever may count: it never shrinks, so that it is the same wherever batches were cut. */
async function positionBelow(
  { organisation, year }: OrganisationYear,
  archive: FactArchive,
): Promise<bigint> {
  const below = await everBelow(organisation, archive);
  const positions = await Promise.all(
    below.flatMap((one) => [
      archive.positionOf({ kind: 'organisation', organisation: one }),
      archive.positionOf({ kind: 'ratings', organisation: one, year }),
      archive.positionOf({ kind: 'framework-of-year', organisation: one, year }),
    ]),
  );
  return positions.reduce(later, 0n);
}
