import type { Instant, LocalDate, OrganisationId, SignalSource } from '#vocabulary';
import type { EvidenceRef } from '#criteria';
import type { RecordedFact } from '#projection-engine';
import { refOf } from './entries';
import { partOf } from './kept';

/** A signal or a conclusion, with what its place in their order depends on. */
interface Reported {
  readonly effectiveAt: Instant;
  readonly imported: boolean;
  readonly position: string;
  readonly event: EvidenceRef;
}

export interface SignalEntry extends Reported {
  readonly source: SignalSource;
}

export interface CaseDocument {
  readonly kind: 'case';
  readonly organisation: OrganisationId;
  readonly opened?: {
    readonly occurredOn: LocalDate;
    /** 1–19, when a prohibited thing is alleged. */
    readonly prohibitedThing?: number;
    readonly event: EvidenceRef;
  };
  readonly signals: readonly SignalEntry[];
  readonly conclusion?: Reported & {
    /** Not any more once a complaint about it was found right to the last: there was no violation. */
    readonly confirmed: boolean;
    readonly remediationRequired: boolean;
  };
  readonly remediated?: EvidenceRef;
  /** Closed as the same as another case, which counts instead. */
  readonly duplicate?: true;
}

export function unknownCase(organisation: OrganisationId): CaseDocument {
  return { kind: 'case', organisation, signals: [] };
}

/** What is told of a case before it is opened counts nowhere. */
export const caseParts = [
  partOf<CaseDocument>()({
    subjectsOf: ({ data: { organisation, case: id } }) => [
      { kind: 'case', organisation, case: id },
    ],
    takes: {
      CaseOpened: (document, event) => {
        const { occurredOn, prohibitedThing } = event.data;
        const alleged = prohibitedThing === undefined ? {} : { prohibitedThing };
        return {
          ...unknownCase(document.organisation),
          opened: { occurredOn, ...alleged, event: refOf(event) },
        };
      },
      SignalReceived: (document, event) => {
        if (!document.opened) return document;
        const signal: SignalEntry = { source: event.data.source, ...reported(event) };
        return { ...document, signals: [...document.signals, signal] };
      },
      ConclusionReached: (document, event) => {
        if (!document.opened) return document;
        const { confirmed, remediationRequired } = event.data;
        return {
          ...document,
          conclusion: { confirmed, remediationRequired, ...reported(event) },
        };
      },
      ComplaintResolved: (document, { data: { violationStands } }) =>
        document.conclusion && violationStands === false
          ? { ...document, conclusion: { ...document.conclusion, confirmed: false } }
          : document,
      CaseClosed: (document, { data: { duplicateOf } }) =>
        document.opened && duplicateOf !== undefined ? { ...document, duplicate: true } : document,
      RemediationCompleted: (document, event) =>
        document.opened ? { ...document, remediated: refOf(event) } : document,
    },
    without: ({ organisation }) => unknownCase(organisation),
  }),
];

function reported(event: RecordedFact): Reported {
  const { effectiveAt, source } = event.metadata;
  const { event: id, position } = refOf(event);
  return {
    effectiveAt,
    imported: source?.kind === 'IMPORT',
    position,
    event: { event: id, position },
  };
}
