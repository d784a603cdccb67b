import { given, on, someTree } from '../testing';

const of = { organisation: 'k1', year: 2024 };
const opened = [
  ...someTree(),
  on('2024-05-10', {
    type: 'AssessmentOpened',
    data: { ...of, campaign: 'campaign', framework: { id: 'frame', version: 1 } },
  }),
  on('2024-05-12', {
    type: 'SelfAssessmentSubmitted',
    data: { ...of, submittedBy: 'secretary', scores: [] },
  }),
];
const granted = [
  ...opened,
  on('2025-01-12', {
    type: 'RecognitionGranted',
    data: { ...of, number: '1-QĐ/ĐU', decidedBy: 'c1' },
  }),
];
const underReview = [
  ...granted,
  on('2025-03-01', { type: 'RecognitionReviewRequired', data: { ...of, causes: ['e1', 'e2'] } }),
];
const upheld = [
  ...underReview,
  on('2025-04-01', { type: 'RecognitionUpheld', data: { ...of, decidedBy: 'c1' } }),
];
const requireReview = { type: 'RequireRecognitionReview', ...of, causes: ['e1'] } as const;

describe('Requiring the review of a recognition', () => {
  it('names the facts that came later', () => {
    given(...granted)
      .when({ ...requireReview, causes: ['e1', 'e2', 'e1'] })
      .then({ type: 'RecognitionReviewRequired', data: { ...of, causes: ['e1', 'e2'] } });
  });

  it('happens once for each cause, also after the review', () => {
    for (const before of [underReview, upheld]) {
      given(...before)
        .when(requireReview)
        .thenRefused('REVIEW_ALREADY_REQUIRED', { rule: 'R-26' });
      given(...before)
        .when({ ...requireReview, causes: ['e2', 'e3'] })
        .then({ type: 'RecognitionReviewRequired', data: { ...of, causes: ['e3'] } });
    }
  });

  it('needs a cause, and a recognition that stands', () => {
    given(...granted)
      .when({ ...requireReview, causes: [] })
      .thenRefused('VALUE_INVALID', { field: 'causes' });
    given(...opened)
      .when(requireReview)
      .thenRefused('RECOGNITION_NOT_GRANTED');
    given(
      ...underReview,
      on('2025-04-01', { type: 'RecognitionRevoked', data: { ...of, decidedBy: 'c1' } }),
    )
      .when({ ...requireReview, causes: ['e3'] })
      .thenRefused('RECOGNITION_NOT_GRANTED');
  });
});

describe('The review of a recognition', () => {
  const outcomes = [
    ['UpholdRecognition', 'RecognitionUpheld'],
    ['CorrectRecognition', 'RecognitionCorrected'],
    ['RevokeRecognition', 'RecognitionRevoked'],
  ] as const;

  it.each(outcomes)('ends with %s by a body above', (type, fact) => {
    given(...underReview)
      .when(
        { type, ...of, decidedBy: 'c1' },
        { reason: 'The report was false', effectiveAt: '2025-04-01' },
      )
      .then({ type: fact, data: { ...of, decidedBy: 'c1' } });
  });

  it.each(outcomes)('needs a reason for %s', (type) => {
    given(...underReview)
      .when({ type, ...of, decidedBy: 'c1' })
      .thenRefused('REASON_MISSING', { rule: 'R-26', field: 'reason' });
    given(...underReview)
      .when({ type, ...of, decidedBy: 'c1' }, { reason: ' ' })
      .thenRefused('VALUE_INVALID', { rule: 'R-26', field: 'reason' });
  });

  it.each(outcomes)('is required before %s', (type) => {
    for (const before of [opened, granted, upheld]) {
      given(...before)
        .when({ type, ...of, decidedBy: 'c1' })
        .thenRefused('RECOGNITION_NOT_UNDER_REVIEW', { rule: 'R-26' });
    }
  });

  it.each(outcomes)('is not for the organisation, nor for its proposer, to end: %s', (type) => {
    given(...underReview)
      .when({ type, ...of, decidedBy: 'k1' })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
    given(...underReview)
      .when(
        { type, ...of, decidedBy: 'c1' },
        { actor: { id: 'secretary', role: 'SUPERIOR_COMMITTEE', organisation: 'c1' } },
      )
      .thenRefused('PROPOSER_IS_APPROVER', { rule: 'R-34' });
  });
});
