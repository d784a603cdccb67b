import { localDateOf } from '#vocabulary';
import type { Instant, LocalDate, OrganisationId, SignalSource } from '#vocabulary';
import type { EvidenceRef } from '#criteria';
import { refOf } from './entries';
import { partOf } from './kept';

export interface SignalEntry {
  readonly source: SignalSource;
  readonly receivedAt: Instant;
  readonly imported: boolean;
  readonly event: EvidenceRef;
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
  readonly conclusion?: {
    readonly confirmed: boolean;
    readonly remediationRequired: boolean;
    readonly on: LocalDate;
    readonly event: EvidenceRef;
  };
  readonly remediated?: EvidenceRef;
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
        const { effectiveAt, source } = event.metadata;
        const signal: SignalEntry = {
          source: event.data.source,
          receivedAt: effectiveAt,
          imported: source?.kind === 'IMPORT',
          event: refOf(event),
        };
        return { ...document, signals: [...document.signals, signal] };
      },
      ConclusionReached: (document, event) => {
        if (!document.opened) return document;
        const { confirmed, remediationRequired } = event.data;
        const on = localDateOf(event.metadata.effectiveAt);
        return {
          ...document,
          conclusion: { confirmed, remediationRequired, on, event: refOf(event) },
        };
      },
      RemediationCompleted: (document, event) =>
        document.opened ? { ...document, remediated: refOf(event) } : document,
    },
    without: ({ organisation }) => unknownCase(organisation),
  }),
];
