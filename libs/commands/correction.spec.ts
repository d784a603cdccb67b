import type { CommandEnvelope, Receipt } from './envelope';
import { Office, envelope, givenTree, holdMeeting, takeVote } from './testing';

const STREAM = 'meeting-meeting1';
const WHY = { reason: 'The minutes are those of another cell' };

describe('Correcting a fact', () => {
  let office: Office;

  beforeEach(async () => {
    office = new Office();
    await givenTree(office);
  });

  afterEach(async () => office.close());

  function correct(
    event: string | undefined,
    more: Partial<CommandEnvelope> = WHY,
    stream = STREAM,
  ): Promise<Receipt> {
    const command = { type: 'CorrectFact', stream, event: event ?? '' } as const;
    return office.gateway.execute([envelope(command, more)]);
  }

  it('lets the right one be recorded by its own command, also after a restart', async () => {
    const [wrong] = (await office.give(holdMeeting('meeting1'))).events;
    await expect(office.give(holdMeeting('meeting1', 'k2'))).rejects.toMatchObject({
      refusal: { code: 'ALREADY_EXISTS' },
    });

    await correct(wrong?.id);
    await office.restart();
    await office.give(holdMeeting('meeting1', 'k2'));

    const events = await office.events(STREAM);
    expect(events.map(({ type }) => type)).toEqual(['MeetingHeld', 'FactCorrected', 'MeetingHeld']);
  });

  it('names the wrong event, concerns whom it concerned, and says why', async () => {
    const [wrong] = (await office.give(holdMeeting('meeting1'))).events;
    await correct(wrong?.id);

    const [held, correction] = await office.events(STREAM);
    expect(correction?.data).toEqual({
      stream: STREAM,
      event: wrong?.id,
      correctedType: 'MeetingHeld',
      organisation: 'k1',
      year: 2024,
    });
    expect(correction?.metadata).toMatchObject({ ...WHY, tags: held?.metadata.tags });
  });

  it('is for the body that recorded it and those above, not for those it weighs on', async () => {
    const commission = { id: 'm00009', role: 'INSPECTION_COMMISSION', organisation: 'c1' };
    const secretary = { id: 'm00001', role: 'SECRETARY', organisation: 'k1' };
    const about = { case: 'case1', organisation: 'k1' } as const;
    await office.give({ type: 'OpenCase', ...about, occurredOn: '2024-03-01' });
    const given = { type: 'ReceiveSignal', case: 'case1', source: 'PRESS' } as const;
    const receipt = await office.gateway.execute([envelope(given, { actor: commission })]);
    const event = receipt.events[0]?.id;

    await expect(correct(event, { ...WHY, actor: secretary }, 'case-case1')).rejects.toMatchObject({
      refusal: { code: 'DECIDED_BEYOND_AUTHORITY', field: 'event' },
    });
    await expect(
      correct(event, { ...WHY, actor: commission }, 'case-case1'),
    ).resolves.toMatchObject({ duplicate: false });
  });

  it('tells nothing else of a stream in which there is nothing to correct', async () => {
    await office.give({
      type: 'GrantRole',
      grant: 'grant1',
      subject: 'm00009',
      role: 'AUDITOR',
      organisation: 'k1',
      from: '2024-01-01',
    });
    const [granted] = await office.events('grant-grant1');
    const late = { ...WHY, expectedRevision: 7 };

    await expect(correct(granted?.id, late, 'grant-grant1')).rejects.toMatchObject({
      refusal: { code: 'CORRECTION_BY_OWN_PROCEDURE' },
    });
    await expect(correct('no-event', late, 'grant-grant1')).rejects.toMatchObject({
      refusal: { code: 'NOT_RECORDED' },
    });
  });

  it('is refused without a reason', async () => {
    const [wrong] = (await office.give(holdMeeting('meeting1'))).events;

    for (const more of [{}, { reason: ' ' }]) {
      await expect(correct(wrong?.id, more)).rejects.toMatchObject({
        refusal: { field: 'reason' },
      });
    }
  });

  it('is refused while other facts rest on it, and names them', async () => {
    const [held] = (await office.give(holdMeeting('meeting1'))).events;
    const [vote] = (await office.give(takeVote('meeting1', 'The plan'))).events;

    await expect(correct(held?.id)).rejects.toMatchObject({
      refusal: {
        code: 'CORRECTION_OF_GROUND',
        details: { events: [{ id: vote?.id, type: 'VoteTaken' }] },
      },
    });
    await correct(vote?.id);
    await expect(correct(held?.id)).resolves.toMatchObject({ duplicate: false });
  });

  it('happens once, and the same command again changes nothing', async () => {
    const [wrong] = (await office.give(holdMeeting('meeting1'))).events;
    const first = await correct(wrong?.id);

    expect(await correct(wrong?.id)).toEqual({ ...first, duplicate: true });
    await expect(correct(wrong?.id, { ...WHY, commandId: 'another' })).rejects.toMatchObject({
      refusal: { code: 'ALREADY_DONE' },
    });
  });

  it('is not how a decision with a procedure of its own is changed', async () => {
    const [established] = await office.events('organisation-k1');

    await expect(correct(established?.id, WHY, 'organisation-k1')).rejects.toMatchObject({
      refusal: { code: 'CORRECTION_BY_OWN_PROCEDURE' },
    });
  });

  it.each([
    ['an event that is not in the stream', STREAM, 'event'],
    ['a stream that there cannot be', 'nothing', 'stream'],
  ])('is refused for %s', async (_, stream, field) => {
    await office.give(holdMeeting('meeting1'));

    await expect(correct('unknown', WHY, stream)).rejects.toMatchObject({
      refusal: { code: 'NOT_RECORDED', field },
    });
  });
});
