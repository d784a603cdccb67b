export * from './criteria';
export * from './deep-freeze';
export * from './facts';
export * from './fold';
export * from './frameworks';
export * from './given';
export * from './world';
export * from './arbitrary-commands';
