import { concernsOf, scopeOf } from '#domain';
import { OF_NOBODY } from './timeline.document';
import type { IndexField, IndexDefinition } from '#read-models';
import { documentId } from '#projection-engine';
import type { Projection, LoggedFact } from '#projection-engine';
import type { OrganisationId } from '#vocabulary';
import { backdatedDays, backdatingClass } from './backdating';
import { monthOfInstant } from './months';
import type { TimelineDocument } from './timeline.document';

export const TIMELINE = 'timeline';

const POSITION: IndexField = { path: 'position', kind: 'position' };

function byPosition(name: string, ...leading: readonly IndexField[]): IndexDefinition {
  return { name, fields: [...leading, POSITION] };
}

/**
 * Every event as recorded, one document each, written once. All indexes but `recorded` are ordered
 * by position, so that a place in one is a place in every other.
 */
export const timelineProjection: Projection = {
  name: 'timeline',
  version: 4,
  collections: [
    {
      name: TIMELINE,
      indexes: [
        byPosition('position'),
        byPosition('organisation', { path: 'organisations', multiValued: true }),
        byPosition('concerned', { path: 'concerned', multiValued: true }),
        byPosition('member', { path: 'members', multiValued: true }),
        byPosition('case', { path: 'cases', multiValued: true }),
        byPosition('stream', { path: 'stream' }),
        byPosition('asked', { path: 'asked', multiValued: true }),
        byPosition('actor', { path: 'actor.id' }),
        byPosition('correlation', { path: 'correlationId' }),
        byPosition('type', { path: 'type' }),
        byPosition('backdated', { path: 'backdatingClass' }),
        byPosition('effective', { path: 'effectiveMonth' }),
        byPosition('recorded', { path: 'recordedAt' }),
      ],
    },
  ],
  insertOnly: true,
  keysOf: (event) => [{ collection: TIMELINE, id: event.id }],
  initial: () => NOTHING,
  apply: (_document, event) => timelineEntry(event),
  // A correction is one more event; the wrong one stays where it is.
  keysOfCorrection: (correction) => [{ collection: TIMELINE, id: correction.id }],
  correct: (_document, correction) => timelineEntry(correction),
};

const NOTHING: object = Object.freeze({});
const NONE: readonly never[] = [];

/** An event as the timeline keeps it. Shares what it can with it: this is done for every event there is. */
export function timelineEntry(event: LoggedFact): TimelineDocument {
  const { metadata } = event;
  const { tags, effectiveAt, onBehalfOf, reason, causationId, source, readThrough } = metadata;
  const days = backdatedDays(effectiveAt, event.recordedAt);
  return {
    id: event.id,
    stream: event.stream,
    revision: event.revision,
    position: event.position.toString(),
    type: event.type,
    schemaVersion: event.schemaVersion,
    ...(event.storedSchemaVersion !== undefined && {
      storedSchemaVersion: event.storedSchemaVersion,
    }),
    effectiveAt,
    recordedAt: event.recordedAt,
    actor: metadata.actor,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(reason !== undefined && { reason }),
    legalBasis: metadata.legalBasis ?? NONE,
    evidence: metadata.evidence ?? NONE,
    correlationId: metadata.correlationId,
    ...(causationId !== undefined && { causationId }),
    commandId: metadata.commandId,
    organisations: tags.organisations,
    concerned: [
      ...concernsOf(event.data).organisations,
      ...(scopeOf(event.data).length === 0 ? [OF_NOBODY] : []),
    ],
    ...askedIn(event),
    members: tags.members,
    cases: tags.cases,
    backdatedDays: days,
    backdatingClass: backdatingClass(days),
    effectiveMonth: monthOfInstant(effectiveAt),
    ...(source !== undefined && { source }),
    ...(readThrough !== undefined && { readThrough }),
    data: event.data,
  };
}

/** What the pledges under campaigns that reach from one organisation in one year are found by. */
export function askedForBy(organisation: OrganisationId, year: number): string {
  return documentId(organisation, year);
}

function askedIn({ type, data }: LoggedFact): Pick<TimelineDocument, 'asked'> {
  if (type !== 'PledgeRegistered' || data.campaignRoot === undefined) return {};
  return { asked: [askedForBy(data.campaignRoot, data.year)] };
}
