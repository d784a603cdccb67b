export { runningWitness, type RunningWitness } from './running-witness';
