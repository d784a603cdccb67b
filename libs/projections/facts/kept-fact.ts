import { toPosition } from '#event-log';
import { comparePositions, PROCESS_ROLE } from '#vocabulary';
import type { Actor, EventId, Instant, OrganisationId } from '#vocabulary';
import type { EventRef, RecordedFact } from '#projection-engine';

/** An event as it is kept to be asked about: what the other read models look at, and no more. */
export interface KeptFact {
  readonly id: EventId;
  readonly stream: string;
  /** Decimal. */
  readonly position: string;
  readonly recordedAt: Instant;
  readonly type: RecordedFact['type'];
  readonly effectiveAt: Instant;
  /** Of its tags: whom it concerns, with all above at that time, nearest first. */
  readonly organisations: readonly OrganisationId[];
  /** It came from a file: its order of recording says nothing about who spoke first. */
  readonly imported?: true;
  readonly reason?: string;
  /** Who was behind it, and who entered it; nobody where an operator or the program itself did for nobody. */
  readonly by?: readonly Actor[];
  readonly data: RecordedFact['data'];
  /** The correction that withdrew it, and who was behind that. */
  readonly withdrawal?: { readonly correction: EventRef; readonly by?: readonly Actor[] };
}

export function kept({
  id,
  stream,
  position,
  recordedAt,
  type,
  data,
  metadata,
}: RecordedFact): KeptFact {
  const { effectiveAt, tags, source, reason } = metadata;
  const by = actorsBehind(metadata);
  return {
    id,
    stream,
    position: position.toString(),
    recordedAt,
    type,
    effectiveAt,
    organisations: tags.organisations,
    ...(source === undefined ? {} : { imported: true }),
    ...(reason === undefined ? {} : { reason }),
    ...(by.length === 0 ? {} : { by }),
    data,
  };
}

/** Operators enter what others did, and processes record what time brought: neither speaks for itself. */
export function actorsBehind({
  actor,
  onBehalfOf,
}: Pick<RecordedFact['metadata'], 'actor' | 'onBehalfOf'>): readonly Actor[] {
  return [onBehalfOf, actor].filter(
    (one) => one !== undefined && one.role !== 'OPERATOR' && one.role !== PROCESS_ROLE,
  ) as readonly Actor[];
}

const NOBODY = { id: '', role: '', organisation: '' };
const SOME_FILE = { kind: 'IMPORT', importId: '', file: '', row: 0, key: '', digest: '' } as const;

/** The event again, for the reducers of the other read models: what they never look at is left empty. */
export function recalled(fact: KeptFact): RecordedFact {
  const { id, stream, position, recordedAt, type, data, imported, reason } = fact;
  return {
    id,
    stream,
    revision: 0,
    position: toPosition(BigInt(position)),
    recordedAt,
    type,
    schemaVersion: 1,
    data,
    metadata: {
      effectiveAt: fact.effectiveAt,
      actor: NOBODY,
      commandId: '',
      correlationId: '',
      ...(reason === undefined ? {} : { reason }),
      tags: { organisations: fact.organisations, members: [], cases: [] },
      ...(imported === undefined ? {} : { source: SOME_FILE }),
    },
  } as RecordedFact;
}

export function refOf({ id, position, type, effectiveAt, recordedAt }: KeptFact): EventRef {
  return { event: id, position, type, effectiveAt, recordedAt };
}

/** In the order recorded. */
export function inOrder(facts: readonly KeptFact[]): readonly KeptFact[] {
  return facts.toSorted((a, b) => comparePositions(a.position, b.position));
}
