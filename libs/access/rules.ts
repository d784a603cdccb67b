import { MUTATIONS } from './mutations';
import type { Role } from './roles';
import { ROLES } from './roles';

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
  ...MUTATIONS.flatMap(({ names, roles }) =>
    names.map((name) => [`Mutation.${name}`, roles] as const),
  ),
  // A bundle through the running service: POST /imports.
  ['Import.bundle', IMPORTING],
]);
