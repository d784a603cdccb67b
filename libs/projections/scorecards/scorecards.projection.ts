import type { Projection } from '#projection-engine';
import { countChange, likelyCounts } from './counts/count-change';
import { COUNTS_COLLECTIONS } from './counts/counts.document';
import { SCORECARDS } from './document/keys';
import { initial, isYear, keep, keepCorrected, keysOf } from './facts/keep';
import { FACTS } from './facts/keys';
import { rollUp } from './tree/roll-up';
import { standsAlone } from './tree/stands-alone';

/**
 * Four-good scorecards by organisation and year, rolled up through the tree. An event goes downhill:
 * it is kept with what it is about (`facts`), which changes counts (`counts`), from which scorecards
 * are made (`document`), whose summaries go to the organisations above (`tree`).
 */
export const scorecardsProjection: Projection = {
  name: 'scorecards',
  version: 8,
  collections: [
    // First, so that after a crash a scorecard is never behind its facts: then what an event did to it would be lost.
    {
      name: SCORECARDS,
      indexes: [
        { name: 'year', fields: [{ path: 'year' }, { path: 'organisation' }] },
        {
          name: 'below',
          fields: [
            { path: 'lineage', multiValued: true },
            { path: 'year' },
            { path: 'organisation' },
          ],
        },
        {
          name: 'outcome',
          fields: [{ path: 'year' }, { path: 'outcome' }, { path: 'organisation' }],
        },
        {
          name: 'failed-rule',
          fields: [
            { path: 'failedRules', multiValued: true },
            { path: 'year' },
            { path: 'organisation' },
          ],
        },
        {
          name: 'review-due',
          fields: [{ path: 'reviewDue' }, { path: 'year' }, { path: 'organisation' }],
        },
      ],
    },
    ...COUNTS_COLLECTIONS,
    { name: FACTS, indexes: [] },
  ],
  keysOf,
  initial,
  apply: keep,
  correct: (document, correction, key) => keepCorrected(document ?? initial(key), correction, key),
  foldedThrough: (document, position) =>
    isYear(document) ? BigInt(document.foldedThrough ?? -1n) : position,
  carry: countChange,
  alsoReads: likelyCounts,
  standsAlone,
  rollUp,
};
