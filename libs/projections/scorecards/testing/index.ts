export * from './census-framework';
export * from './framework';
export * from './history';
export * from './project';
export * from './world';
