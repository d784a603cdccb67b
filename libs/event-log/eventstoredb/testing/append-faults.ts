import type { AppendFault } from '../../../../test/eventstore-double';

/** What can become of an append that the store answers wrongly, or not at all. */
export const APPEND_FAULTS: readonly AppendFault[] = [
  'silence',
  'silence-after',
  'reset',
  'reset-after',
  'deadline',
  'deadline-after',
  'wrong-version-after',
  'ended-ok',
  'ended-aborted',
  'ended-internal',
  'unknown-answer-after',
  'repeated-answer-after',
  'answer-without-details',
];
