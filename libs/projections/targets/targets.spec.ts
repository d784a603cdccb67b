import { on } from '#domain/testing';
import { documentIn, eventId, recorded } from '#projection-engine/testing';
import {
  INSPECTION_PLANS,
  inspectionPlanDocumentId,
  targetDocumentId,
  TARGETS,
  targetsProjection,
} from '.';
import type { InspectionPlanDocument, TargetDocument } from '.';

const OF = { organisation: 'cell', year: 2024, code: 't1' };

describe('a target', () => {
  it('shows progress on the way, and the confirmation that came first', () => {
    const facts = recorded(
      on('2024-02-01', {
        type: 'TargetAssigned',
        data: {
          ...OF,
          title: 'Thu ngân sách',
          unit: 'triệu đồng',
          assigned: '100',
          direction: 'AT_LEAST',
        },
      }),
      on('2024-06-01', { type: 'TargetProgressReported', data: { ...OF, achieved: '60' } }),
      on('2024-12-01', { type: 'TargetResultConfirmed', data: { ...OF, achieved: '104.5' } }),
      on('2024-12-02', { type: 'TargetResultConfirmed', data: { ...OF, achieved: '99' } }),
    );
    const key = { collection: TARGETS, id: targetDocumentId('cell', 2024, 't1') };
    expect(documentIn<TargetDocument>(targetsProjection, facts, key)).toMatchObject({
      assigned: '100',
      progress: [{ achieved: '60', event: { event: eventId(1) } }],
      confirmed: { achieved: '104.5', event: { event: eventId(2) } },
    });
  });
});

describe('an inspection plan', () => {
  it('shows which of its items are carried out', () => {
    const of = { organisation: 'cell', year: 2024 };
    const facts = recorded(
      on('2024-02-01', {
        type: 'InspectionPlanAdopted',
        data: {
          ...of,
          items: [
            { code: 'i1', title: 'one' },
            { code: 'i2', title: 'two' },
          ],
        },
      }),
      on('2024-06-01', { type: 'InspectionPlanItemDone', data: { ...of, item: 'i2' } }),
    );
    const key = { collection: INSPECTION_PLANS, id: inspectionPlanDocumentId('cell', 2024) };
    const plan = documentIn<InspectionPlanDocument>(targetsProjection, facts, key);
    expect(plan?.items).toMatchObject([
      { code: 'i1', title: 'one' },
      { code: 'i2', title: 'two', done: { event: eventId(1) } },
    ]);
    expect(plan?.items[0]?.done).toBeUndefined();
  });
});
