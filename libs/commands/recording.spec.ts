import { CommandRefused } from './errors';
import { eventIdOf } from './event-id';
import { CLERK, NOW, Office, envelope, givenTree, holdMeeting, takeVote } from './testing';

describe('Recording a command', () => {
  let office: Office;

  beforeEach(async () => {
    office = new Office();
    await givenTree(office);
  });

  afterEach(async () => office.close());

  it('answers with what was recorded, and where', async () => {
    const given = envelope(holdMeeting('meeting1'));
    const receipt = await office.gateway.execute([given]);
    const [event] = await office.events('meeting-meeting1');
    expect(receipt).toEqual({
      commandId: given.commandId,
      stream: 'meeting-meeting1',
      revision: 0,
      position: event?.position,
      recordedAt: NOW.toISOString(),
      events: [{ id: eventIdOf(given.commandId, 0), type: 'MeetingHeld', revision: 0 }],
      duplicate: false,
    });
  });

  it('keeps with the event who, on whose behalf, why and on what it rests', async () => {
    const onBehalfOf = { id: 'delegate', role: 'SUPERIOR_COMMITTEE', organisation: 'c1' };
    const more = {
      onBehalfOf,
      reason: 'Minutes found later',
      legalBasis: [{ number: '81-KH/TU', date: '2023-05-17', issuer: 'Standing board' }],
      evidence: [{ sha256: 'ab'.repeat(32), kind: 'MINUTES', name: 'minutes.pdf' }],
      correlationId: 'correlation',
      causationId: 'cause',
    };
    const given = envelope(holdMeeting('meeting1'), more);
    await office.gateway.execute([given]);
    const [event] = await office.events('meeting-meeting1');
    expect(event?.metadata).toMatchObject({
      ...more,
      actor: CLERK,
      commandId: given.commandId,
      effectiveAt: given.effectiveAt,
    });
  });

  it('is its own correlation unless another is given', async () => {
    const { commandId } = await office.give(holdMeeting('meeting1'));
    const [event] = await office.events('meeting-meeting1');
    expect(event?.metadata.correlationId).toBe(commandId);
    expect(event?.metadata).not.toHaveProperty('causationId');
  });

  it('notes up to where other streams had been read', async () => {
    const head = await office.log.head();
    await office.give(holdMeeting('meeting1'));
    const [event] = await office.events('meeting-meeting1');
    expect(event?.metadata.readThrough).toBe(head?.toString());
  });

  it('is refused for a date in the future, or none at all', async () => {
    const refusal = (effectiveAt: string) =>
      office.give(holdMeeting('meeting1'), { effectiveAt }).catch((error: unknown) => error);
    expect(await refusal('2025-06-01T00:02:00.001Z')).toMatchObject({
      refusal: { code: 'EFFECTIVE_IN_FUTURE', field: 'effectiveAt' },
    });
    const totals = { official: 9, probationary: 0, total: 9 };
    const report = { type: 'ReportMembershipTotals', organisation: 'k1', ...totals } as const;
    expect(await refusal('soon')).toMatchObject({
      refusal: { code: 'VALUE_INVALID', field: 'effectiveAt' },
    });
    await expect(
      office.give(report, { effectiveAt: '2025-06-01T07:00:00+07:00' }),
    ).resolves.toMatchObject({ duplicate: false });
  });

  it('is refused where a rule forbids it, and nothing is recorded', async () => {
    const before = await office.log.head();
    const given = envelope(holdMeeting('meeting1', 'k9'));
    const refused = office.gateway.execute([given]);
    await expect(refused).rejects.toBeInstanceOf(CommandRefused);
    await expect(refused).rejects.toMatchObject({
      commandId: given.commandId,
      refusal: { code: 'ORGANISATION_UNKNOWN' },
    });
    expect(await office.log.head()).toBe(before);
  });

  it('sees what a moment ago was recorded by another writer', async () => {
    await expect(office.give(takeVote('meeting1', 'a'))).rejects.toBeInstanceOf(CommandRefused);
    await office.gatewayOn(office.log).execute([envelope(holdMeeting('meeting1'))]);
    await expect(office.give(takeVote('meeting1', 'a'))).resolves.toMatchObject({ revision: 1 });
  });
});

describe('Several commands of one stream', () => {
  let office: Office;

  beforeEach(async () => {
    office = new Office();
    await givenTree(office);
  });

  afterEach(async () => office.close());

  it('are each decided on what those before them led to, and recorded together', async () => {
    const given = [holdMeeting('meeting1'), takeVote('meeting1', 'a'), takeVote('meeting1', 'b')];
    const receipt = await office.gateway.execute(given.map((command) => envelope(command)));
    const events = await office.events('meeting-meeting1');
    expect(events.map(({ type }) => type)).toEqual(['MeetingHeld', 'VoteTaken', 'VoteTaken']);
    expect(receipt).toMatchObject({ revision: 2, position: events[2]?.position });
    expect(receipt.events).toHaveLength(3);
  });

  it('are recorded all or not at all', async () => {
    const last = envelope({ type: 'VoteMeetingScore', meeting: 'meeting1' });
    const given = [envelope(holdMeeting('meeting1')), last];
    await expect(office.gateway.execute(given)).rejects.toMatchObject({
      commandId: last.commandId,
    });
    expect(await office.events('meeting-meeting1')).toEqual([]);
  });

  it('add only what was not recorded before, and answer with all of it', async () => {
    const given = ['a', 'b', 'c'].map((subject) => envelope(takeVote('meeting1', subject)));
    await office.give(holdMeeting('meeting1'));
    await office.gateway.execute(given.slice(1, 2));
    const receipt = await office.gateway.execute(given);
    expect(receipt).toMatchObject({ revision: 3, duplicate: false });
    expect(receipt.events.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(await office.gateway.execute(given)).toEqual({ ...receipt, duplicate: true });
  });

  it('of different streams are the fault of the caller, as are none', async () => {
    const given = [envelope(holdMeeting('meeting1')), envelope(holdMeeting('meeting2'))];
    await expect(office.gateway.execute(given)).rejects.toBeInstanceOf(TypeError);
    await expect(office.gateway.execute([])).rejects.toBeInstanceOf(TypeError);
  });
});
