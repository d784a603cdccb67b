export * from './grievance.document';
export * from './grievances.projection';
