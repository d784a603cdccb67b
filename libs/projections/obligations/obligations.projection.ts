import { yearOfInstant } from '#vocabulary';
import { modelOf, projectionOf } from '#projection-engine';
import { fulfilled, lapsed, overdue, owedAnew, pledged } from './changes';
import type { ObligationDocument } from './obligation.document';
import {
  bothOfCase,
  byPledge,
  meetings,
  meetingsAfter,
  meetingsWhile,
  metBy,
  month,
  namedById,
  ofCase,
  periodClosing,
  publication,
  quarter,
} from './obligation-ids';
import { withoutEvent, withState } from './obligation-state';
import { lastDayOfMonth, lastDayOfQuarter } from './periods';

export const OBLIGATIONS = 'obligations';

/** What has to happen by when: meetings, publications, announcements, the ends of disciplines and of years. */
export const obligationsProjection = projectionOf('obligations', 6, [
  modelOf<ObligationDocument>()({
    collection: {
      name: OBLIGATIONS,
      indexes: [
        { name: 'due', fields: [{ path: 'owed' }, { path: 'dueOn' }] },
        { name: 'scope', fields: [{ path: 'organisation' }, { path: 'owed' }, { path: 'dueOn' }] },
        {
          name: 'awaited',
          fields: [
            { path: 'owed' },
            { path: 'state' },
            { path: 'imported' },
            { path: 'dueOn' },
            { path: 'organisation' },
          ],
        },
      ],
    },
    begin: (event, id) => {
      const { kind, period } = namedById(id);
      const { data, metadata } = event;
      const year = 'year' in data ? data.year : yearOfInstant(metadata.effectiveAt);
      return {
        kind,
        organisation: data.organisation,
        year,
        ...(period === 0 ? {} : { period }),
        ...('case' in data ? { case: data.case } : {}),
        dueOn:
          kind === 'THEMATIC_MEETING'
            ? lastDayOfQuarter(year, period)
            : lastDayOfMonth(year, period === 0 ? 12 : period),
        owed: false,
        state: 'OPEN',
        imported: false,
        fulfilledBy: [],
        fulfilledAgain: 0,
        lapsed: [],
      };
    },
    takes: {
      PledgeRegistered: { idsOf: byPledge, fold: pledged },
      PledgeWithdrawn: {
        idsOf: byPledge,
        fold: (document) =>
          document.kind === 'PUBLICATION' ? document : { ...document, owed: false },
      },
      MeetingHeld: { idsOf: metBy, fold: fulfilled },
      MeetingMissed: {
        idsOf: ({ data }) =>
          data.period === 'MONTH' ? [month(data, data.month)] : [quarter(data, data.quarter)],
        fold: overdue,
      },
      PeriodClosed: {
        idsOf: ({ data }) => [...meetings(data), periodClosing(data)],
        fold: (document, event) =>
          document.kind === 'PERIOD_CLOSING' ? fulfilled(document, event) : lapsed(document, event),
      },
      OrganisationEstablished: {
        idsOf: (event) => meetingsWhile(event, (period, begun) => period < begun),
        fold: lapsed,
      },
      OrganisationDissolved: { idsOf: meetingsAfter, fold: lapsed },
      OrganisationMerged: { idsOf: meetingsAfter, fold: lapsed },
      RecognitionGranted: {
        idsOf: ({ data }) => [publication(data)],
        fold: (document, event) => owedAnew(document, event, event.data.publishBy),
      },
      RecognitionRevoked: { idsOf: ({ data }) => [publication(data)], fold: lapsed },
      RecognitionPublished: { idsOf: ({ data }) => [publication(data)], fold: fulfilled },
      PublicationOverdue: { idsOf: ({ data }) => [publication(data)], fold: overdue },
      DisciplineDecided: {
        idsOf: ({ data }) => [ofCase('ANNOUNCEMENT', data.case)],
        fold: (document, event) => owedAnew(document, event, event.data.announceBy),
      },
      DisciplineAnnounced: {
        idsOf: ({ data }) => bothOfCase(data.case),
        fold: (document, event) =>
          document.kind === 'ANNOUNCEMENT'
            ? fulfilled(document, event)
            : owedAnew(document, event, event.data.endsOn),
      },
      ComplaintResolved: {
        idsOf: ({ data }) => bothOfCase(data.case),
        fold: (document, event) => {
          const { outcome, announceBy } = event.data;
          if (outcome === 'ANNULLED') return lapsed(document, event);
          return document.kind === 'ANNOUNCEMENT' && announceBy !== undefined
            ? owedAnew(document, event, announceBy)
            : document;
        },
      },
      AnnouncementOverdue: {
        idsOf: ({ data }) => [ofCase('ANNOUNCEMENT', data.case)],
        fold: overdue,
      },
      DisciplineExpired: {
        idsOf: ({ data }) => [ofCase('DISCIPLINE_END', data.case)],
        fold: fulfilled,
      },
    },
    derive: withState,
    correct: (document, { withdrawn }) => withoutEvent(document, withdrawn),
  }),
]);
