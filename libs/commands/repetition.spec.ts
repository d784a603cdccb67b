import fc from 'fast-check';
import { CommandIdReused, RowChanged } from './errors';
import { Office, envelope, givenTree, holdMeeting, takeVote } from './testing';

const ID = '6f1f7c3e-0d7b-4a53-9d2a-6f2f6d1a0001';

describe('Repeating a command', () => {
  let office: Office;

  beforeEach(async () => {
    office = new Office();
    await givenTree(office);
  });

  afterEach(async () => office.close());

  it('gives the first receipt again, and records nothing', async () => {
    const first = await office.give(holdMeeting('meeting1'));
    await office.give(takeVote('meeting1', 'later'));
    const head = await office.log.head();
    expect(await office.give(holdMeeting('meeting1'))).toEqual({ ...first, duplicate: true });
    expect(await office.log.head()).toBe(head);
  });

  it('gives the same receipts after a restart, of one or of several together', async () => {
    const several = ['a', 'b'].map((subject) => envelope(takeVote('meeting1', subject)));
    const one = await office.give(holdMeeting('meeting1'));
    const two = await office.gateway.execute(several);
    const second = await office.gateway.execute(several.slice(0, 1));
    await office.restart();
    expect(await office.give(holdMeeting('meeting1'))).toEqual({ ...one, duplicate: true });
    expect(await office.gateway.execute(several)).toEqual({ ...two, duplicate: true });
    expect(await office.gateway.execute(several.slice(0, 1))).toEqual(second);
  });

  it('at the same time records it once', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => office.give(holdMeeting('meeting1'))),
    );
    expect(receipts.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await office.events('meeting-meeting1')).toHaveLength(1);
  });

  it('is no repetition when the content is another', async () => {
    await office.give(holdMeeting('meeting1'), { commandId: ID });
    const other = office.give(holdMeeting('meeting1', 'k2'), { commandId: ID });
    await expect(other).rejects.toEqual(new CommandIdReused(ID));
    await office.restart();
    const later = office.give(holdMeeting('meeting1'), { commandId: ID, on: '2024-03-06' });
    await expect(later).rejects.toEqual(new CommandIdReused(ID));
  });

  it('is no repetition in another stream', async () => {
    await office.give(holdMeeting('meeting1'), { commandId: ID });
    const other = office.give(holdMeeting('meeting2'), { commandId: ID });
    await expect(other).rejects.toEqual(new CommandIdReused(ID));
    expect(await office.events('meeting-meeting2')).toEqual([]);
  });

  it('is allowed where the sender has not seen what came after it', async () => {
    const given = { commandId: ID, expectedRevision: -1 };
    await office.give(holdMeeting('meeting1'), given);
    await expect(office.give(holdMeeting('meeting1'), given)).resolves.toMatchObject({
      duplicate: true,
    });
  });
});

describe('A row imported before', () => {
  const source = (digest: string) =>
    ({ kind: 'IMPORT', importId: 'i', file: 'm.csv', row: 2, key: 'meetings/m', digest }) as const;

  it('is not taken with other content, whatever the file is called now', async () => {
    const office = new Office();
    await givenTree(office);
    await office.give(holdMeeting('meeting1'), { source: source('one') });
    const changed = { source: { ...source('two'), file: 'book.xlsx#meetings' } };
    const command = takeVote('meeting1', 'a');
    await expect(office.give(command, changed)).rejects.toEqual(new RowChanged('meetings/m'));
    await expect(office.give(command, { source: source('one') })).resolves.toBeDefined();
    await office.close();
  });
});

describe('Any sequence of commands', () => {
  const commands = ['a', 'b', 'c', 'd']
    .flatMap((name) => [holdMeeting(name), takeVote(name, 'one'), takeVote(name, 'two')])
    .map((command) => envelope(command));
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.nat({ max: commands.length - 1 }) },
    { weight: 1, arbitrary: fc.constant('restart' as const) },
  );

  it('with repetitions and restarts in it leads to the same events as each command once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const recorded = await eventsOf(steps);
        const taken = new Set(recorded.map(({ metadata }) => metadata.commandId));
        const once = steps.filter(
          (one, index) =>
            one !== 'restart' &&
            taken.has(commands[one]?.commandId ?? '') &&
            // The first time that it was not refused.
            index === firstTaken(steps, one),
        );
        const anew = await eventsOf(once);
        expect(anew).toEqual(recorded);
      }),
      { numRuns: 12 },
    );
  });

  /** A vote is refused until its meeting was held. */
  function firstTaken(steps: readonly (number | 'restart')[], command: number): number {
    const held = steps.indexOf(command - (command % 3));
    return steps.findIndex((one, index) => one === command && index >= held);
  }

  async function eventsOf(steps: readonly (number | 'restart')[]) {
    const office = new Office();
    await givenTree(office);
    for (const one of steps) {
      const given = one === 'restart' ? undefined : commands[one];
      if (given === undefined) await office.restart();
      else await office.gateway.execute([given]).catch(() => undefined);
    }
    const events = await office.events();
    await office.close();
    return events;
  }
});
