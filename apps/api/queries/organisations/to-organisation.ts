import { organisationAsOf } from '#projections';
import type { OrganisationDocument, OrganisationView } from '#projections';
import { readModelBehind } from '../../errors';
import type { RequestLoaders } from '../shared';
import type { OrganisationType } from './organisation.types';

export function toOrganisation(
  view: OrganisationView,
  projectedThrough: string,
): OrganisationType | undefined {
  const { organisation, names, kinds, organisationTypes, parents, secretaries, delegates } = view;
  const [name, kind, organisationType] = [names.at(-1), kinds.at(-1), organisationTypes.at(-1)];
  if (name === undefined || kind === undefined || organisationType === undefined) return undefined;
  return {
    id: organisation,
    name: name.value,
    kind: kind.value,
    ...(view.level === undefined ? {} : { level: view.level }),
    organisationType: organisationType.value,
    establishedAt: view.establishedAt,
    ...(view.end === undefined ? {} : { end: view.end }),
    parentId: parents.at(-1)?.value,
    names,
    kinds,
    organisationTypes,
    parents,
    secretaryId: secretaries.at(-1)?.value,
    allSecretaries: secretaries,
    delegateId: delegates.at(-1)?.value,
    allDelegates: delegates,
    splitInto: view.splitInto,
    ...(view.membershipTotals === undefined ? {} : { membershipTotals: view.membershipTotals }),
    projectedThrough,
  };
}

export function organisationOf(
  document: OrganisationDocument,
  projectedThrough: string,
): OrganisationType | undefined {
  const view = organisationAsOf(document);
  return view && toOrganisation(view, projectedThrough);
}

/** `undefined` for an organisation that nothing is recorded of. */
export async function findOrganisation(
  loaders: RequestLoaders,
  id: string,
): Promise<OrganisationType | undefined> {
  const found = await loaders.organisations.load(id);
  return found && organisationOf(found.body, found.projectedThrough);
}

/** An organisation that another fact names, so that it must be recorded. */
export async function organisationNamed(
  loaders: RequestLoaders,
  id: string,
): Promise<OrganisationType> {
  const organisation = await findOrganisation(loaders, id);
  if (organisation === undefined) throw readModelBehind('organisations', id);
  return organisation;
}
