export * from './target.document';
export * from './targets.projection';
export { TARGETS, targetDocumentId } from './target.model';
export { INSPECTION_PLANS, inspectionPlanDocumentId } from './inspection-plan.model';
