import type { LocalDate, OrganisationId } from '#vocabulary';
import type { EvidenceRef, Report, SignalReport } from '#criteria';
import { withoutViolation } from '#domain';
import type { RecordedFact } from '#projection-engine';
import { isImported } from '../../facts';
import { refOf } from './entries';
import { partOf } from './kept';

export interface CaseDocument {
  readonly kind: 'case';
  readonly organisation: OrganisationId;
  readonly opened?: {
    readonly occurredOn: LocalDate;
    /** 1–19, when a prohibited thing is alleged. */
    readonly prohibitedThing?: number;
    readonly event: EvidenceRef;
  };
  readonly signals: readonly SignalReport[];
  readonly conclusion?: Report & {
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
        const signal: SignalReport = { source: event.data.source, ...reported(event) };
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
      ComplaintResolved: (document, { data }) => withoutViolation(document, data.violationStands),
      CaseClosed: (document, { data: { duplicateOf } }) =>
        document.opened && duplicateOf !== undefined ? { ...document, duplicate: true } : document,
      RemediationCompleted: (document, event) =>
        document.opened ? { ...document, remediated: refOf(event) } : document,
    },
    without: ({ organisation }) => unknownCase(organisation),
  }),
];

function reported(event: RecordedFact): Report {
  const { effectiveAt } = event.metadata;
  return { effectiveAt, imported: isImported(event), event: refOf(event) };
}
