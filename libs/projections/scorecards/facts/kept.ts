import type { EventTypeName, FactOfType, RecordedFact } from '#projection-engine';
import type { FactsSubject } from './keys';

/**
 * What one kind of document keeps of one kind of stream. Everything a document holds of a stream is
 * kept by one part: so that a correction can clear the part and keep anew what stands of the stream.
 */
export interface Part<Document extends object, Type extends EventTypeName> {
  /** Of whom or what the event is kept, told from the event alone. */
  readonly subjectsOf: (event: FactOfType<Type>) => readonly FactsSubject[];
  readonly takes: {
    readonly [Taken in Type]: (
      document: Document,
      event: FactOfType<Taken>,
      subject: FactsSubject,
    ) => Document;
  };
  /** The document without what this part keeps of the event's stream. */
  readonly without: (
    document: Document,
    event: FactOfType<Type>,
    subject: FactsSubject,
  ) => Document;
}

/** A {@link Part} of a document of whatever kind. */
export interface AnyPart {
  readonly types: readonly EventTypeName[];
  isTaken(event: RecordedFact): boolean;
  subjectsOf(event: RecordedFact): readonly FactsSubject[];
  keep(document: object, event: RecordedFact, subject: FactsSubject): object;
  without(document: object, event: RecordedFact, subject: FactsSubject): object;
}

export function partOf<Document extends object>() {
  return <Type extends EventTypeName>(part: Part<Document, Type>): AnyPart => {
    const isTaken = (event: RecordedFact): event is FactOfType<Type> =>
      Object.hasOwn(part.takes, event.type);
    return {
      types: Object.keys(part.takes) as Type[],
      isTaken,
      subjectsOf: (event) => (isTaken(event) ? part.subjectsOf(event) : []),
      keep: (document, event, subject) =>
        isTaken(event) ? part.takes[event.type](document as Document, event, subject) : document,
      without: (document, event, subject) =>
        isTaken(event) ? part.without(document as Document, event, subject) : document,
    };
  };
}
