import type { CaseId } from '#vocabulary';
import { evolveDiscipline, withoutViolation } from '#domain';
import { documentId, effectiveOf, modelOf, projectionOf, refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import { isImported } from '../facts';
import { CASE_STATES } from './case.document';
import type { CaseDocument, CaseProgressState } from './case.document';

export const CASES = 'cases';

export function caseDocumentId(id: CaseId): string {
  return documentId(id);
}

/** Cases with every date of their lives. */
export const casesProjection = projectionOf('cases', 5, [
  modelOf<CaseDocument>()({
    collection: {
      name: CASES,
      indexes: [
        { name: 'organisation', fields: [{ path: 'organisation' }] },
        { name: 'member', fields: [{ path: 'member' }] },
        { name: 'state', fields: [{ path: 'state' }] },
        { name: 'form', fields: [{ path: 'discipline.form' }, { path: 'case' }] },
      ],
    },
    idsOf: ({ data }) => [caseDocumentId(data.case)],
    begin: ({ data: { case: id, organisation, member = null } }) => ({
      case: id,
      organisation,
      member,
      state: 'OPENED',
      signals: [],
      inspections: [],
      explanations: [],
      proposals: [],
      decisions: [],
      complaints: [],
      discipline: { status: 'NONE' },
      events: [],
    }),
    takes: {
      CaseOpened: (document, event) => {
        const { occurredOn, prohibitedThing, sealed } = event.data;
        return {
          ...document,
          occurredOn,
          ...(prohibitedThing === undefined ? {} : { prohibitedThing }),
          opened: refTo(event),
          ...(sealed && { sealedSummary: { sealed, event: event.id } }),
        };
      },
      SignalReceived: (document, event) => {
        const imported = isImported(event);
        const signal = { source: event.data.source, imported, received: refTo(event) };
        return { ...document, signals: [...document.signals, signal] };
      },
      InspectionOpened: (document, event) =>
        atLeast('UNDER_INSPECTION', {
          ...document,
          inspections: [...document.inspections, refTo(event)],
        }),
      ExplanationSubmitted: (document, event) => ({
        ...document,
        explanations: [...document.explanations, refTo(event)],
        ...withExplanation(document, event),
      }),
      ConclusionReached: (document, event) => {
        const { confirmed, remediationRequired, concludedBy, sealed } = event.data;
        const conclusion = {
          confirmed,
          remediationRequired,
          ...(concludedBy === undefined ? {} : { concludedBy }),
          imported: isImported(event),
          reached: refTo(event),
        };
        if (document.conclusion !== undefined) return atLeast('CONCLUDED', document);
        const text = sealed && { sealedConclusion: { sealed, event: event.id } };
        return atLeast('CONCLUDED', { ...document, conclusion, ...text });
      },
      DisciplineProposed: (document, event) => {
        const proposal = { form: event.data.form, proposed: refTo(event) };
        return { ...document, proposals: [...document.proposals, proposal] };
      },
      DisciplineDecided: (document, event) => {
        const { form, decidedBy, signedBy } = event.data;
        const decision = {
          form,
          decidedBy,
          ...(signedBy === undefined ? {} : { signedBy }),
          decided: refTo(event),
        };
        return atLeast('DECIDED', {
          ...withDiscipline(document, event),
          decisions: [...document.decisions, decision],
        });
      },
      DisciplineAnnounced: (document, event) =>
        atLeast('ANNOUNCED', {
          ...withDiscipline(document, event),
          decisions: withLast(document.decisions, { announced: refTo(event) }),
        }),
      ComplaintFiled: (document, event) => ({
        ...withDiscipline(document, event),
        complaints: [...document.complaints, { filed: refTo(event) }],
      }),
      ComplaintResolved: (document, event) => {
        const { outcome, form, violationStands, decidedBy, signedBy } = event.data;
        const resolved = {
          outcome,
          ...(form === undefined ? {} : { form }),
          ...(violationStands === undefined ? {} : { violationStands }),
          decidedBy,
          ...(signedBy === undefined ? {} : { signedBy }),
          event: refTo(event),
        };
        const complaints = withLast(document.complaints, { resolved });
        return withoutViolation(
          { ...withDiscipline(document, event), complaints },
          violationStands,
        );
      },
      RemediationPlanFiled: (document, event) => ({
        ...document,
        remediationPlanned: refTo(event),
      }),
      RemediationCompleted: (document, event) => ({
        ...document,
        remediationCompleted: refTo(event),
      }),
      DisciplineExpired: (document, event) => ({
        ...withDiscipline(document, event),
        expired: refTo(event),
      }),
      RightsRestored: (document, event) => ({ ...document, rightsRestored: refTo(event) }),
      CaseClosed: (document, event) => {
        const { duplicateOf } = event.data;
        const same = duplicateOf === undefined ? {} : { duplicateOf };
        return atLeast('CLOSED', { ...document, ...same, closed: refTo(event) });
      },
    },
  }),
]);

function withExplanation(
  { sealedExplanations = [] }: CaseDocument,
  { id: event, data: { sealed } }: FactOfType<'ExplanationSubmitted'>,
): Pick<CaseDocument, 'sealedExplanations'> {
  return sealed === undefined
    ? {}
    : { sealedExplanations: [...sealedExplanations, { sealed, event }] };
}

type DisciplineFact = FactOfType<Parameters<typeof evolveDiscipline>[1]['type']>;

function withDiscipline(document: CaseDocument, event: DisciplineFact): CaseDocument {
  return { ...document, discipline: evolveDiscipline(document.discipline, effectiveOf(event)) };
}

function atLeast(state: CaseProgressState, document: CaseDocument): CaseDocument {
  const isFurther = CASE_STATES.indexOf(document.state) > CASE_STATES.indexOf(state);
  return isFurther ? document : { ...document, state };
}

function withLast<Item>(items: readonly Item[], change: Partial<Item>): readonly Item[] {
  return items.map((item, index) => (index === items.length - 1 ? { ...item, ...change } : item));
}
