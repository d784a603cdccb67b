import { RECOGNITION_EVENTS } from '#domain';
import type { RecordedType } from '#domain';
import type { HistoryFilter, TimelineDocument } from '#projections';
import type { Sight } from '../../access';

const HIDDEN = 'hidden';

/** Who sees no person follows recognitions, and nothing else (access.md, section 3). */
export function isSeenType(type: RecordedType, sight: Sight): boolean {
  return sight.seesPersons || isRecognitionEvent(type);
}

export function seenFilter(filter: HistoryFilter, sight: Sight): HistoryFilter {
  if (sight.seesPersons) return filter;
  const { types = RECOGNITION_EVENTS } = filter;
  return { ...filter, types: types.filter(isRecognitionEvent) };
}

/** The event, without persons for who sees none: whoever acted, and what may name somebody. */
export function seenEvent(event: TimelineDocument, sight: Sight): TimelineDocument {
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
  return RECOGNITION_EVENTS.some((one) => one === type);
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
