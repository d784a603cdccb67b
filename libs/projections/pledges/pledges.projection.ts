import { assertNever } from '#vocabulary';
import type { PledgeEvent, PledgeKey } from '#domain';
import { documentId, grounded, modelOf, projectionOf, refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { PledgeDocument } from './pledge.document';

export const PLEDGES = 'pledges';

export function pledgeDocumentId({ campaign, year, organisation, member }: PledgeKey): string {
  return member === undefined
    ? documentId(year, campaign, 'ORGANISATION', organisation)
    : documentId(year, campaign, 'MEMBER', member);
}

/** Pledges of organisations and of their members, with what was reported of each item. */
export const pledgesProjection = projectionOf('pledges', 1, [
  modelOf<PledgeDocument, PledgeEvent['type']>({
    collection: {
      name: PLEDGES,
      indexes: [
        {
          name: 'organisation',
          fields: [
            { path: 'organisation' },
            { path: 'year' },
            { path: 'by' },
            { path: 'campaign' },
            { path: 'member' },
          ],
        },
        { name: 'member', fields: [{ path: 'member' }, { path: 'year' }, { path: 'campaign' }] },
        {
          name: 'campaign',
          fields: [
            { path: 'campaign' },
            { path: 'year' },
            { path: 'by' },
            { path: 'organisation' },
            { path: 'member' },
          ],
        },
      ],
    },
    takes: {
      PledgeRegistered: true,
      PledgeSigned: true,
      PledgeItemReported: true,
      PledgeWithdrawn: true,
    },
    idsOf: ({ data }) => [pledgeDocumentId(data)],
    apply: (document, event) => grounded(applied(document ?? begun(event.data), event), event),
  }),
]);

function begun({ campaign, year, organisation, member }: PledgeKey): PledgeDocument {
  return {
    campaign,
    year,
    organisation,
    by: member === undefined ? 'ORGANISATION' : 'MEMBER',
    member: member ?? null,
    state: 'REGISTERED',
    items: [],
    events: [],
  };
}

function applied(document: PledgeDocument, event: FactOfType<PledgeEvent['type']>): PledgeDocument {
  const at = event.metadata.effectiveAt;
  switch (event.type) {
    case 'PledgeRegistered': {
      const { framework, items, organisation } = event.data;
      return {
        ...begun(event.data),
        events: document.events,
        organisation,
        framework,
        registeredAt: at,
        items: items.map((text, index) => ({ item: index + 1, text, done: false, reports: [] })),
      };
    }
    case 'PledgeSigned':
      return { ...document, state: 'SIGNED', framework: event.data.framework, signedAt: at };
    case 'PledgeItemReported': {
      const { item, report, done } = event.data;
      const reported = { report, done, reported: refTo(event) };
      return {
        ...document,
        items: document.items.map((one) =>
          one.item === item ? { ...one, done, reports: [...one.reports, reported] } : one,
        ),
      };
    }
    case 'PledgeWithdrawn':
      return { ...document, state: 'WITHDRAWN', withdrawnAt: at };
    default:
      return assertNever(event);
  }
}
