import type { Projection } from '#projection-engine';
import { copyOf } from './copied-events';
import { termsOf } from './terms';

export const TIMELINE = 'timeline';
export const TIMELINE_COPIES = 'timeline-copies';

const NOTHING: object = Object.freeze({});

const pointing: Projection = {
  name: 'timeline',
  version: 5,
  collections: [],
  postings: { name: TIMELINE, termsOf },
  keysOf: () => [],
  keysOfCorrection: () => [],
  initial: () => NOTHING,
  apply: () => NOTHING,
};

/**
 * Where in the log an event stands that somebody asks for: it points into the log. A correction is one more event; the
 * wrong one stays where it is. Of a log that is asked over a network it keeps the events as well, to be read together.
 */
export const timelineProjection: Projection = {
  ...pointing,
  forLogsAfar: {
    ...pointing,
    collections: [{ name: TIMELINE_COPIES, indexes: [] }],
    insertOnly: true,
    keysOf: ({ position }) => [{ collection: TIMELINE_COPIES, id: position.toString() }],
    keysOfCorrection: ({ position }) => [{ collection: TIMELINE_COPIES, id: position.toString() }],
    apply: (_document, event) => copyOf(event),
    correct: (_document, correction) => copyOf(correction),
  },
};
