import fc from 'fast-check';
import { EVENT_TYPES } from '#domain';
import { on } from '#domain/testing';
import { anyFactOf } from '../testing';
import { LANGUAGES } from '#vocabulary';
import { summarise } from '.';

describe('the summary of an event', () => {
  it('is one finished sentence in every language, for every type of event', () => {
    for (const type of EVENT_TYPES) {
      fc.assert(
        fc.property(anyFactOf(type), fc.constantFrom(...LANGUAGES), (fact, language) => {
          const sentence = summarise(fact, language);
          expect(sentence).toMatch(/^\S.*\.$/);
          expect(sentence).not.toMatch(/\b(?:undefined|null|NaN)\b|\[object/);
        }),
        { numRuns: 20 },
      );
    }
  });

  it('uses the terms of its readers', () => {
    const granted = on('2024-12-20', {
      type: 'RecognitionGranted',
      data: { organisation: 'cell', year: 2024, number: '12-QĐ/HU', decidedBy: 'district' },
    });
    expect(summarise(granted, 'vi')).toBe(
      'district công nhận cell đạt bốn tốt năm 2024, quyết định số 12-QĐ/HU.',
    );
    expect(summarise(granted, 'en')).toBe(
      'district recognised cell as four-good for 2024 by decision 12-QĐ/HU.',
    );
  });

  it('says that totals do not reconcile', () => {
    const data = { organisation: 'district', official: 3904, probationary: 119, total: 4923 };
    expect(summarise({ type: 'MembershipTotalsReported', data }, 'vi')).toBe(
      'district báo cáo 4923 đảng viên, gồm 3904 chính thức và 119 dự bị (số liệu không khớp).',
    );
  });

  it('keeps free text that may name people to itself', () => {
    const of = { meeting: 'k1', organisation: 'cell', year: 2024 };
    const vote = { ...of, subject: 'secret', votesFor: 1, votesAgainst: 0, abstentions: 0 };
    expect(summarise({ type: 'VoteTaken', data: vote }, 'vi')).not.toContain('secret');
  });
});
