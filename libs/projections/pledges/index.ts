export * from './pledge.document';
export * from './pledges.projection';
