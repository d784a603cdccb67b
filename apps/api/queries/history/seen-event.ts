import { GRANT_EVENTS, RECOGNITION_EVENTS, WEBHOOK_EVENTS } from '#domain';
import type { RecordedType } from '#domain';
import type { HistoryFilter, TimelineEntry } from '#projections';
import type { Sight } from '../../access';

const HIDDEN = 'hidden';

/**
 * Who sees no person follows recognitions, and nothing else (access.md, section 3); grants and webhooks belong to who
 * may give them (section 2).
 */
export function isSeenType(type: RecordedType, sight: Sight): boolean {
  return (
    (sight.seesPersons || isRecognitionEvent(type)) &&
    (sight.seesGrantsOfOthers || !isAmong(GRANT_EVENTS, type)) &&
    (sight.seesWebhooksOfOthers || !isAmong(WEBHOOK_EVENTS, type))
  );
}

export function seenFilter(filter: HistoryFilter, sight: Sight): HistoryFilter {
  const withoutTypes = [
    ...(sight.seesGrantsOfOthers ? [] : GRANT_EVENTS),
    ...(sight.seesWebhooksOfOthers ? [] : WEBHOOK_EVENTS),
  ];
  if (sight.seesPersons) return { ...filter, withoutTypes };
  const { types = RECOGNITION_EVENTS } = filter;
  // Whoever is not shown who acted cannot find it out by asking for one after the other.
  const seen = asksForPersons(filter) ? [] : types.filter(isRecognitionEvent);
  return { ...filter, types: seen };
}

function asksForPersons(filter: HistoryFilter): boolean {
  const { actor, onBehalfOf, byBeneficiary, member, case: about } = filter;
  return [actor, onBehalfOf, byBeneficiary, member, about].some((asked) => asked !== undefined);
}

/** The event, without persons for who sees none: whoever acted, and what may name somebody. */
export function seenEvent(event: TimelineEntry, sight: Sight): TimelineEntry {
  if (sight.seesPersons) return event;
  const { actor, onBehalfOf, reason: _reason, source: _source, data, ...rest } = event;
  return {
    ...rest,
    actor: { ...actor, id: HIDDEN },
    ...(onBehalfOf && { onBehalfOf: { ...onBehalfOf, id: HIDDEN } }),
    evidence: [],
    members: [],
    cases: [],
    data: publicData(data),
  };
}

function isRecognitionEvent(type: RecordedType): boolean {
  return isAmong(RECOGNITION_EVENTS, type);
}

function isAmong(types: readonly RecordedType[], type: RecordedType): boolean {
  return types.includes(type);
}

/** What a recognition event says of no person. */
const PUBLIC_FIELDS = [
  'organisation',
  'year',
  'number',
  'decidedBy',
  'grantedBy',
  'reward',
  'publishBy',
];

function publicData(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([name]) => PUBLIC_FIELDS.includes(name)));
}
