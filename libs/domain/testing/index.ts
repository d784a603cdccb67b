export * from './criteria';
export * from './deep-freeze';
export * from './fold';
export * from './given';
export * from './world';
