import { COMMANDS } from '#domain';
import { ROLES } from '#vocabulary';
import type { Role } from '#vocabulary';

const READING: readonly Role[] = ROLES;
/** A bundle tells the decisions of everybody named in it: it is not for those decided about. */
const IMPORTING: readonly Role[] = ['SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'OPERATOR'];

/** Every read of the interface, by the name of its field in `Query`. */
const QUERIES = [
  'organisation',
  'organisations',
  'member',
  'members',
  'framework',
  'frameworks',
  'campaign',
  'campaigns',
  'pledges',
  'meetings',
  'targets',
  'inspectionPlans',
  'grievances',
  'cases',
  'reviews',
  'scorecard',
  'scorecards',
  'recognitions',
  'obligations',
  'rewards',
  'streaks',
  'findings',
  'history',
  'event',
  'status',
] as const;

/** Who may do what: an operation that is not entered here is nobody's. */
export const RULES: ReadonlyMap<string, readonly Role[]> = new Map<string, readonly Role[]>([
  ...QUERIES.map((name) => [`Query.${name}`, READING] as const),
  ...[...COMMANDS].map(([type, { authority }]) => [mutationOf(type), authority.roles] as const),
  // A bundle through the running service: POST /imports.
  ['Import.bundle', IMPORTING],
]);

/** A command is the field of its name in `Mutation`. */
function mutationOf(type: string): string {
  return `Mutation.${type.charAt(0).toLowerCase()}${type.slice(1)}`;
}
