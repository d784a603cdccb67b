import fc from 'fast-check';
import { SIGNAL_SOURCES } from '#vocabulary';
import type { SignalSource } from '#vocabulary';
import { firstSignal } from './first-signal';
import type { Report, SignalReport } from './first-signal';

let position = 0;
const report = (date: string, imported: boolean): Report => {
  position += 1;
  const event = { event: `e${position}`, position: String(position) };
  return { effectiveAt: `${date}T08:00:00+07:00`, imported, event };
};
const live = (source: SignalSource, date: string): SignalReport => ({
  ...report(date, false),
  source,
});
const fromRecords = (source: SignalSource, date: string): SignalReport => ({
  ...report(date, true),
  source,
});

const sourceOf = (...signals: readonly SignalReport[]) =>
  firstSignal(signals, undefined)?.signal.source;

describe('The first signal of a violation', () => {
  it('is the one recorded first, whatever date it is given', () => {
    expect(sourceOf(live('PRESS', '2024-04-20'), live('SELF', '2024-04-02'))).toBe('PRESS');
    expect(sourceOf(live('INSPECTION', '2024-04-20'), live('PRESS', '2024-04-02'))).toBe(
      'INSPECTION',
    );
  });

  it('is told by the dates among imported records, and on one date by their order', () => {
    const press = fromRecords('PRESS', '2024-04-20');
    expect(sourceOf(press, fromRecords('SELF', '2024-04-02'))).toBe('SELF');
    expect(sourceOf(press, fromRecords('SELF', '2024-04-20'))).toBe('PRESS');
  });

  it('is never an imported one that was recorded after a live one', () => {
    const press = live('PRESS', '2024-04-20');
    expect(sourceOf(press, fromRecords('SELF', '2024-04-02'))).toBe('PRESS');
    const earlier = fromRecords('CITIZEN_REPORT', '2024-04-25');
    expect(sourceOf(earlier, live('PRESS', '2024-04-20'), fromRecords('SELF', '2024-04-02'))).toBe(
      'CITIZEN_REPORT',
    );
  });

  it('does not exist where the case was concluded before anybody gave one', () => {
    const conclusion = report('2024-05-01', false);
    expect(firstSignal([live('PRESS', '2024-04-02')], conclusion)).toBeUndefined();
    expect(firstSignal([], conclusion)).toBeUndefined();
    const signal = live('PRESS', '2024-04-02');
    expect(firstSignal([signal], report('2024-04-01', false))?.signal).toBe(signal);
  });

  it('rests on imported dates where these decide between several', () => {
    const press = fromRecords('PRESS', '2024-04-20');
    const rests = (...signals: readonly SignalReport[]) =>
      firstSignal(signals, undefined)?.onImportedDates;
    expect(rests(press)).toBe(false);
    expect(rests(press, fromRecords('PRESS', '2024-04-21'))).toBe(false);
    expect(rests(press, fromRecords('SELF', '2024-04-21'))).toBe(true);
    expect(rests(live('PRESS', '2024-04-20'), fromRecords('SELF', '2024-04-02'))).toBe(false);
    expect(firstSignal([press], report('2024-05-01', true))?.onImportedDates).toBe(true);
  });

  it('is not changed by anything imported after a live one', () => {
    const anyReport = fc.record({
      source: fc.constantFrom(...SIGNAL_SOURCES),
      day: fc.integer({ min: 1, max: 28 }),
      imported: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyReport, { minLength: 1 }), fc.array(anyReport), (before, after) => {
        const told = [...before, { source: 'PRESS', day: 1, imported: false } as const].map(
          ({ source, day, imported }) =>
            (imported ? fromRecords : live)(source, `2024-04-${String(day).padStart(2, '0')}`),
        );
        const later = after.map(({ source, day }) =>
          fromRecords(source, `2024-03-${String(day).padStart(2, '0')}`),
        );
        expect(firstSignal([...told, ...later], undefined)).toEqual(firstSignal(told, undefined));
      }),
    );
  });
});
