import type { OrganisationId } from '#vocabulary';
import type { OrganisationEvent } from '#domain';
import { documentId, modelOf, ownFact, projectionOf, withWithdrawn } from '#projection-engine';
import type {
  ChildCandidate,
  OrganisationDocument,
  OrganisationFact,
} from './organisation.document';
import { organisationAsOf } from './organisation.view';
import { searchable } from './searchable';

export const ORGANISATIONS = 'organisations';

export function organisationDocumentId(organisation: OrganisationId): string {
  return documentId(organisation);
}

/** Organisations over time, and the tree they form. */
export const organisationsProjection = projectionOf('organisations', 1, [
  modelOf<OrganisationDocument, OrganisationEvent['type']>({
    collection: {
      name: ORGANISATIONS,
      indexes: [
        { name: 'kind', fields: [{ path: 'current.kind' }, { path: 'organisation' }] },
        { name: 'type', fields: [{ path: 'current.organisationType' }, { path: 'organisation' }] },
        { name: 'parent', fields: [{ path: 'current.parent' }, { path: 'organisation' }] },
        { name: 'totals', fields: [{ path: 'current.totalsReconcile' }, { path: 'organisation' }] },
      ],
    },
    takes: {
      OrganisationEstablished: true,
      OrganisationRenamed: true,
      OrganisationReparented: true,
      OrganisationTypeChanged: true,
      OrganisationMerged: true,
      OrganisationSplit: true,
      OrganisationDissolved: true,
      SecretaryAppointed: true,
      SuperiorDelegateAssigned: true,
      MembershipTotalsReported: true,
    },
    idsOf: (event) => {
      const { organisation } = event.data;
      const parent = newParentOf(event);
      const touched = parent === undefined ? [organisation] : [organisation, parent];
      return [...new Set(touched)].map(organisationDocumentId);
    },
    apply: (document, event, id) => {
      const { organisation } = event.data;
      return organisationDocumentId(organisation) === id
        ? withFact(document ?? unknown(organisation), event)
        : withChild(document ?? unknown(newParentOf(event) ?? organisation), {
            organisation,
            position: event.position.toString(),
          });
    },
    // A child that the document names and never had is no harm: a child's own parents decide.
    correct: (document, correction) =>
      standing(document, withWithdrawn(document.facts, correction)),
  }),
]);

/** Whom the event gives a child. Who loses one need not be told: a child's own parents decide. */
function newParentOf(event: OrganisationFact): OrganisationId | undefined {
  switch (event.type) {
    case 'OrganisationEstablished':
      return event.data.parent;
    case 'OrganisationReparented':
      return event.data.to;
    default:
      return undefined;
  }
}

function unknown(organisation: OrganisationId): OrganisationDocument {
  return { organisation, known: false, facts: [], children: [] };
}

function withFact(document: OrganisationDocument, event: OrganisationFact): OrganisationDocument {
  return standing(document, [...document.facts, ownFact(event)]);
}

function standing(
  document: OrganisationDocument,
  facts: OrganisationDocument['facts'],
): OrganisationDocument {
  const view = organisationAsOf({ facts });
  const name = view?.names.at(-1)?.value;
  const kind = view?.kinds.at(-1)?.value;
  const organisationType = view?.organisationTypes.at(-1)?.value;
  if (name === undefined || kind === undefined || organisationType === undefined) {
    return { ...document, facts };
  }
  return {
    ...document,
    known: true,
    facts,
    current: {
      name,
      search: searchable(name),
      kind,
      organisationType,
      parent: view?.parents.at(-1)?.value ?? null,
      ended: view?.end !== undefined,
      totalsReconcile: view?.membershipTotals?.reconciles ?? null,
    },
  };
}

function withChild(document: OrganisationDocument, child: ChildCandidate): OrganisationDocument {
  const isKnown = document.children.some((one) => one.organisation === child.organisation);
  if (isKnown) return document;
  const children = [...document.children, child].sort((a, b) =>
    a.organisation < b.organisation ? -1 : 1,
  );
  return { ...document, children };
}
