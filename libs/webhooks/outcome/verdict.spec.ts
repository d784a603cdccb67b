import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { meaningOf } from './answer';
import { LONGEST_MS, retryAfter } from './retry-after';
import { judge } from './verdict';

const NOW = Date.parse('2025-01-20T08:00:00Z');
const RETRIES = [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000];

const status = fc.constantFrom(200, 204, 301, 400, 404, 408, 410, 422, 425, 429, 500, 503);
const attempt = fc.oneof(
  status.map((code) => ({ status: code })),
  fc.constant({}),
);
const judging = fc.record({
  attempts: fc.array(attempt, { minLength: 1, maxLength: 8 }),
  retriesMs: fc.array(fc.integer({ min: 1_000, max: 90_000_000 }), { maxLength: 7 }),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }),
  now: fc.constant(NOW),
  retryAfter: fc.option(fc.constantFrom('0', '120', '99999999', 'soon'), { nil: undefined }),
});

describe('What an answer means', () => {
  it.each([
    [200, 'TAKEN'],
    [204, 'TAKEN'],
    [299, 'TAKEN'],
    [301, 'FAILED'],
    [307, 'FAILED'],
    [400, 'REFUSED'],
    [401, 'REFUSED'],
    [404, 'REFUSED'],
    [408, 'FAILED'],
    [410, 'GONE'],
    [425, 'FAILED'],
    [429, 'FAILED'],
    [499, 'REFUSED'],
    [500, 'FAILED'],
    [undefined, 'FAILED'],
  ])('%s is %s', (code, meaning) => {
    expect(meaningOf({ status: code })).toBe(meaning);
  });
});

describe('What follows from an attempt', () => {
  const after = (statuses: readonly number[], header?: string) =>
    judge({
      attempts: statuses.map((code) => ({ status: code })),
      retriesMs: RETRIES,
      retryAfter: header,
      now: NOW,
      random: 0.5,
    });

  it('is a retry after the time of the schedule, or later when the receiver asks for it', () => {
    expect(after([503])).toEqual({ kind: 'RETRY', at: NOW + 5_250 });
    expect(after([503, 500])).toEqual({ kind: 'RETRY', at: NOW + 315_000 });
    expect(after([503], '120')).toEqual({ kind: 'RETRY', at: NOW + 120_000 });
    expect(after([503], '1')).toEqual({ kind: 'RETRY', at: NOW + 5_250 });
    expect(after([429], 'Mon, 20 Jan 2025 09:00:00 GMT')).toEqual({
      kind: 'RETRY',
      at: NOW + 3_600_000,
    });
  });

  it('is a dead letter when it was refused five times, and the end of the webhook after 410', () => {
    expect(after([422, 422, 503, 422, 422]).kind).toBe('RETRY');
    expect(after([422, 422, 422, 422, 422]).kind).toBe('DEAD');
    expect(after([503, 410]).kind).toBe('GONE');
  });

  it('is the end of all tries when the last retry failed', () => {
    expect(after(RETRIES.map(() => 503)).kind).toBe('RETRY');
    expect(after([...RETRIES, 0].map(() => 503)).kind).toBe('EXHAUSTED');
  });

  it('is decided by the last one, never sooner than scheduled, never later than a week', () => {
    fc.assert(
      fc.property(judging, (given) => {
        const verdict = judge(given);
        const meaning = meaningOf(given.attempts.at(-1) ?? {});
        expect(verdict.kind === 'TAKEN').toBe(meaning === 'TAKEN');
        expect(verdict.kind === 'GONE').toBe(meaning === 'GONE');
        expect(verdict.kind !== 'DEAD' || meaning === 'REFUSED').toBe(true);
        const scheduled = given.retriesMs[given.attempts.length - 1];
        expect(verdict.kind !== 'EXHAUSTED' || scheduled === undefined).toBe(true);
        const at = verdict.kind === 'RETRY' ? verdict.at : NOW + (scheduled ?? 0);
        expect(at).toBeGreaterThanOrEqual(NOW + (scheduled ?? 0));
        expect(at).toBeLessThanOrEqual(NOW + Math.max((scheduled ?? 0) * 1.1 + 1, LONGEST_MS));
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('Retry-After', () => {
  it('is a number of seconds or a date, and nothing else', () => {
    expect(retryAfter('90', NOW)).toBe(NOW + 90_000);
    expect(retryAfter(' 90 ', NOW)).toBe(NOW + 90_000);
    expect(retryAfter('Mon, 20 Jan 2025 08:00:10 GMT', NOW)).toBe(NOW + 10_000);
    for (const text of [undefined, '', '-1', '1.5', 'soon', '2025-01-21', '1e9']) {
      expect(retryAfter(text, NOW)).toBeUndefined();
    }
  });

  it('puts nothing off for longer than a week', () => {
    expect(retryAfter('999999999', NOW)).toBe(NOW + LONGEST_MS);
    expect(retryAfter('Fri, 20 Jan 2090 08:00:10 GMT', NOW)).toBe(NOW + LONGEST_MS);
  });
});
