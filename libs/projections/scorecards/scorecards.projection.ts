import type { OrganisationId } from '#vocabulary';
import { refolded } from '#projection-engine';
import type { Correction, DocumentKey, Projection, RecordedFact } from '#projection-engine';
import { throughCorrection, withoutStream } from './correct';
import type { CalendarDocument, FactsDocument } from './documents';
import { withMember } from './entries';
import { FACTS, SCORECARDS, namedBy } from './keys';
import { keysOf } from './keys-of-event';
import { applyToMember, unknownMemberDocument } from './member-facts';
import { applyToOrganisation, unknownOrganisationDocument } from './organisation-facts';
import { rollUp } from './roll-up';
import { standsAlone } from './stands-alone';
import { applyToYear, emptyYearDocument } from './year-facts';

/** Four-good scorecards by organisation and year, rolled up through the tree. */
export const scorecardsProjection: Projection = {
  name: 'scorecards',
  version: 2,
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
    { name: FACTS, indexes: [] },
  ],
  keysOf,
  initial,
  apply: (document, event, key) => apply(document as FactsDocument, event, key),
  correct: (document, correction, key) => correct(document as FactsDocument, correction, key),
  foldedThrough: (document, position) => foldedThrough(document as FactsDocument, position),
  standsAlone,
  rollUp,
};

function foldedThrough(document: FactsDocument, position: bigint): bigint {
  switch (document.kind) {
    case 'calendar':
    case 'framework':
    case 'member':
      return position;
    case 'organisation':
    case 'year':
      return BigInt(document.foldedThrough ?? -1n);
  }
}

/** A document as it was without the corrected stream, and what stands of that folded again. */
function correct(
  before: FactsDocument | undefined,
  correction: Correction,
  key: DocumentKey,
): FactsDocument {
  const { withdrawn } = correction;
  const document = before ?? initial(key);
  const isOwn = 'organisation' in withdrawn.data && isNamed(key, withdrawn.data.organisation);
  const without = withoutStream(document, withdrawn, isOwn);
  const restated = refolded(scorecardsProjection, without, correction, key) ?? without;
  return throughCorrection(restated as FactsDocument, correction);
}

function isNamed(key: DocumentKey, organisation: OrganisationId): boolean {
  const named = namedBy(key);
  return named.kind === 'organisation' && named.organisation === organisation;
}

function initial(key: DocumentKey): FactsDocument {
  switch (namedBy(key).kind) {
    case 'calendar':
      return { kind: 'calendar', years: [], recognised: [] };
    case 'framework':
      return { kind: 'framework' };
    case 'member':
      return unknownMemberDocument;
    case 'organisation':
      return unknownOrganisationDocument;
    case 'year':
      return emptyYearDocument;
  }
}

function apply(document: FactsDocument, event: RecordedFact, key: DocumentKey): FactsDocument {
  switch (document.kind) {
    case 'calendar':
      return withYear(document, event);
    case 'framework':
      return event.type === 'FrameworkPublished'
        ? { kind: 'framework', definition: event.data.definition }
        : document;
    case 'member':
      return applyToMember(document, event);
    case 'organisation': {
      const named = namedBy(key);
      return named.kind === 'organisation'
        ? applyToOrganisation(document, event, named.organisation)
        : document;
    }
    case 'year':
      return applyToYear(document, event);
  }
}

function withYear(document: CalendarDocument, { type, data }: RecordedFact): CalendarDocument {
  if (!('year' in data)) return document;
  return {
    ...document,
    years: withMember(document.years, data.year),
    recognised:
      type === 'RecognitionGranted'
        ? withMember(document.recognised, data.year)
        : document.recognised,
  };
}
