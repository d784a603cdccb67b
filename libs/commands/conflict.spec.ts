import { LogUnavailable } from '#event-log';
import type { EventLog } from '#event-log';
import { CommandConflict, CommandIdReused, CommandRefused } from './errors';
import { Office, envelope, givenTree, holdMeeting, takeVote, withRival } from './testing';

describe('When another writer gets in between', () => {
  let office: Office;

  beforeEach(async () => {
    office = new Office();
    await givenTree(office);
    await office.give(holdMeeting('meeting1'));
  });

  afterEach(async () => office.close());

  const rivalVotes = async (_stream: string, attempt: number) => {
    await office.give(takeVote('meeting1', `rival ${attempt}`));
  };

  it('it is decided again, on what there is now', async () => {
    const once = withRival(office.log, (stream, attempt) =>
      attempt === 1 ? rivalVotes(stream, attempt) : Promise.resolve(),
    );
    const receipt = await office.gatewayOn(once).execute([envelope(takeVote('meeting1', 'ours'))]);
    expect(receipt).toMatchObject({ revision: 2, duplicate: false });
  });

  it('it may be refused for what the other recorded', async () => {
    const once = withRival(office.log, async () => {
      await office.give({ type: 'AdoptMinutes', meeting: 'meeting1' }, { on: '2024-03-06' });
    });
    const ours = envelope({ type: 'AdoptMinutes', meeting: 'meeting1' }, { on: '2024-03-07' });
    await expect(office.gatewayOn(once).execute([ours])).rejects.toBeInstanceOf(CommandRefused);
  });

  it('again and again, it is a conflict that tells the events between', async () => {
    const always = office.gatewayOn(withRival(office.log, rivalVotes));
    const refused = always.execute([envelope(takeVote('meeting1', 'ours'))]);
    await expect(refused).rejects.toBeInstanceOf(CommandConflict);
    await expect(refused).rejects.toMatchObject({
      stream: 'meeting-meeting1',
      conflictingEvents: [1, 2, 3, 4, 5].map((revision) => ({ revision })),
    });
  });

  it('with the very same command, it is answered as recorded', async () => {
    const ours = envelope(takeVote('meeting1', 'ours'));
    const rival = withRival(office.log, async () => {
      await office.gatewayOn(office.log).execute([ours]);
    });
    await expect(office.gatewayOn(rival).execute([ours])).resolves.toMatchObject({
      revision: 1,
      duplicate: true,
    });
    expect(await office.events('meeting-meeting1')).toHaveLength(2);
  });

  it('with another command under the same id, it is told', async () => {
    const ours = envelope(takeVote('meeting1', 'ours'));
    const theirs = envelope(takeVote('meeting1', 'theirs'), { commandId: ours.commandId });
    const rival = withRival(office.log, async () => {
      await office.gatewayOn(office.log).execute([theirs]);
    });
    const refused = office.gatewayOn(rival).execute([ours]);
    await expect(refused).rejects.toEqual(new CommandIdReused(ours.commandId));
  });
});

describe('A sender who says what was seen', () => {
  let office: Office;

  beforeEach(async () => {
    office = new Office();
    await givenTree(office);
    await office.give(holdMeeting('meeting1'), { expectedRevision: -1 });
  });

  afterEach(async () => office.close());

  it('is let in where that is all there is', async () => {
    const receipt = office.give(takeVote('meeting1', 'a'), { expectedRevision: 0 });
    await expect(receipt).resolves.toMatchObject({ revision: 1 });
  });

  it('is told what was not seen', async () => {
    const theirs = await office.give(takeVote('meeting1', 'a'));
    const refused = office.give(takeVote('meeting1', 'b'), { expectedRevision: 0 });
    await expect(refused).rejects.toMatchObject({
      name: 'CommandConflict',
      conflictingEvents: [{ id: theirs.events[0]?.id }],
    });
  });

  it('is refused for having seen what is not there', async () => {
    const refused = office.give(takeVote('meeting1', 'b'), { expectedRevision: 7 });
    await expect(refused).rejects.toMatchObject({
      name: 'CommandConflict',
      conflictingEvents: [],
    });
  });
});

describe('At the same time', () => {
  it('two meetings of one cell both get in', async () => {
    const office = new Office();
    await givenTree(office);
    await Promise.all([office.give(holdMeeting('meeting1')), office.give(holdMeeting('meeting2'))]);
    const events = await office.events();
    expect(events.filter(({ type }) => type === 'MeetingHeld')).toHaveLength(2);
    await office.close();
  });

  it('a hundred commands of one stream get in, each once', async () => {
    const office = new Office();
    await givenTree(office);
    await office.give(holdMeeting('meeting1'));
    const votes = Array.from({ length: 100 }, (_, index) => takeVote('meeting1', `${index}`));
    await Promise.all(votes.map((vote) => office.give(vote)));
    expect(await office.events('meeting-meeting1')).toHaveLength(101);
    await office.close();
  });
});

describe('When the answer of the log is lost', () => {
  it('sending the command again is safe', async () => {
    const office = new Office();
    await givenTree(office);
    const given = envelope(holdMeeting('meeting1'));
    await expect(office.gatewayOn(losingAnswers(office.log)).execute([given])).rejects.toThrow();
    await expect(office.gateway.execute([given])).resolves.toMatchObject({ duplicate: true });
    await office.close();
  });
});

function losingAnswers(log: EventLog): EventLog {
  return new Proxy(log, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'append') return value.bind(target) as unknown;
      return async (...given: Parameters<EventLog['append']>) => {
        await log.append(...given);
        throw new LogUnavailable('The connection was lost', 'unknown');
      };
    },
  });
}
