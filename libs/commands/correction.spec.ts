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
