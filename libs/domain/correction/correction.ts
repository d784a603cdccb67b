import type { CommandDeclaration, CommandOf } from '../shared/command';
import type { Fact } from '../shared/event';
import { field } from '../shared/field';
import { INSPECTORS } from '../shared/roles';
import type { CaseId, EventId, MemberId, OrganisationId } from '#vocabulary';
import type { DomainEvent } from '../registry';

/**
 * A fact recorded before never was so. What is right instead is recorded by its own command: so
 * every rule applies to it, and the history shows both.
 */
export const CORRECTION = {
  CorrectFact: {
    fields: {
      /** The stream that the wrong event is in: `meeting-{id}`. */
      stream: field.line(1_000),
      event: field.event,
    },
    authority: {
      roles: INSPECTORS,
      standing: {
        words:
          'in the body that recorded the fact, or in one above it; never the member it is about',
      },
    },
  },
} as const satisfies Readonly<Record<string, CommandDeclaration>>;

export type CorrectFact = CommandOf<typeof CORRECTION>;

/** From here on the stream is read as if the event had never been recorded; the event itself stays readable. */
export type FactCorrected = Fact<
  'FactCorrected',
  {
    readonly stream: string;
    /** The wrong event. */
    readonly event: EventId;
    readonly correctedType: DomainEvent['type'];
    /** Whom the wrong fact was about, under the names it used. */
    readonly organisation?: OrganisationId;
    readonly member?: MemberId;
    readonly case?: CaseId;
    readonly year?: number;
  }
>;

/** Of everything that can be in the log. */
export type RecordedType = DomainEvent['type'] | FactCorrected['type'];

/** An event of one stream, as far as a correction looks at it. */
export interface StreamFact {
  readonly id: EventId;
  readonly type: string;
  readonly data: unknown;
}

/** What is left of a stream: without the corrections and without what they withdrew, in order. */
export function standingFacts<F extends StreamFact>(facts: readonly F[]): readonly F[] {
  const corrections = facts.filter(isCorrection);
  if (corrections.length === 0) return facts;
  const withdrawn = new Set(corrections.map(({ data }) => data.event));
  return facts.filter((fact) => !isCorrection(fact) && !withdrawn.has(fact.id));
}

export function isCorrection<F extends StreamFact>(fact: F): fact is F & FactCorrected {
  return fact.type === 'FactCorrected';
}
