import { COMMANDS } from '#domain';
import type { Role } from '#vocabulary';

/** A bundle tells the decisions of everybody named in it: it is not for those decided about. */
const IMPORTING: readonly Role[] = ['SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'OPERATOR'];

/** Who may record what: what is not entered here is nobody's. What may be read is told by its area. */
export const RULES: ReadonlyMap<string, readonly Role[]> = new Map<string, readonly Role[]>([
  ...[...COMMANDS].map(([type, { authority }]) => [mutationOf(type), authority.roles] as const),
  // A bundle through the running service: POST /imports.
  ['Import.bundle', IMPORTING],
]);

/** A command is the field of its name in `Mutation`. */
function mutationOf(type: string): string {
  return `Mutation.${type.charAt(0).toLowerCase()}${type.slice(1)}`;
}
