import type { EvidenceRef } from '#criteria';
import { isRateable } from '#domain';
import type { MemberState } from '#domain';
import { compareInstants, comparePositions, localDateOf } from '#vocabulary';
import type { LocalDate, MemberStatus, OrganisationId } from '#vocabulary';
import { raterOf, ratingName } from '../../facts/member.facts';
import type { MemberDocument, RatingFact } from '../../facts/member.facts';
import type { Contribution } from '../contribution';
import type { Count } from '../count';

type Standing = 'rateable' | 'exempted' | 'suspended';

/** Dates during which a member was in an organisation with a status that counts. */
interface Stay {
  readonly organisation: OrganisationId;
  readonly standing: Standing;
  /** What made the status. */
  readonly event?: EvidenceRef;
  readonly from: LocalDate;
  /** Exclusive. */
  readonly to?: LocalDate;
}

/** A member counts where he or she is; ratings and pledges of a year count while he or she is rateable in it. */
export function memberContributions(document: MemberDocument): readonly Contribution[] {
  const stays = staysOf(document);
  const rateable = stays.filter(({ standing }) => standing === 'rateable');
  return [
    ...stays.map((stay) => presence(document, stay)),
    ...rateable.flatMap((stay) => ratedIn(stay, document)),
    ...lastOfYears(document.pledges).flatMap(([year, event]) =>
      inYear(rateable, year, { name: 'pledged' }, { kind: 'memberPledges', ...event }),
    ),
  ];
}

function presence({ member }: MemberDocument, stay: Stay): Contribution {
  const { organisation, standing, event, from, to } = stay;
  const isLeftOut = standing !== 'rateable' && event !== undefined;
  const reason = standing === 'exempted' ? 'EXEMPTED' : 'SUSPENDED';
  return {
    count: { name: standing },
    appliesTo: { organisation, from, ...(to === undefined ? {} : { to }) },
    evidence: isLeftOut ? [{ kind: 'leftOut', member, reason, ...event }] : [],
  };
}

/**
 * A member has one rating a year: of the organisation where he or she is or, when that one gave none,
 * of the one where he or she was last before (criteria.md, section 3).
 */
function ratedIn(stay: Stay, document: MemberDocument): readonly Contribution[] {
  const { ratings } = document;
  const years = new Set(Object.keys(ratings).map(yearOfName));
  const raters = [stay.organisation, ...organisationBefore(stay, document)];
  return [...years].flatMap((year) => {
    const rating =
      raters
        .map((organisation) => ratings[ratingName({ year, organisation })])
        .find((given) => given !== undefined) ?? bySuccessor(year, document);
    if (rating === undefined) return [];
    const { level, event } = rating;
    return inYear([stay], year, { name: 'rated', level }, { kind: `rated:${level}`, ...event });
  });
}

function organisationBefore(
  { organisation, from }: Stay,
  { state }: MemberDocument,
): readonly OrganisationId[] {
  if (state.status !== 'ADMITTED') return [];
  const before = state.organisations.findLast(
    ({ since, value }) => value !== organisation && localDateOf(since) <= from,
  );
  return before === undefined ? [] : [before.value];
}

/**
 * Whoever was merged into another organisation is rated there, and recorded where he or she was: so of organisations
 * where the member was never recorded, the rating recorded last counts, when no other does.
 */
function bySuccessor(year: number, { ratings, everIn }: MemberDocument): RatingFact | undefined {
  return Object.entries(ratings)
    .filter(([name]) => yearOfName(name) === year && !everIn.includes(raterOf(name)))
    .map(([, rating]) => rating)
    .sort((a, b) => comparePositions(a.event.position, b.event.position))
    .at(-1);
}

function inYear(
  stays: readonly Stay[],
  year: number,
  count: Count,
  evidence: Contribution['evidence'][number],
): readonly Contribution[] {
  const [newYear, nextYear] = [`${year}-01-01`, `${year + 1}-01-01`];
  return stays.flatMap(({ organisation, from, to }) => {
    if (from >= nextYear || (to !== undefined && to <= newYear)) return [];
    const appliesTo = {
      organisation,
      year,
      ...(from > newYear ? { from } : {}),
      ...(to !== undefined && to < nextYear ? { to } : {}),
    };
    return [{ count, appliesTo, evidence: [evidence] }];
  });
}

function staysOf({ state, statusEvents }: MemberDocument): readonly Stay[] {
  if (state.status !== 'ADMITTED') return [];
  const stays: Stay[] = [];
  const dates = datesOf(state);
  for (const [index, from] of dates.entries()) {
    const place = state.organisations.findLast(({ since }) => localDateOf(since) <= from);
    const status = state.statuses.findLast(({ since }) => localDateOf(since) <= from);
    const standing = status && standingOf(status.value);
    if (place === undefined || status === undefined || standing === undefined) continue;
    const event = statusEvents.findLast(
      ({ since }) => compareInstants(since, status.since) === 0,
    )?.event;
    const to = dates[index + 1];
    const stay = {
      organisation: place.value,
      standing,
      ...(event === undefined ? {} : { event }),
      from,
      ...(to === undefined ? {} : { to }),
    };
    const before = stays.at(-1);
    if (before !== undefined && goesOn(before, stay)) {
      stays[stays.length - 1] = { ...stay, from: before.from };
    } else stays.push(stay);
  }
  return stays;
}

/** Who becomes official stays as rateable as before. */
function goesOn(before: Stay, stay: Stay): boolean {
  return (
    before.to === stay.from &&
    before.organisation === stay.organisation &&
    before.standing === 'rateable' &&
    stay.standing === 'rateable'
  );
}

function datesOf({
  organisations,
  statuses,
}: Extract<MemberState, { status: 'ADMITTED' }>): readonly LocalDate[] {
  const dates = [...organisations, ...statuses].map(({ since }) => localDateOf(since));
  return [...new Set(dates)].sort();
}

function standingOf(status: MemberStatus): Standing | undefined {
  if (status === 'EXEMPTED') return 'exempted';
  if (status === 'SUSPENDED') return 'suspended';
  return isRateable(status) ? 'rateable' : undefined;
}

/** Of several of a year, the one recorded last is the one that counts. */
function lastOfYears(
  events: Readonly<Record<string, EvidenceRef>>,
): readonly (readonly [year: number, event: EvidenceRef])[] {
  const last = new Map<number, EvidenceRef>();
  for (const [name, event] of Object.entries(events)) {
    const year = yearOfName(name);
    const other = last.get(year);
    if (other === undefined || comparePositions(event.position, other.position) > 0) {
      last.set(year, event);
    }
  }
  return [...last];
}

/** Of a rating or a pledge, which are named by the year first. */
function yearOfName(name: string): number {
  return Number(name.slice(0, name.indexOf('/')));
}
