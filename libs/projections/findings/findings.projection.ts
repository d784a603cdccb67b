import type { IndexField } from '#read-models';
import type { Projection } from '#projection-engine';
import { factsCollections, NO_FACTS, withCorrection, withFact } from '../facts';
import type { FactsDocument } from '../facts';
import { factsKey, FINDING_FACTS, FINDING_MEETINGS, FINDINGS } from './keys';
import {
  FINDING_MEETING_YEARS,
  MEETING_YEARS,
  meetingYearsKeysOf,
  NO_MEETING_YEARS,
  withMeetingOf,
} from './meeting-years';
import type { MeetingYearsDocument } from './meeting-years';
import { rollUp } from './roll-up';
import { settles } from './settles';
import { subjectsOfEvent } from './subjects-of-event';

const KIND: IndexField = { path: 'kind' };
const YEAR: IndexField = { path: 'year' };
const ORGANISATION: IndexField = { path: 'organisation' };
const MONTH: IndexField = { path: 'month' };
const STATE: IndexField = { path: 'state' };

/** The auditors' questions, answered, with the events behind each answer. */
export const findingsProjection: Projection = {
  name: 'findings',
  version: 12,
  collections: [
    ...factsCollections(FINDING_FACTS),
    MEETING_YEARS,
    {
      name: FINDINGS,
      indexes: [
        { name: 'year', fields: [STATE, YEAR, MONTH] },
        { name: 'kind', fields: [KIND, STATE, YEAR, MONTH] },
        { name: 'scope', fields: [ORGANISATION, STATE, YEAR, MONTH] },
      ],
    },
    // Behind the findings: what it leaves behind, they have already been told of.
    { name: FINDING_MEETINGS, indexes: [] },
  ],
  keysOf: (event) => [...subjectsOfEvent(event).map(factsKey), ...meetingYearsKeysOf(event)],
  initial: ({ collection }) => (collection === FINDING_MEETING_YEARS ? NO_MEETING_YEARS : NO_FACTS),
  // All that is folded are facts, and the years of some; findings are what the roll-up makes of them.
  apply: (document, event, { collection }) =>
    collection === FINDING_MEETING_YEARS
      ? withMeetingOf(document as MeetingYearsDocument, event)
      : withFact(document as FactsDocument, event),
  correct: (document, correction, { collection }) =>
    document && collection !== FINDING_MEETING_YEARS
      ? withCorrection(document as FactsDocument, correction)
      : document,
  standsAlone: async (event) => settles(event),
  rollUp,
};
