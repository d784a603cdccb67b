import type { EvidenceRef } from '#criteria';
import { isRateable } from '#domain';
import type { MemberState } from '#domain';
import { compareInstants, localDateOf } from '#vocabulary';
import type { LocalDate, MemberStatus, OrganisationId } from '#vocabulary';
import type { MemberDocument } from '../../facts/member.facts';
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
    ...lastOfYears(document.ratings, ({ event }) => event).flatMap(([year, { level, event }]) =>
      inYear(rateable, year, { name: 'rated', level }, { kind: `rated:${level}`, ...event }),
    ),
    ...lastOfYears(document.pledges, (event) => event).flatMap(([year, event]) =>
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
function lastOfYears<Value>(
  values: Readonly<Record<string, Value>>,
  eventOf: (value: Value) => EvidenceRef,
): readonly (readonly [year: number, value: Value])[] {
  const last = new Map<number, Value>();
  for (const [name, value] of Object.entries(values)) {
    const year = Number(name.slice(0, name.indexOf('/')));
    const other = last.get(year);
    const isLater =
      other === undefined || BigInt(eventOf(value).position) > BigInt(eventOf(other).position);
    if (isLater) last.set(year, value);
  }
  return [...last];
}
