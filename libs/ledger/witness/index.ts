export { Cosignatures, type WitnessStanding } from './cosignatures';
export { readWitnesses, type WitnessAddress } from './witness-address';
export { newWitnessKey, readWitnessKey } from './witness-key';
export { witnessServer } from './witness-server';
export { FileWitnessState } from './witness-state';
export { Witness } from './witness';
