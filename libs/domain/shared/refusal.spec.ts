import { refusal } from './refusal';
import { REFUSALS } from './refusals';

describe('A refusal', () => {
  it.each(Object.entries(REFUSALS))('%s says who or what it is about', (_, { message }) => {
    expect(message.en).toMatch(/\{\w+\}.*\.$/u);
  });

  it('names its subject, and begins with a capital unless an id stands there', () => {
    const pledge = ['pledge', { organisation: 'cell-2', year: 2024 }] as const;
    expect(refusal('NOT_IN_THIS_STATE', { subject: pledge, state: 'WITHDRAWN' }).message).toBe(
      'The pledge of cell-2 for 2024 was withdrawn and can no longer be changed.',
    );
    expect(refusal('LISTED_TWICE', { field: 'attendance.excused', value: 'm00012' }).message).toBe(
      'm00012 is listed twice in `attendance.excused`.',
    );
    const member = ['member', { member: 'm00012' }] as const;
    expect(refusal('ALREADY_EXISTS', { subject: member }).message).toBe(
      'm00012 is already recorded.',
    );
  });

  it('writes dates in words, as they were in Vietnam', () => {
    const about = { member: 'm00007', state: 'EXEMPTED' } as const;
    expect(
      refusal('MEMBER_NOT_RATEABLE', { ...about, at: '2024-12-31T00:00:00+07:00' }).message,
    ).toBe(
      'm00007 was exempted on 31 December 2024. Only official and probationary members are rated.',
    );
    expect(
      refusal('CAMPAIGN_CLOSED', { campaign: 'x', closedAt: '2024-03-01T20:30:00Z' }).message,
    ).toBe('Campaign x was closed on 2 March 2024, 03:30.');
  });

  it('hands machines everything that it says, and of its subject only the ids', () => {
    const held = { meeting: 'm-1', organisation: 'k1', status: 'HELD' };
    expect(
      refusal('ALREADY_EXISTS', { field: 'meeting', subject: ['meeting', held] }),
    ).toMatchObject({ code: 'ALREADY_EXISTS', rule: 'ALREADY_EXISTS', field: 'meeting' });
    expect(
      refusal('SCORE_ABOVE_MAXIMUM', {
        group: 'CONDUCT',
        points: '11',
        maximum: 10,
        details: { limit: 'scale' },
      }).details,
    ).toEqual({ group: 'CONDUCT', points: '11', maximum: 10, limit: 'scale' });
    expect(refusal('ALREADY_EXISTS', { subject: ['meeting', held] }).details).toEqual({
      meeting: 'm-1',
    });
  });

  it('does not compile without its subject', () => {
    // @ts-expect-error: whose pledge, which meeting?
    const missing = () => refusal('ALREADY_EXISTS', { field: 'meeting' });
    expect(missing).toBeInstanceOf(Function);
  });
});
