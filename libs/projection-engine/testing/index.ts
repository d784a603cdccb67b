export * from './dying-store';
export * from './fold';
export * from './overriding';
export * from './record';
export * from './rolled-up';
export * from './store';
export * from './built-again';
export * from './corrected';
