import { on } from '#domain/testing';
import { documentIn, eventId, recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { caseDocumentId, CASES, casesProjection } from '.';
import type { CaseDocument } from '.';

const OF = { case: 'v1', organisation: 'cell', member: 'm00001' };

const opened = on('2024-02-01', {
  type: 'CaseOpened',
  data: { ...OF, occurredOn: '2023-11-05', prohibitedThing: 7 },
});
const signalled = on('2024-02-01', { type: 'SignalReceived', data: { ...OF, source: 'PRESS' } });
const inspected = on('2024-02-10', { type: 'InspectionOpened', data: OF });
const concluded = on('2024-03-01', {
  type: 'ConclusionReached',
  data: { ...OF, confirmed: true, remediationRequired: true, concludedBy: 'inspector' },
});
const decided = on('2024-03-10', {
  type: 'DisciplineDecided',
  data: { ...OF, form: 'WARNING', decidedBy: 'district' },
});
const announced = on('2024-03-20', { type: 'DisciplineAnnounced', data: OF });

function theCase(...facts: readonly ToRecord[]): CaseDocument | undefined {
  const key = { collection: CASES, id: caseDocumentId('v1') };
  return documentIn(casesProjection, recorded(...facts), key);
}

describe('a case', () => {
  it('shows every date of its life', () => {
    const document = theCase(opened, signalled, inspected, concluded, decided, announced);
    expect(document).toMatchObject({
      state: 'ANNOUNCED',
      occurredOn: '2023-11-05',
      prohibitedThing: 7,
      signals: [{ source: 'PRESS', imported: false, received: { event: eventId(1) } }],
      inspections: [{ event: eventId(2) }],
      conclusion: { confirmed: true, remediationRequired: true, reached: { event: eventId(3) } },
      decisions: [
        { form: 'WARNING', decided: { event: eventId(4) }, announced: { event: eventId(5) } },
      ],
      discipline: { status: 'STANDING', form: 'WARNING' },
    });
  });

  it('shows what became of a complaint, and the discipline that stands since', () => {
    const document = theCase(
      opened,
      concluded,
      decided,
      announced,
      on('2024-04-01', { type: 'ComplaintFiled', data: OF }),
      on('2024-05-01', {
        type: 'ComplaintResolved',
        data: { ...OF, outcome: 'CHANGED', form: 'REPRIMAND', decidedBy: 'province' },
      }),
      on('2024-06-01', { type: 'CaseClosed', data: OF }),
    );
    expect(document).toMatchObject({
      state: 'CLOSED',
      decisions: [{ form: 'WARNING' }],
      complaints: [
        { filed: { event: eventId(4) }, resolved: { outcome: 'CHANGED', form: 'REPRIMAND' } },
      ],
      discipline: { status: 'STANDING', form: 'REPRIMAND', complaint: 'RESOLVED' },
    });
  });
});
