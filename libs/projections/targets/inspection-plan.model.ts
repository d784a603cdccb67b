import type { OrganisationId } from '#vocabulary';
import { documentId, modelOf, refTo } from '#projection-engine';
import type { InspectionPlanDocument } from './target.document';

export const INSPECTION_PLANS = 'inspection-plans';

export function inspectionPlanDocumentId(organisation: OrganisationId, year: number): string {
  return documentId(year, organisation);
}

/** The first plan adopted stands, and the first completion of each item. */
export const inspectionPlanModel = modelOf<InspectionPlanDocument>()({
  collection: {
    name: INSPECTION_PLANS,
    indexes: [
      { name: 'organisation', fields: [{ path: 'organisation' }, { path: 'year' }] },
      { name: 'year', fields: [{ path: 'year' }] },
    ],
  },
  idsOf: ({ data }) => [inspectionPlanDocumentId(data.organisation, data.year)],
  begin: ({ data: { organisation, year } }) => ({ organisation, year, items: [], events: [] }),
  takes: {
    InspectionPlanAdopted: (document, event) =>
      document.adopted === undefined
        ? { ...document, adopted: refTo(event), items: event.data.items }
        : document,
    InspectionPlanItemDone: (document, event) => ({
      ...document,
      items: document.items.map((item) =>
        item.code === event.data.item ? { ...item, done: item.done ?? refTo(event) } : item,
      ),
    }),
  },
});
