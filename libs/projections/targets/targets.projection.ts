import { projectionOf } from '#projection-engine';
import { inspectionPlanModel } from './inspection-plan.model';
import { targetModel } from './target.model';

/** Targets and inspection plans of organisations by year. */
export const targetsProjection = projectionOf('targets', 2, [targetModel, inspectionPlanModel]);
