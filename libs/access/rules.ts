import { COMMANDS } from '#domain';
import type { Role } from '#vocabulary';

/** A bundle tells the decisions of everybody named in it: it is not for those decided about. */
const IMPORTING: readonly Role[] = ['SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'OPERATOR'];

/** Entries and whole events are for those who verify the history. */
const VERIFYING: readonly Role[] = ['AUDITOR', 'INSPECTION_COMMISSION', 'OPERATOR'];

/** Who may record what: what is not entered here is nobody's. What may be read is told by its area. */
export const RULES: ReadonlyMap<string, readonly Role[]> = new Map<string, readonly Role[]>([
  ...[...COMMANDS].map(([type, { authority }]) => [mutationOf(type), authority.roles] as const),
  // A bundle through the running service: POST /imports.
  ['Import.bundle', IMPORTING],
  // The ledger: what names nobody is told by its area.
  ['Query.inclusionProof', VERIFYING],
  ['Ledger.entries', VERIFYING],
  ['Ledger.proof', VERIFYING],
  ['Ledger.events', VERIFYING],
  // Who looked, and the tree of that; queries of it are told by their area.
  ['AccessRecords.tree', VERIFYING],
  ['AccessRecords.records', VERIFYING],
]);

/** A command is the field of its name in `Mutation`. */
function mutationOf(type: string): string {
  return `Mutation.${type.charAt(0).toLowerCase()}${type.slice(1)}`;
}
