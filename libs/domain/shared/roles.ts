import type { Role } from '#vocabulary';

/*
 * Who gives which kind of commands. About which organisation somebody may decide is not said here:
 * the domain knows the tree. An operator enters what others did: all of it.
 */

/** The registers, and what an organisation does itself from day to day. */
export const OFFICES: readonly Role[] = ['SECRETARY', 'SUPERIOR_COMMITTEE', 'OPERATOR'];

/** Grievances, inspection and discipline; a cell inspects its own members. */
export const INSPECTORS: readonly Role[] = [
  'SECRETARY',
  'SUPERIOR_COMMITTEE',
  'STANDING_BOARD',
  'INSPECTION_COMMISSION',
  'OPERATOR',
];

/** Answers to complaints, and what time brings in a case: never for those inspected. */
export const SUPERVISORS: readonly Role[] = [
  'SUPERIOR_COMMITTEE',
  'STANDING_BOARD',
  'INSPECTION_COMMISSION',
  'OPERATOR',
];

/** Who gives others a role: within the own scope, or anywhere. */
export const GRANTORS: readonly Role[] = ['STANDING_BOARD', 'OPERATOR'];

/** Who has what a person is called destroyed: within the own scope, or anywhere. */
export const ERASERS: readonly Role[] = ['STANDING_BOARD', 'OPERATOR'];

/** Programs that follow recognitions, and have them brought to themselves. */
export const FOLLOWERS: readonly Role[] = ['INTEGRATOR', 'OPERATOR'];

/** What a superior committee lays down, appraises, rates, recognises and watches over. */
export const SUPERIORS: readonly Role[] = ['SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'OPERATOR'];
