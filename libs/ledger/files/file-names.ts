/** In the folder of a tree. */
export const LEAVES = 'leaves';
export const POSITIONS = 'positions';
export const CHECKPOINTS = 'checkpoints';

/** Of a place in the log. */
export const POSITION_BYTES = 8;
