export * from './names';
export * from './until';
export * from './workshop';
