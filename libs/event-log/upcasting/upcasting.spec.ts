import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, givenEvent } from '../contract';
import { UnknownSchemaVersion, upcaster, Upcasters, upcasting, type EventLog } from '../index';
import { openSqliteEventLog } from '../sqlite';

interface MeetingHeldV1 {
  readonly heldOn: string;
  readonly attended: readonly string[];
}

interface MeetingHeldV2 extends MeetingHeldV1 {
  readonly kind: 'REGULAR' | 'THEMATIC';
}

interface MeetingHeldV3 extends Omit<MeetingHeldV2, 'attended'> {
  readonly attendance: readonly { readonly member: string; readonly present: boolean }[];
}

/** Thematic meetings were told apart later; what was recorded before were the regular monthly ones. */
const withKind = upcaster('MeetingHeld', 1, (data: MeetingHeldV1): MeetingHeldV2 => ({
  ...data,
  kind: 'REGULAR',
}));

const withAttendance = upcaster(
  'MeetingHeld',
  2,
  ({ attended, ...data }: MeetingHeldV2): MeetingHeldV3 => ({
    ...data,
    attendance: attended.map((member) => ({ member, present: true })),
  }),
);

const first = givenEvent(1, { heldOn: '2025-01-05', attended: ['m00001'] });
const second = {
  ...givenEvent(2, { heldOn: '2025-02-05', attended: [], kind: 'THEMATIC' }),
  schemaVersion: 2,
};
const third = {
  ...givenEvent(3, { heldOn: '2025-03-05', attendance: [], kind: 'REGULAR' }),
  schemaVersion: 3,
};

describe('reading a log through upcasters', () => {
  let folder: string;
  let stored: EventLog;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'event-log-'));
    stored = openSqliteEventLog({ path: join(folder, 'log.db'), clock: () => new Date() });
    await stored.append('c-1', 'no-stream', [first, second, third]);
  });

  afterEach(async () => {
    await stored.close();
    rmSync(folder, { recursive: true });
  });

  const current = [
    {
      schemaVersion: 3,
      storedSchemaVersion: 1,
      data: {
        heldOn: '2025-01-05',
        kind: 'REGULAR',
        attendance: [{ member: 'm00001', present: true }],
      },
    },
    {
      schemaVersion: 3,
      storedSchemaVersion: 2,
      data: { heldOn: '2025-02-05', kind: 'THEMATIC', attendance: [] },
    },
    { schemaVersion: 3, data: third.data },
  ];

  it('gives every event in its current version, whichever way it is read', async () => {
    const log = upcasting(stored, new Upcasters([withAttendance, withKind]));
    const stop = new AbortController();
    const followed = [];
    for await (const message of log.subscribe({ after: 'start', signal: stop.signal })) {
      if (message.kind === 'caughtUp') break;
      if (message.kind === 'event') followed.push(message.event);
    }

    expect(await log.readStreamSlice('c-1', 0)).toMatchObject(current);
    expect(await log.readAllSlice()).toMatchObject(current);
    expect(await collect(log.readStream('c-1'))).toMatchObject(current);
    expect(await collect(log.readAll({ direction: 'backwards' }))).toMatchObject(
      current.toReversed(),
    );
    expect(followed).toMatchObject(current);
    expect((await log.readStreamSlice('c-1', 2))[0]).not.toHaveProperty('storedSchemaVersion');
  });

  it('leaves what is stored as it is', async () => {
    await upcasting(stored, new Upcasters([withKind, withAttendance])).readAllSlice();
    expect(await stored.readAllSlice()).toMatchObject([first, second, third]);
  });

  it('stops at an event of a newer version than it knows, and says what it knows', async () => {
    const log = upcasting(stored, new Upcasters([withKind]));
    const error = await log.readAllSlice().catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UnknownSchemaVersion);
    expect(error).toMatchObject({
      eventType: 'MeetingHeld',
      schemaVersion: 3,
      newestKnown: 2,
      eventId: third.id,
    });
    expect(await log.readStreamSlice('c-1', 0, { maxCount: 2 })).toHaveLength(2);
  });

  it('refuses to append an event of a newer version than it knows', async () => {
    const log = upcasting(stored, new Upcasters([withKind]));
    const appending = log.append('c-2', 'no-stream', [{ ...third, id: givenEvent(4).id }]);
    await expect(appending).rejects.toThrow(UnknownSchemaVersion);
    await log.append('c-2', 'no-stream', [{ ...second, id: givenEvent(4).id }]);
    expect(await log.head()).toBe(4n);
  });
});

describe('upcasters', () => {
  it.each([
    ['a gap', [withAttendance]],
    ['two steps from one version', [withKind, withKind]],
  ])('refuse %s', (_what, steps) => {
    expect(() => new Upcasters(steps)).toThrow(RangeError);
  });

  it('know the current version of each type', () => {
    const upcasters = new Upcasters([withKind, withAttendance]);
    expect(upcasters.currentVersion('MeetingHeld')).toBe(3);
    expect(upcasters.currentVersion('MemberAdmitted')).toBe(1);
  });
});
