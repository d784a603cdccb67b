import { compareInstants, localDateOf } from '#vocabulary';
import type { Instant, MemberId, OrganisationId } from '#vocabulary';
import { hasLeft } from '#domain';
import type { KeptFact } from '../facts';
import { later } from './fact-archive';
import type { FactArchive } from './fact-archive';
import type { Hearing } from './hearing';
import type { FactsSubject } from './keys';
import { MEMBER_QUESTIONS } from './member';
import { answersTo } from './question';
import { factsOfMembers, memberIn } from './subjects/member.subject';
import type { Membership } from './subjects/membership';
import { mergedInto } from './subjects/organisation.subject';
import type { OrganisationSubject } from './subjects/organisation.subject';

const ENDS: readonly KeptFact['type'][] = [
  'OrganisationMerged',
  'OrganisationSplit',
  'OrganisationDissolved',
];

/** Members of whom something was recorded, or whose organisation ended. */
export async function hearMembers(
  subjects: readonly FactsSubject[],
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const due = new Set<MemberId>();
  for (const subject of subjects) {
    if (subject.kind === 'member') due.add(subject.member);
    if (subject.kind !== 'organisation') continue;
    const { ever } = await archive.organisation(subject.organisation);
    if (endsOf(ever).length === 0) continue;
    for (const member of await everIn(subject.organisation, archive)) due.add(member);
  }
  await archive.prefetch([...due].map((member) => ({ kind: 'member', member })));
  const hearings: Hearing[] = [];
  for (const member of due) hearings.push(...(await hearMember(member, archive)));
  return hearings;
}

async function hearMember(member: MemberId, archive: FactArchive): Promise<readonly Hearing[]> {
  const facts = await archive.facts({ kind: 'member', member });
  const [state, everState] = [memberIn(facts.standing), memberIn(facts.ever)];
  if (everState.status === 'UNKNOWN') return [];
  const known = state.status === 'UNKNOWN' ? everState : state;
  const recorded = known.organisations.at(-1);
  if (recorded === undefined) return [];
  const now = await placeNow(recorded.value, recorded.since, archive);
  const isKnown = state.status !== 'UNKNOWN';
  const status = known.statuses.at(-1)?.value;
  const subject: Membership = {
    member,
    hasLeft: status !== undefined && hasLeft(status),
    place: isKnown ? now.organisation : undefined,
    ended: now.ended,
  };
  return [
    {
      organisation: now.organisation,
      year: Number(localDateOf(now.ended?.effectiveAt ?? recorded.since).slice(0, 4)),
      subject: [member],
      answers: answersTo(MEMBER_QUESTIONS, subject),
      position: later(facts.position, now.position),
    },
  ];
}

interface Place {
  readonly organisation: OrganisationId;
  readonly ended: KeptFact | undefined;
  /** Of the last event that ended an organisation on the way to it. */
  readonly position: bigint;
}

/** Where members of an organisation are now: with the one that it was merged into, and so on. */
async function placeNow(
  recorded: OrganisationId,
  since: Instant,
  archive: FactArchive,
): Promise<Place> {
  const passed = new Set<OrganisationId>();
  let [organisation, arrived, position] = [recorded, since, 0n];
  for (;;) {
    passed.add(organisation);
    const { content, ever } = await archive.organisation(organisation);
    position = endsOf(ever).map(positionOf).reduce(later, position);
    const { state } = content;
    if (state.status === 'UNKNOWN') return { organisation, ended: undefined, position };
    const { endedAt, mergedInto: successor } = state;
    if (endedAt === undefined || successor === undefined || passed.has(successor)) {
      return { organisation, ended: endOf(content, arrived), position };
    }
    if (compareInstants(arrived, endedAt) < 0) arrived = endedAt;
    organisation = successor;
  }
}

/** Its dissolution, or else that it was split while they were there. */
function endOf(content: OrganisationSubject, arrived: Instant): KeptFact | undefined {
  const ends = endsOf(content);
  return (
    ends.findLast(({ type }) => type === 'OrganisationDissolved') ??
    ends.findLast(
      ({ type, effectiveAt }) =>
        type === 'OrganisationSplit' && compareInstants(arrived, effectiveAt) <= 0,
    )
  );
}

function endsOf({ facts, organisation }: OrganisationSubject): readonly KeptFact[] {
  return facts.filter(
    ({ type, data }) =>
      ENDS.includes(type) && 'organisation' in data && data.organisation === organisation,
  );
}

function positionOf({ position, withdrawal }: KeptFact): bigint {
  return BigInt(withdrawal?.correction.position ?? position);
}

/** All who were ever in an organisation, or in one that was merged into it. */
async function everIn(
  organisation: OrganisationId,
  archive: FactArchive,
): Promise<readonly MemberId[]> {
  const members: MemberId[] = [];
  const organisations = new Set([organisation]);
  for (const one of organisations) {
    const { ever } = await archive.facts({ kind: 'entries', organisation: one });
    members.push(...factsOfMembers(one, ever).keys());
    for (const merged of mergedInto((await archive.organisation(one)).ever)) {
      organisations.add(merged.organisation);
    }
  }
  return members;
}
