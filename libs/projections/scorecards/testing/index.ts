export * from './framework';
export * from './history';
export * from './world';
