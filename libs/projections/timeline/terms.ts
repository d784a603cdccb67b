import { termOf } from '#read-models';
import type { Term } from '#read-models';
import type { RecordedType } from '#domain';
import type { LoggedFact } from '#projection-engine';
import { documentId } from '#projection-engine';
import type { OrganisationId } from '#vocabulary';
import { backdatedDays, backdatingClass } from './backdating';
import { isByBeneficiary } from './history.filter';
import { monthOf } from './months';
import { concernedBy } from './timeline.entry';

/** The term of every event: the log in its order, as far as the timeline has come. */
export const EVERY_EVENT: Term = termOf(0, '');

/** The term of what an event is found by. A changed one needs the next version of the timeline. */
export const TERMS = {
  id: (id: string) => termOf(1, id),
  stream: (stream: string) => termOf(2, stream),
  type: (type: RecordedType) => termOf(3, type),
  actor: (actor: string) => termOf(4, actor),
  onBehalfOf: (actor: string) => termOf(5, actor),
  correlation: (correlation: string) => termOf(6, correlation),
  /** Named by the event, or above one that was named, when it was recorded. */
  organisation: (organisation: string) => termOf(7, organisation),
  concerned: (organisation: string) => termOf(8, organisation),
  member: (member: string) => termOf(9, member),
  case: (one: string) => termOf(10, one),
  /** See `askedForBy`. */
  asked: (asked: string) => termOf(11, asked),
  /** See `monthOf`. */
  month: (month: number) => termOf(12, month.toString()),
  backdatingClass: (days: number) => termOf(13, days.toString()),
  imported: (isImported: boolean) => termOf(14, isImported ? 'yes' : 'no'),
  byBeneficiary: (isBy: boolean) => termOf(15, isBy ? 'yes' : 'no'),
} as const;

/** All that an event is found by: this is done for every event there is. */
export function termsOf(event: LoggedFact): readonly Term[] {
  const { metadata, data } = event;
  const { actor, onBehalfOf, tags } = metadata;
  const effectiveAt = Date.parse(metadata.effectiveAt);
  const days = backdatedDays(effectiveAt, Date.parse(event.recordedAt));
  const concerned = concernedBy(data);
  const acted = { actor, concerned, members: tags.members, ...(onBehalfOf && { onBehalfOf }) };
  const terms = [
    EVERY_EVENT,
    TERMS.id(event.id),
    TERMS.stream(event.stream),
    TERMS.type(event.type),
    TERMS.actor(actor.id),
    TERMS.correlation(metadata.correlationId),
    TERMS.month(monthOf(effectiveAt)),
    TERMS.backdatingClass(backdatingClass(days)),
    TERMS.imported(metadata.source !== undefined),
    TERMS.byBeneficiary(isByBeneficiary(acted)),
  ];
  for (const organisation of tags.organisations) terms.push(TERMS.organisation(organisation));
  for (const organisation of concerned) terms.push(TERMS.concerned(organisation));
  for (const member of tags.members) terms.push(TERMS.member(member));
  for (const one of tags.cases) terms.push(TERMS.case(one));
  if (onBehalfOf !== undefined) terms.push(TERMS.onBehalfOf(onBehalfOf.id));
  const asked = askedIn(event);
  if (asked !== undefined) terms.push(TERMS.asked(asked));
  return terms;
}

/** What the pledges under campaigns that reach from one organisation in one year are found by. */
export function askedForBy(organisation: OrganisationId, year: number): string {
  return documentId(organisation, year);
}

/** Of which organisation and year an event may be that a campaign asks for everybody below. */
export function askedIn({ type, data }: LoggedFact): string | undefined {
  if (type !== 'PledgeRegistered' || data.campaignRoot === undefined) return undefined;
  return askedForBy(data.campaignRoot, data.year);
}
