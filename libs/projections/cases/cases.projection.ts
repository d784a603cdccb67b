import type { CaseId } from '#vocabulary';
import type { CaseEvent } from '#domain';
import { documentId, grounded, modelOf, projectionOf } from '#projection-engine';
import { applyToCase } from './apply-to-case';
import type { CaseFact } from './apply-to-case';
import type { CaseDocument } from './case.document';

export const CASES = 'cases';

export function caseDocumentId(id: CaseId): string {
  return documentId(id);
}

/** Cases with every date of their lives. */
export const casesProjection = projectionOf('cases', 1, [
  modelOf<CaseDocument, CaseEvent['type']>({
    collection: {
      name: CASES,
      indexes: [
        { name: 'organisation', fields: [{ path: 'organisation' }, { path: 'case' }] },
        { name: 'member', fields: [{ path: 'member' }, { path: 'case' }] },
        { name: 'state', fields: [{ path: 'state' }, { path: 'case' }] },
      ],
    },
    takes: {
      CaseOpened: true,
      SignalReceived: true,
      InspectionOpened: true,
      ExplanationSubmitted: true,
      ConclusionReached: true,
      DisciplineProposed: true,
      DisciplineDecided: true,
      DisciplineAnnounced: true,
      ComplaintFiled: true,
      ComplaintResolved: true,
      RemediationPlanFiled: true,
      RemediationCompleted: true,
      DisciplineExpired: true,
      RightsRestored: true,
      CaseClosed: true,
    },
    idsOf: ({ data }) => [caseDocumentId(data.case)],
    apply: (document, event) => grounded(applyToCase(document ?? begun(event), event), event),
  }),
]);

function begun({ data }: CaseFact): CaseDocument {
  return {
    case: data.case,
    organisation: data.organisation,
    member: data.member ?? null,
    state: 'OPENED',
    signals: [],
    inspections: [],
    explanations: [],
    proposals: [],
    decisions: [],
    complaints: [],
    discipline: { status: 'NONE' },
    events: [],
  };
}
