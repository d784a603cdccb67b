import type { OrganisationId } from '#vocabulary';
import type { DecisionContext } from './context';
import type { EnteredFor } from './entered-for';
import { standsOutside } from './standing';

type Who = Pick<DecisionContext, 'actor' | 'enteredBy'>;

/**
 * Everybody, by id, who has a hand in what a command records, and so keeps out of what comes of it: for whom it
 * is given and who enters it. Operators only enter what others did.
 */
export function handlersBehind({ actor, enteredBy }: Who): readonly string[] {
  return actor.id === enteredBy.id || standsOutside(enteredBy)
    ? [actor.id]
    : [actor.id, enteredBy.id];
}

/** For a fact to tell who entered it for somebody else. */
export function enteredFor(context: Who): EnteredFor {
  const [, enteredBy] = handlersBehind(context);
  return enteredBy === undefined ? {} : { enteredBy };
}

/** The body for which something is recorded; what an operator enters for nobody is no body's. */
export function bodyBehind({ actor }: Pick<Who, 'actor'>): OrganisationId | undefined {
  return standsOutside(actor) ? undefined : actor.organisation;
}
