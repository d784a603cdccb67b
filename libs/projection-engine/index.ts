export * from './engine';
export * from './model';
export * from './paging';
export * from './runner';
