import type { IndexField } from '#read-models';
import type { Projection } from '#projection-engine';
import { factsCollections, NO_FACTS, withCorrection, withFact } from '../facts';
import type { FactsDocument } from '../facts';
import { factsKey, FINDING_FACTS, FINDING_MEETINGS, FINDINGS } from './keys';
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
  version: 11,
  collections: [
    ...factsCollections(FINDING_FACTS),
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
  keysOf: (event) => subjectsOfEvent(event).map(factsKey),
  initial: () => NO_FACTS,
  // All that is folded are facts; findings are what the roll-up makes of them.
  apply: (document, event) => withFact(document as FactsDocument, event),
  correct: (document, correction) =>
    document && withCorrection(document as FactsDocument, correction),
  standsAlone: async (event) => settles(event),
  rollUp,
};
