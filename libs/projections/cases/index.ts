export * from './case.document';
export * from './cases.projection';
