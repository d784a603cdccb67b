import { CLOSED, PARAMETERS, event, tally } from '../testing/given-facts.features';
import { intervalOf, resultOf } from '../testing/interval-of.features';

describe('violations.prohibitedThings', () => {
  const subtree = tally({
    prohibitedThings: { confirmed: 2, selfDetectedAndRemedied: 1, open: 3 },
  });

  it('is what was confirmed, and at worst every open case besides', () => {
    expect(intervalOf('violations.prohibitedThings', { subtree })).toBe('2 … 5');
  });

  it('leaves out what was detected by oneself and remedied, where the framework says so', () => {
    const parameters = { ...PARAMETERS, selfDetectedExempts: true };

    expect(intervalOf('violations.prohibitedThings', { subtree }, {}, { parameters })).toBe(
      '1 … 4',
    );
  });

  it('stays open for an open case in a closed year', () => {
    expect(intervalOf('violations.prohibitedThings', { subtree, ...CLOSED })).toBe('2 … 5');
  });
});

describe('violations.externallyDetected', () => {
  const subtree = tally({
    detectedBy: [
      { source: 'PRESS', confirmed: 1, open: 0, onImportedDates: 0 },
      { source: 'CITIZEN_REPORT', confirmed: 0, open: 2, onImportedDates: 1 },
      { source: 'INSPECTION', confirmed: 4, open: 4, onImportedDates: 4 },
    ],
    evidence: { 'detection:confirmed': [event(5)], 'detection:open': [event(6), event(7)] },
  });

  it('counts a detection by one of the external sources of the framework', () => {
    expect(intervalOf('violations.externallyDetected', { subtree })).toBe('1 … 3');
  });

  it('follows the framework in what is external', () => {
    const parameters = { ...PARAMETERS, externalSources: ['INSPECTION'] } as const;

    expect(intervalOf('violations.externallyDetected', { subtree }, {}, { parameters })).toBe(
      '4 … 8',
    );
  });

  it('says when the order rests on imported dates', () => {
    const { notes, evidence } = resultOf('violations.externallyDetected', { subtree });

    expect(notes).toEqual(['RESTS_ON_IMPORTED_DATES']);
    expect(evidence).toEqual([event(5), event(6), event(7)]);
  });

  it('flags a self-detection that came after the external signal', () => {
    const late = tally({
      detectedBy: [
        {
          source: 'PRESS',
          confirmed: 0,
          open: 1,
          onImportedDates: 0,
          selfDetectedAfterwards: 1,
        },
      ],
      evidence: { 'detection:open': [event(5)] },
    });

    expect(resultOf('violations.externallyDetected', { subtree: late }).notes).toEqual([
      'SELF_DETECTION_AFTER_EXTERNAL_SIGNAL',
    ]);
  });

  it('has no evidence when nothing external is counted', () => {
    const inspected = tally({
      detectedBy: [{ source: 'INSPECTION', confirmed: 1, open: 0, onImportedDates: 0 }],
      evidence: { 'detection:confirmed': [event(5)] },
    });

    expect(resultOf('violations.externallyDetected', { subtree: inspected }).evidence).toEqual([]);
  });
});

describe('violations.unremedied', () => {
  const subtree = tally({ unremedied: 2 });

  it('may still all be remedied while the year is open', () => {
    expect(intervalOf('violations.unremedied', { subtree })).toBe('0 … 2');
  });

  it('is exact once the year is closed', () => {
    expect(intervalOf('violations.unremedied', { subtree, ...CLOSED })).toBe('2');
  });
});
