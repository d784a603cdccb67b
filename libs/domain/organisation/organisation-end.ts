import type { OrganisationId } from '#vocabulary';
import { isAtOrBelow } from './ancestors';
import type { DecisionContext } from '../shared/context';
import { field } from '../shared/field';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireExistence,
  requireOrganisation,
  requireThat,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { OFFICES } from '../shared/roles';
import { ABOVE, ABOVE_EACH } from '../shared/standing';
import { onOrganisation } from './organisation.commands';
import { parentAt } from './organisation.state';
import type { KnownOrganisation } from './organisation.state';

/** How organisations end, and how new ones come out of them. */
export const endCommands = {
  MergeOrganisation: onOrganisation({
    fields: { organisation: field.organisation, into: field.organisation },
    authority: { roles: OFFICES, standing: ABOVE_EACH },
    decide: ({ organisation, into }, state, context) =>
      decidedUnless(
        firstRefusal(
          requireNotEnded(state),
          requireExistence(organisation, state, context.effectiveAt),
          requireOthers(organisation, [into], context),
          requireNotBelow(organisation, into, context),
        ),
        {
          type: 'OrganisationMerged',
          data: { organisation, into, ...parentAbove(state, context) },
        },
      ),
  }),
  SplitOrganisation: onOrganisation({
    fields: { organisation: field.organisation, into: field.list(field.organisation) },
    authority: { roles: OFFICES, standing: ABOVE_EACH },
    decide: ({ organisation, into }, state, context) =>
      decidedUnless(
        firstRefusal(
          requireExistence(organisation, state, context.effectiveAt),
          requireThat(into.length > 0, 'VALUE_INVALID', { field: 'into', value: into }),
          requireOthers(organisation, into, context),
          requireThat(!into.some((id) => state.offspring.includes(id)), 'ALREADY_SO', {
            field: 'into',
            subject: ['organisation', state],
            state: 'SPLIT',
          }),
        ),
        { type: 'OrganisationSplit', data: { organisation, into } },
      ),
  }),
  DissolveOrganisation: onOrganisation({
    fields: { organisation: field.organisation },
    authority: { roles: OFFICES, standing: ABOVE },
    decide: ({ organisation }, state, context) =>
      decidedUnless(
        firstRefusal(
          requireNotEnded(state),
          requireExistence(organisation, state, context.effectiveAt),
        ),
        { type: 'OrganisationDissolved', data: { organisation, ...parentAbove(state, context) } },
      ),
  }),
};

/** What carries on after a merger would hang under what is gone, and count for itself: its own cells are moved first. */
function requireNotBelow(
  organisation: OrganisationId,
  into: OrganisationId,
  context: DecisionContext,
): Requirement {
  const isBelow = [context.effectiveAt, context.now].some((at) =>
    isAtOrBelow(into, organisation, at, context),
  );
  return requireThat(!isBelow, 'ORGANISATION_CYCLE', { field: 'into', organisation, to: into });
}

/** An organisation ends once, whatever the dates. */
function requireNotEnded({ organisation, endedAt }: KnownOrganisation): Requirement {
  return endedAt === undefined
    ? undefined
    : refusal('ORGANISATION_ENDED', { field: 'organisation', organisation, endedAt });
}

/** Existing organisations, each once, and none of them the organisation itself. */
function requireOthers(
  organisation: OrganisationId,
  others: readonly OrganisationId[],
  context: DecisionContext,
): Requirement {
  const distinct = new Set(others);
  return firstRefusal(
    requireThat(!distinct.has(organisation) && distinct.size === others.length, 'VALUE_INVALID', {
      field: 'into',
      value: others,
      details: { into: others },
    }),
    ...others.map((other) => requireOrganisation(other, context, 'into')),
  );
}

/** Who was above it is written down with its end, so that nothing needs the tree of then. */
function parentAbove(
  state: KnownOrganisation,
  context: DecisionContext,
): { readonly parent?: OrganisationId } {
  const parent = parentAt(state, context.effectiveAt);
  return parent === undefined ? {} : { parent };
}
