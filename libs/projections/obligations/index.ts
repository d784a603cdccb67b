export * from './obligation.document';
export * from './obligations.projection';
