export * from './correction';
export { decideCorrection } from './correction.decide';
export { requireMayCorrect } from './may-correct';
