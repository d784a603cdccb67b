import type { Identity, Oracle } from './oracle';

/** A list that anybody may ask for, and what the contract says of each of its rows. */
export interface List {
  readonly name: string;
  /** Always given, as GraphQL. */
  readonly args: string;
  /** Of a row, besides the organisation that it concerns. */
  readonly fields: string;
  /** Whether it takes `under`. */
  readonly under: boolean;
  readonly area: 'OWN_WORK' | 'MEMBERS' | 'CASES' | 'REGISTER';
}

export interface Row {
  readonly organisation: { readonly id: string };
  readonly year?: number;
}

const own = (name: string, args: string, fields: string, under = false): List => ({
  name,
  args,
  fields,
  under,
  area: 'OWN_WORK',
});

/** As of the beginning, before anything of the tree changes. */
const AT_FIRST = 'asOf: { recordedAt: "2025-06-01T01:00:00Z" }';

export const LISTS: readonly List[] = [
  { name: 'cases', args: '', fields: 'id state member', under: true, area: 'CASES' },
  {
    name: 'cases',
    args: 'state: CONCLUDED',
    fields: 'id signals { source }',
    under: true,
    area: 'CASES',
  },
  own('findings', '', 'id kind year month case member', true),
  own('findings', 'kind: ATTENDANCE_LOW', 'id', true),
  own('findings', 'state: SETTLED', 'id', true),
  own('grievances', '', 'id state'),
  own('meetings', 'year: 2024', 'id level'),
  own('targets', 'year: 2024', 'code'),
  own('obligations', 'from: "2024-01-01", to: "2025-12-31"', 'kind dueOn', true),
  own('obligations', 'from: "2024-01-01", to: "2025-12-31", state: OVERDUE', 'kind dueOn', true),
  own('pledges', 'campaign: "a-four-good-2023-2025"', 'member year state'),
  own('reviews', 'year: 2024', 'year rating { level }', true),
  own('scorecards', 'year: 2024', 'year outcome members { total }', true),
  own('scorecards', 'year: 2024, outcome: NOT_ELIGIBLE', 'year', true),
  own('scorecards', 'year: 2024, orderBy: ORGANISATION_DESC', 'year', true),
  // What was known then, of what is seen now.
  own('meetings', `year: 2024, ${AT_FIRST}`, 'id level'),
  own('scorecards', `year: 2024, ${AT_FIRST}`, 'year outcome members { total }'),
  own('reviews', `year: 2024, ${AT_FIRST}`, 'year rating { level }'),
  { name: 'cases', args: AT_FIRST, fields: 'id state member', under: false, area: 'CASES' },
  { name: 'streaks', args: '', fields: 'from to level', under: true, area: 'REGISTER' },
  { name: 'rewards', args: '', fields: 'id reward', under: true, area: 'REGISTER' },
];

/** Which rows of all there are somebody is shown, or that the list is refused. */
export function expectedRows<R extends Row>(
  oracle: Oracle,
  identity: Identity,
  { area }: List,
  all: readonly R[],
  under: string | undefined,
): readonly R[] | 'FORBIDDEN' {
  if (oracle.isOver(identity)) return 'FORBIDDEN';
  if (area !== 'REGISTER' && !oracle.sees(identity, area)) return 'FORBIDDEN';
  return all.filter(
    ({ organisation: { id } }) =>
      (under === undefined || oracle.isWithin(id, under)) &&
      (area === 'REGISTER' || oracle.isInScope(identity, id)),
  );
}
