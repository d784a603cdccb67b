import { Extensions } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import type { Known } from '#projections';

/** What an answer is about, by the arguments of its query. */
type KnownOf<Args> = (args: Args) => Known;

const KEY = 'asOf';

/** The query can be answered as of a moment: from all that was known by then of what it is about. Stands beside `@Query`. */
export function AnswersAsOf<Args>(knownOf: KnownOf<Args>): MethodDecorator {
  return Extensions({ [KEY]: knownOf });
}

/** What a list of organisations is about: those under one, or else all there are. */
export function under(organisation: string | null | undefined): Known {
  return isGiven(organisation) ? { organisations: [organisation] } : { everything: true };
}

/** What a list is about that may be narrowed to an organisation, or to a member. */
export function ofOneOf({
  organisation,
  under: root,
  member,
}: {
  readonly organisation?: string | null;
  readonly under?: string | null;
  readonly member?: string | null;
}): Known {
  const [first] = [organisation, root].filter(isGiven);
  if (first !== undefined) return { organisations: [first] };
  return isGiven(member) ? { members: [member] } : { everything: true };
}

function isGiven(id: string | null | undefined): id is string {
  return id !== null && id !== undefined;
}

export function knownOf({
  extensions,
}: Pick<GraphQLField<unknown, unknown>, 'extensions'>): KnownOf<unknown> | undefined {
  return extensions[KEY] as KnownOf<unknown> | undefined;
}
