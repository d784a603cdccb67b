import { assertNever } from '#vocabulary';
import { evolveDiscipline } from '#domain';
import type { CaseEvent } from '#domain';
import { effectiveOf, refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import { CASE_STATES } from './case.document';
import type { CaseDocument, CaseProgressState } from './case.document';

export type CaseFact = FactOfType<CaseEvent['type']>;

type DisciplineFact = FactOfType<
  | 'DisciplineDecided'
  | 'DisciplineAnnounced'
  | 'ComplaintFiled'
  | 'ComplaintResolved'
  | 'DisciplineExpired'
>;

export function applyToCase(document: CaseDocument, event: CaseFact): CaseDocument {
  switch (event.type) {
    case 'CaseOpened': {
      const { occurredOn, prohibitedThing } = event.data;
      return {
        ...document,
        occurredOn,
        ...(prohibitedThing === undefined ? {} : { prohibitedThing }),
        opened: refTo(event),
      };
    }
    case 'SignalReceived': {
      const imported = event.metadata.source !== undefined;
      const signal = { source: event.data.source, imported, received: refTo(event) };
      return { ...document, signals: [...document.signals, signal] };
    }
    case 'InspectionOpened':
      return atLeast('UNDER_INSPECTION', {
        ...document,
        inspections: [...document.inspections, refTo(event)],
      });
    case 'ExplanationSubmitted':
      return { ...document, explanations: [...document.explanations, refTo(event)] };
    case 'ConclusionReached': {
      const { confirmed, remediationRequired, concludedBy } = event.data;
      return atLeast('CONCLUDED', {
        ...document,
        conclusion: document.conclusion ?? {
          confirmed,
          remediationRequired,
          ...(concludedBy === undefined ? {} : { concludedBy }),
          reached: refTo(event),
        },
      });
    }
    case 'DisciplineProposed': {
      const proposal = { form: event.data.form, proposed: refTo(event) };
      return { ...document, proposals: [...document.proposals, proposal] };
    }
    case 'DisciplineDecided':
    case 'DisciplineAnnounced':
    case 'ComplaintFiled':
    case 'ComplaintResolved':
    case 'DisciplineExpired':
      return withDiscipline(document, event);
    case 'RemediationPlanFiled':
      return { ...document, remediationPlanned: refTo(event) };
    case 'RemediationCompleted':
      return { ...document, remediationCompleted: refTo(event) };
    case 'RightsRestored':
      return { ...document, rightsRestored: refTo(event) };
    case 'CaseClosed':
      return atLeast('CLOSED', { ...document, closed: refTo(event) });
    default:
      return assertNever(event);
  }
}

function withDiscipline(before: CaseDocument, event: DisciplineFact): CaseDocument {
  const discipline = evolveDiscipline(before.discipline, effectiveOf(event));
  const document = { ...before, discipline };
  switch (event.type) {
    case 'DisciplineDecided': {
      const { form, decidedBy, signedBy } = event.data;
      const decision = {
        form,
        decidedBy,
        ...(signedBy === undefined ? {} : { signedBy }),
        decided: refTo(event),
      };
      return atLeast('DECIDED', { ...document, decisions: [...document.decisions, decision] });
    }
    case 'DisciplineAnnounced': {
      const decisions = withLast(document.decisions, (one) => ({
        ...one,
        announced: refTo(event),
      }));
      return atLeast('ANNOUNCED', { ...document, decisions });
    }
    case 'ComplaintFiled':
      return { ...document, complaints: [...document.complaints, { filed: refTo(event) }] };
    case 'ComplaintResolved': {
      const { outcome, form, decidedBy, signedBy } = event.data;
      const resolved = {
        outcome,
        ...(form === undefined ? {} : { form }),
        decidedBy,
        ...(signedBy === undefined ? {} : { signedBy }),
        event: refTo(event),
      };
      const complaints = withLast(document.complaints, (one) => ({ ...one, resolved }));
      return { ...document, complaints };
    }
    case 'DisciplineExpired':
      return { ...document, expired: refTo(event) };
    default:
      return assertNever(event);
  }
}

function atLeast(state: CaseProgressState, document: CaseDocument): CaseDocument {
  const isFurther = CASE_STATES.indexOf(document.state) > CASE_STATES.indexOf(state);
  return isFurther ? document : { ...document, state };
}

function withLast<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  return items.map((item, index) => (index === items.length - 1 ? change(item) : item));
}
