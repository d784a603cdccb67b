import type { PledgeKey } from '#domain';
import { documentId, modelOf, projectionOf, refTo } from '#projection-engine';
import type { PledgeDocument } from './pledge.document';

export const PLEDGES = 'pledges';

export function pledgeDocumentId({ campaign, year, organisation, member }: PledgeKey): string {
  return member === undefined
    ? documentId(year, campaign, 'ORGANISATION', organisation)
    : documentId(year, campaign, 'MEMBER', member);
}

/** Pledges of organisations and of their members, with what was reported of each item. */
export const pledgesProjection = projectionOf('pledges', 2, [
  modelOf<PledgeDocument>()({
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
        { name: 'campaign', fields: [{ path: 'campaign' }] },
        { name: 'scope', fields: [{ path: 'organisation' }] },
      ],
    },
    idsOf: ({ data }) => [pledgeDocumentId(data)],
    begin: ({ data }) => begun(data),
    takes: {
      PledgeRegistered: (document, { data, metadata }) => ({
        ...begun(data),
        events: document.events,
        organisation: data.organisation,
        framework: data.framework,
        registeredAt: metadata.effectiveAt,
        items: data.items.map((text, index) => ({
          item: index + 1,
          text,
          done: false,
          reports: [],
        })),
      }),
      PledgeSigned: (document, { data, metadata }) => ({
        ...document,
        state: 'SIGNED',
        framework: data.framework,
        signedAt: metadata.effectiveAt,
      }),
      PledgeItemReported: (document, event) => {
        const { item, report, done } = event.data;
        const reported = { report, done, reported: refTo(event) };
        const items = document.items.map((known) =>
          known.item === item ? { ...known, done, reports: [...known.reports, reported] } : known,
        );
        return { ...document, items };
      },
      PledgeWithdrawn: (document, { metadata }) => ({
        ...document,
        state: 'WITHDRAWN',
        withdrawnAt: metadata.effectiveAt,
      }),
    },
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
