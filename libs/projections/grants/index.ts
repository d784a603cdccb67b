export * from './grant.document';
export * from './grants.projection';
