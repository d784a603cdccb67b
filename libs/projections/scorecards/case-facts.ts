import { localDateOf } from '#vocabulary';
import type { RecordedFact } from '#projection-engine';
import type { CaseEntry, OrganisationDocument } from './documents';
import { refOf, withEntry } from './entries';

type CaseFact = Extract<
  RecordedFact,
  { type: 'CaseOpened' | 'SignalReceived' | 'ConclusionReached' | 'RemediationCompleted' }
>;

export function applyToCases(
  cases: OrganisationDocument['cases'],
  event: CaseFact,
): OrganisationDocument['cases'] {
  return withEntry(cases, event.data.case, applyToCase(cases[event.data.case], event));
}

function applyToCase(entry: CaseEntry | undefined, event: CaseFact): CaseEntry | undefined {
  switch (event.type) {
    case 'CaseOpened':
      return {
        ...(event.data.member === undefined ? {} : { member: event.data.member }),
        occurredOn: event.data.occurredOn,
        ...(event.data.prohibitedThing === undefined
          ? {}
          : { prohibitedThing: event.data.prohibitedThing }),
        opened: refOf(event),
        signals: [],
      };
    case 'SignalReceived':
      return (
        entry && {
          ...entry,
          signals: [
            ...entry.signals,
            {
              source: event.data.source,
              receivedAt: event.metadata.effectiveAt,
              imported: event.metadata.source?.kind === 'IMPORT',
              event: refOf(event),
            },
          ],
        }
      );
    case 'ConclusionReached':
      return (
        entry && {
          ...entry,
          conclusion: {
            confirmed: event.data.confirmed,
            remediationRequired: event.data.remediationRequired,
            on: localDateOf(event.metadata.effectiveAt),
            event: refOf(event),
          },
        }
      );
    case 'RemediationCompleted':
      return entry && { ...entry, remediated: refOf(event) };
  }
}
