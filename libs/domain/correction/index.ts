export * from './correction';
export { decideCorrection } from './correction.decide';
