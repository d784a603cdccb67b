import fc from 'fast-check';
import * as domain from '#domain';
import { vietnamDate } from './meetings/vietnam-date';
import * as vocabulary from './vocabulary';

describe('The words of the criteria', () => {
  it('are those of the domain, in their order', () => {
    expect(vocabulary.RATING_LEVELS).toEqual(domain.RATING_LEVELS);
    expect(vocabulary.MEETING_LEVELS).toEqual(domain.MEETING_LEVELS);
    expect(vocabulary.GRIEVANCE_FLAGS).toEqual(domain.GRIEVANCE_FLAGS);
    expect(vocabulary.ORGANISATION_KINDS).toEqual(domain.ORGANISATION_KINDS);
    expect(['SELF', ...vocabulary.EXTERNAL_SOURCES]).toEqual(domain.SIGNAL_SOURCES);
  });

  it('put an instant on the same date in Vietnam', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100') }),
        (date) => {
          expect(vietnamDate(date.toISOString())).toBe(domain.localDateOf(date.toISOString()));
        },
      ),
    );
  });
});
