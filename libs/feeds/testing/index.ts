export { HandClock } from './hand-clock';
