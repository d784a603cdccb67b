import type { OrganisationId } from '#vocabulary';
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
export const organisationsProjection = projectionOf('organisations', 2, [
  modelOf<OrganisationDocument>()({
    collection: {
      name: ORGANISATIONS,
      indexes: [
        { name: 'kind', fields: [{ path: 'current.kind' }, { path: 'organisation' }] },
        { name: 'type', fields: [{ path: 'current.organisationType' }, { path: 'organisation' }] },
        { name: 'parent', fields: [{ path: 'current.parent' }, { path: 'organisation' }] },
        {
          name: 'merged-into',
          fields: [{ path: 'current.mergedInto' }, { path: 'organisation' }],
        },
        { name: 'totals', fields: [{ path: 'current.totalsReconcile' }, { path: 'organisation' }] },
      ],
    },
    idsOf: ({ data }) => [organisationDocumentId(data.organisation)],
    // Whose document it is, the id says: the event may be a child’s.
    begin: (_event, id) => ({
      organisation: decodeURIComponent(id),
      known: false,
      facts: [],
      children: [],
    }),
    takes: {
      OrganisationEstablished: {
        idsOf: ({ data }) => withParent(data.organisation, data.parent),
        fold: withFactOrChild,
      },
      OrganisationReparented: {
        idsOf: ({ data }) => withParent(data.organisation, data.to),
        fold: withFactOrChild,
      },
      OrganisationRenamed: withFact,
      OrganisationTypeChanged: withFact,
      OrganisationMerged: withFact,
      OrganisationSplit: withFact,
      OrganisationDissolved: withFact,
      SecretaryAppointed: withFact,
      SuperiorDelegateAssigned: withFact,
      MembershipTotalsReported: withFact,
    },
    // A child that the document names and never had is no harm: a child's own parents decide.
    correct: (document, correction) =>
      standing(document, withWithdrawn(document.facts, correction)),
  }),
]);
/** Who loses a child need not be told: a child's own parents decide. */
function withParent(
  organisation: OrganisationId,
  parent: OrganisationId | undefined,
): readonly string[] {
  const touched = parent === undefined ? [organisation] : [organisation, parent];
  return [...new Set(touched)].map(organisationDocumentId);
}

function withFact(document: OrganisationDocument, event: OrganisationFact): OrganisationDocument {
  return standing(document, [...document.facts, ownFact(event)]);
}

function withFactOrChild(
  document: OrganisationDocument,
  event: OrganisationFact,
): OrganisationDocument {
  const { organisation } = event.data;
  return organisation === document.organisation
    ? withFact(document, event)
    : withChild(document, { organisation, position: event.position.toString() });
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
      mergedInto: view?.end?.cause === 'MERGED' ? view.end.into : null,
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
