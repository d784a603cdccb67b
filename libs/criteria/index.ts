export * from './facts';
export * from './framework/framework';
export * from './evaluation/scorecard';
