export * from './names';
export * from './workshop';
