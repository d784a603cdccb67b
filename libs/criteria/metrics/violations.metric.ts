import type { DetectionTally } from '../facts';
import type { ConditionNote } from '../evaluation/scorecard';
import { count } from '../evaluation/figure';
import { tallyEvidence } from './evidence';
import type { Metric } from './metric';

export const prohibitedThings: Metric = {
  name: 'violations.prohibitedThings',
  measure: 'COUNT',
  figure: () => ({
    vi: 'Số vi phạm những điều đảng viên không được làm',
    en: 'Violations of what members may not do',
  }),
  open: 'Each case not yet concluded may still count.',
  evaluate: ({ subtree }, _params, { parameters }) => {
    const { confirmed, selfDetectedAndRemedied, open } = subtree.prohibitedThings;
    const counted = confirmed - (parameters.selfDetectedExempts ? selfDetectedAndRemedied : 0);
    return {
      interval: count(counted, counted + open),
      ...tallyEvidence(subtree, [
        { kind: 'prohibitedThings:confirmed', count: confirmed },
        { kind: 'prohibitedThings:open', count: open },
      ]),
    };
  },
};

function sum(
  tallies: readonly DetectionTally[],
  figure: (tally: DetectionTally) => number,
): number {
  return tallies.reduce((total, tally) => total + figure(tally), 0);
}

export const externallyDetected: Metric = {
  name: 'violations.externallyDetected',
  measure: 'COUNT',
  figure: () => ({
    vi: 'Số vi phạm do báo chí hoặc người dân phát hiện trước khi tổ chức đảng tự phát hiện',
    en: 'Violations that the press or citizens reported before the organisation detected them itself',
  }),
  open: 'Each case whose first signal came from outside and that is not yet concluded may still count.',
  evaluate: ({ subtree }, _params, { parameters }) => {
    const external = subtree.detectedBy.filter(({ source }) =>
      parameters.externalSources.includes(source),
    );
    const confirmed = sum(external, (tally) => tally.confirmed);
    const open = sum(external, (tally) => tally.open);
    const events = tallyEvidence(subtree, [
      { kind: 'detection:confirmed', count: confirmed },
      { kind: 'detection:open', count: open },
    ]);
    const flagged: readonly ConditionNote[] = [
      ...(sum(external, (tally) => tally.onImportedDates) > 0
        ? (['RESTS_ON_IMPORTED_DATES'] as const)
        : []),
      ...(sum(external, (tally) => tally.selfDetectedAfterwards ?? 0) > 0
        ? (['SELF_DETECTION_AFTER_EXTERNAL_SIGNAL'] as const)
        : []),
      ...events.notes,
    ];
    return { interval: count(confirmed, confirmed + open), ...events, notes: flagged };
  },
};

export const unremedied: Metric = {
  name: 'violations.unremedied',
  measure: 'COUNT',
  figure: () => ({
    vi: 'Số kết luận yêu cầu khắc phục mà chưa khắc phục xong',
    en: 'Conclusions that demand remediation and are not yet remedied',
  }),
  open: 'Until the year is closed, what is not remedied may still be.',
  evaluate: ({ subtree, periodClosed }) => ({
    interval: count(periodClosed ? subtree.unremedied : 0, subtree.unremedied),
    ...tallyEvidence(subtree, [{ kind: 'unremedied', count: subtree.unremedied }]),
  }),
};
