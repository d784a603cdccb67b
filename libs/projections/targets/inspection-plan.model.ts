import { assertNever } from '#vocabulary';
import type { OrganisationId } from '#vocabulary';
import { documentId, grounded, modelOf, refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { InspectionPlanDocument } from './target.document';

export const INSPECTION_PLANS = 'inspection-plans';

export function inspectionPlanDocumentId(organisation: OrganisationId, year: number): string {
  return documentId(year, organisation);
}

type PlanEventType = 'InspectionPlanAdopted' | 'InspectionPlanItemDone';

export const inspectionPlanModel = modelOf<InspectionPlanDocument, PlanEventType>({
  collection: {
    name: INSPECTION_PLANS,
    indexes: [
      { name: 'organisation', fields: [{ path: 'organisation' }, { path: 'year' }] },
      { name: 'year', fields: [{ path: 'year' }, { path: 'organisation' }] },
    ],
  },
  takes: { InspectionPlanAdopted: true, InspectionPlanItemDone: true },
  idsOf: ({ data }) => [inspectionPlanDocumentId(data.organisation, data.year)],
  apply: (document, event) => {
    const { organisation, year } = event.data;
    return grounded(
      applied(document ?? { organisation, year, items: [], events: [] }, event),
      event,
    );
  },
});

/** The first plan adopted stands, and the first completion of each item. */
function applied(
  document: InspectionPlanDocument,
  event: FactOfType<PlanEventType>,
): InspectionPlanDocument {
  switch (event.type) {
    case 'InspectionPlanAdopted':
      return document.adopted === undefined
        ? { ...document, adopted: refTo(event), items: event.data.items }
        : document;
    case 'InspectionPlanItemDone':
      return {
        ...document,
        items: document.items.map((item) =>
          item.code === event.data.item ? { ...item, done: item.done ?? refTo(event) } : item,
        ),
      };
    default:
      return assertNever(event);
  }
}
