import type { Projection } from '#projection-engine';
import { termsOf } from './terms';

export const TIMELINE = 'timeline';

const NOTHING: object = Object.freeze({});

/**
 * Where in the log an event stands that somebody asks for: it points into the log, and keeps no event once more. A
 * correction is one more event; the wrong one stays where it is.
 */
export const timelineProjection: Projection = {
  name: 'timeline',
  version: 5,
  collections: [],
  postings: { name: TIMELINE, termsOf },
  keysOf: () => [],
  keysOfCorrection: () => [],
  initial: () => NOTHING,
  apply: () => NOTHING,
};
