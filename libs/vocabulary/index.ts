export * from './ids';
export * from './enums';
export * from './labels';
export * from './dates';
export * from './decimals';
export * from './framework';
export * from './framework-extension';
export * from './assert-never';
