export * from './framework.document';
export * from './frameworks.projection';
