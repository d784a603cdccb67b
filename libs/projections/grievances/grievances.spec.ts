import { on } from '#domain/testing';
import { documentIn, recorded } from '#projection-engine/testing';
import { grievanceDocumentId, GRIEVANCES, grievancesProjection } from '.';
import type { GrievanceDocument } from '.';

describe('a grievance', () => {
  it('shows since when it is open, what it was flagged as, and that it was resolved', () => {
    const of = { grievance: 'g1', organisation: 'cell' };
    const facts = recorded(
      on('2024-02-01', { type: 'GrievanceOpened', data: of }),
      on('2024-05-01', { type: 'GrievanceFlagged', data: { ...of, flag: 'PROLONGED' } }),
      on('2024-06-01', { type: 'GrievanceFlagged', data: { ...of, flag: 'PROLONGED' } }),
      on('2024-07-01', { type: 'GrievanceResolved', data: of }),
    );
    const key = { collection: GRIEVANCES, id: grievanceDocumentId('g1') };
    expect(documentIn<GrievanceDocument>(grievancesProjection, facts, key)).toMatchObject({
      state: 'RESOLVED',
      openedAt: '2024-02-01T00:00:00+07:00',
      flags: [{ flag: 'PROLONGED' }],
      resolvedAt: '2024-07-01T00:00:00+07:00',
    });
  });
});
