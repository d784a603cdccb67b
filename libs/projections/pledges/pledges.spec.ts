import { on } from '#domain/testing';
import { documentIn, eventId, recorded } from '#projection-engine/testing';
import { pledgeDocumentId, PLEDGES, pledgesProjection } from '.';
import type { PledgeDocument } from '.';

const FRAMEWORK = { id: 'f1', version: 1 };
const OF = { campaign: 'c1', year: 2024, organisation: 'cell' };
const OF_MEMBER = { ...OF, member: 'm00001' };

const facts = recorded(
  on('2024-02-01', {
    type: 'PledgeRegistered',
    data: { ...OF, framework: FRAMEWORK, items: ['one', 'two'] },
  }),
  on('2024-02-01', {
    type: 'PledgeRegistered',
    data: { ...OF_MEMBER, framework: FRAMEWORK, items: ['mine'] },
  }),
  on('2024-02-02', { type: 'PledgeSigned', data: { ...OF, framework: FRAMEWORK } }),
  on('2024-06-01', {
    type: 'PledgeItemReported',
    data: { ...OF, item: 2, report: 'half way', done: false },
  }),
  on('2024-09-01', {
    type: 'PledgeItemReported',
    data: { ...OF, item: 2, report: 'finished', done: true },
  }),
  on('2024-10-01', { type: 'PledgeWithdrawn', data: OF_MEMBER }),
);

function pledge(of: typeof OF | typeof OF_MEMBER): PledgeDocument | undefined {
  return documentIn(pledgesProjection, facts, { collection: PLEDGES, id: pledgeDocumentId(of) });
}

describe('a pledge', () => {
  it('of an organisation is signed, and shows every report on each item', () => {
    expect(pledge(OF)).toMatchObject({
      by: 'ORGANISATION',
      member: null,
      state: 'SIGNED',
      signedAt: '2024-02-02T00:00:00+07:00',
      items: [
        { item: 1, text: 'one', done: false, reports: [] },
        {
          item: 2,
          done: true,
          reports: [
            { report: 'half way', done: false, reported: { event: eventId(3) } },
            { report: 'finished', done: true, reported: { event: eventId(4) } },
          ],
        },
      ],
    });
  });

  it('of a member is one of its own', () => {
    expect(pledge(OF_MEMBER)).toMatchObject({
      by: 'MEMBER',
      member: 'm00001',
      organisation: 'cell',
      state: 'WITHDRAWN',
    });
  });
});
