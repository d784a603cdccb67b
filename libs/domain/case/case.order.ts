import type { OrderOfDates } from '../shared/order-of-dates';
import type { CaseEvent } from './case.events';

/** From the opening to the answer to a complaint, after which something may be decided, announced or contested anew. */
export const orderOfCase: OrderOfDates<CaseEvent['type']> = {
  steps: [
    ['CaseOpened'],
    ['InspectionOpened'],
    ['ConclusionReached'],
    ['DisciplineProposed'],
    ['DisciplineDecided'],
    ['DisciplineAnnounced'],
    ['ComplaintFiled'],
    ['ComplaintResolved'],
  ],
  succeeds: {
    DisciplineProposed: [
      'DisciplineDecided',
      'DisciplineAnnounced',
      'ComplaintFiled',
      'ComplaintResolved',
    ],
    DisciplineDecided: [
      'DisciplineDecided',
      'DisciplineAnnounced',
      'ComplaintFiled',
      'ComplaintResolved',
    ],
    DisciplineAnnounced: ['DisciplineAnnounced', 'ComplaintResolved'],
    ComplaintFiled: ['ComplaintResolved'],
    ComplaintResolved: ['ComplaintFiled'],
  },
};
