import type { Wording } from './wording';

export const ENGLISH: Wording = {
  requirements: {
    '>=': (threshold) => `at least ${threshold}`,
    '>': (threshold) => `more than ${threshold}`,
    '<=': (threshold) => `at most ${threshold}`,
    '<': (threshold) => `less than ${threshold}`,
    '==': (threshold) => `exactly ${threshold}`,
  },
  none: 'none',
  decimalSeparator: '.',
  percent: ' %',
  verdicts: {
    MET: 'Met',
    FAILED: 'Failed',
    PENDING: 'Not yet decided',
    NOT_APPLICABLE: 'Not applicable',
  },
  measured: (figure, year, actual, requirement) =>
    `${figure}, ${year}: ${actual}; required: ${requirement}.`,
  whileOpen: {
    MET: 'What is still open cannot change that.',
    FAILED: 'What is still open cannot make up for it.',
    PENDING: 'It depends on what is still open.',
  },
  notApplicable: 'There is nobody to count, so the condition counts as met.',
  appraised: {
    MET: 'The superior appraised it as met.',
    FAILED: 'The superior appraised it as not met.',
    PENDING: 'The superior has not appraised it yet.',
  },
  pointsGiven: (points, maximum) => `The superior gave ${points} of ${maximum} points.`,
  pointsAwaited: (maximum) => `The superior has not given points yet (at most ${maximum}).`,
  selfPoints: (points) => `The organisation gave itself ${points}.`,
  unfilled: 'Its local text has not been given yet.',
  notes: {
    RESTS_ON_IMPORTED_DATES: 'The order of detection rests on the dates of imported records.',
    SELF_DETECTION_AFTER_EXTERNAL_SIGNAL:
      'Self-detection was recorded after the external signal and does not count.',
    EVIDENCE_ABRIDGED: 'The evidence listed is not complete.',
    NOTHING_RECORDED: 'Nothing has been recorded yet.',
  },
};
