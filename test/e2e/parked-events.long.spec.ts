import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as elapsed } from 'node:timers/promises';
import { openLogToCopy } from '#composition';
import type { EventMetadata, NewEvent } from '#event-log';
import { EventStoreDouble } from '../eventstore-double';
import { found, Installation } from '../support';
import type { RunningService } from '../support';

const STATUS = `{ status { eventsSetAside projections {
  name state error stoppedAt { event type stream revision } leftOut { event reason cause }
} } }`;
const NAMES = '{ organisation(id: "cell") { id name } }';

interface Status {
  readonly status: {
    readonly eventsSetAside: number;
    readonly projections: readonly {
      readonly name: string;
      readonly state: string;
      readonly error: string | null;
      readonly stoppedAt: { readonly event: string } | null;
      readonly leftOut: readonly { readonly event: string }[];
    }[];
  };
}

const METADATA: EventMetadata = {
  effectiveAt: '2024-03-01T00:00:00+07:00',
  actor: { id: 'clerk', role: 'SECRETARY', organisation: 'ward' },
  commandId: 'of-a-newer-program',
  correlationId: 'of-a-newer-program',
  tags: { organisations: ['cell', 'ward'], members: [], cases: [] },
};

/** Records what no command of this program would, behind what is in the stream. */
async function record(
  eventLogUrl: string,
  stream: string,
  change: Partial<NewEvent>,
): Promise<NewEvent> {
  const event = {
    id: randomUUID(),
    type: 'OrganisationRenamed',
    schemaVersion: 1,
    data: { organisation: 'cell', name: 'Chi bộ' },
    metadata: METADATA,
    ...change,
  };
  const log = openLogToCopy({ eventLogUrl });
  try {
    const before = await log.readStreamSlice(stream, 0);
    await log.append(stream, before.length === 0 ? 'no-stream' : before.length - 1, [event]);
    return event;
  } finally {
    await log.close();
  }
}

async function statusOf({ client }: RunningService): Promise<Status['status']> {
  return (await client.ask<Status>(STATUS)).status;
}

const extensionsOf = async ({ client }: RunningService): Promise<unknown> =>
  Reflect.get(await client.post(NAMES), 'extensions');

/** Ready it is before that: whoever goes on is behind at first, as after a start. */
async function untilAllLeaveOut(service: RunningService, event: string): Promise<void> {
  for (;;) {
    const { projections } = await statusOf(service);
    if (projections.every(({ leftOut }) => leftOut.some((left) => left.event === event))) return;
    await elapsed(20);
  }
}

/** Not ready it is as soon as the first one stopped. */
async function untilAllStopped(service: RunningService): Promise<Status['status']> {
  for (;;) {
    const status = await statusOf(service);
    if (status.projections.every(({ state }) => state === 'STOPPED')) return status;
    await elapsed(20);
  }
}

const metricsOf = async (service: RunningService) => (await service.get('/metrics')).text();

describe('an event that a newer program recorded', () => {
  let double: EventStoreDouble;
  let installation: Installation;
  let service: RunningService;
  let unknown: NewEvent;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    installation = new Installation({ EVENT_LOG_URL: double.url });
    service = await installation.start();
    await service.untilReadinessIs(200);
    await found(service.client, 'ward', ['cell']);
  });

  afterAll(async () => {
    await installation.remove();
    await double.stop();
  });

  it("of somebody else's does not count: it is set aside, counted and told", async () => {
    await double.tell({ kind: 'foreign-events', stream: 'organisation-cell', count: 2 });
    const renaming = {
      organisation: 'cell',
      name: 'Chi bộ một',
      effectiveAt: '2024-02-01T00:00:00+07:00',
    };
    await service.client.give('renameOrganisation', renaming);
    await service.untilItSays('are set aside');
    await service.untilReadinessIs(200);

    expect((await statusOf(service)).eventsSetAside).toBe(2);
    expect(await metricsOf(service)).toContain('four_good_set_aside_events 2');
    expect(await extensionsOf(service)).toBeUndefined();
  });

  it('stops every read model there, which status, log, metrics and readiness say', async () => {
    unknown = await record(double.url, 'organisation-cell', { type: 'OrganisationTwinned' });
    await service.untilReadinessIs(503);
    const { projections } = await untilAllStopped(service);
    const at = {
      event: unknown.id,
      type: 'OrganisationTwinned',
      stream: 'organisation-cell',
      revision: 4,
    };

    expect(projections.map(({ stoppedAt }) => stoppedAt)).toEqual(projections.map(() => at));
    expect(projections[0]?.error).toContain('upgrade this program');
    expect(await (await service.get('/readyz')).json()).toMatchObject({
      projections: projections.map(() => ({ stoppedAt: at })),
    });
    await service.untilItSays('A projection stopped and does not go on');
    expect(await metricsOf(service)).toMatch(
      /four_good_projection_stopped_at\{.*type="OrganisationTwinned",stream="organisation-cell",revision="4"\} 1/,
    );
  });

  it('keeps commands from deciding on the part of its stream that can be read', async () => {
    const renaming = {
      organisation: 'cell',
      name: 'Chi bộ hai',
      effectiveAt: '2024-04-01T00:00:00+07:00',
    };
    const { errors } = await service.client.attempt('renameOrganisation', renaming);

    expect(errors).toMatchObject([
      { extensions: { code: 'UNAVAILABLE', event: unknown.id, type: 'OrganisationTwinned' } },
    ]);
  });

  it('is left out once it is parked, which every answer says, and taken up again', async () => {
    const parked = await installation.rebuild([
      'park',
      '--event',
      unknown.id,
      '--reason',
      'Chưa nâng cấp',
    ]);
    expect(parked).toMatchObject({ code: 0, stderr: '' });
    expect(parked.stdout).toContain(
      `${unknown.id} OrganisationTwinned (stream organisation-cell, revision 4`,
    );
    await untilAllLeaveOut(service, unknown.id);
    await service.untilReadinessIs(200);
    const left = {
      event: unknown.id,
      stream: 'organisation-cell',
      revision: 4,
      reason: 'Chưa nâng cấp',
    };
    expect(await extensionsOf(service)).toMatchObject({
      leftOut: expect.arrayContaining([
        expect.objectContaining({
          ...left,
          readModel: 'organisations',
          organisations: ['cell', 'ward'],
        }),
      ]),
    });
    expect((await statusOf(service)).projections[0]?.leftOut).toMatchObject([
      { event: unknown.id },
    ]);
    expect(await metricsOf(service)).toMatch(/four_good_projection_left_out_events\{.*\} 1/);
    expect((await installation.rebuild(['parked'])).stdout).toContain('Chưa nâng cấp');

    const retried = await installation.rebuild(['retry', '--event', unknown.id]);
    expect(retried).toMatchObject({ code: 0, stderr: '' });
    await service.untilReadinessIs(503);
    expect((await installation.rebuild(['parked'])).stdout).toBe('No event is parked.\n');
  });
});

describe('an event that some read models cannot apply', () => {
  const installation = new Installation();
  const url = `sqlite:${join(installation.dataDir, 'log.db')}`;
  let broken: NewEvent;
  let service: RunningService;

  beforeAll(async () => {
    const first = await installation.start();
    await found(first.client, 'ward', ['cell']);
    await first.stop();
    broken = await record(url, 'organisation-cell', { data: null });
    service = await installation.start();
  });

  afterAll(() => installation.remove());

  it('stops those, and is parked beside the service that has the log open', async () => {
    await service.untilItSays('A projection stopped and does not go on');
    const order = ['park', '--event', broken.id, '--reason', 'Recorded by a defect'];
    expect(await installation.rebuild(order)).toMatchObject({ code: 0, stderr: '' });
    while ((await extensionsOf(service)) === undefined) await elapsed(20);
    await service.untilReadinessIs(200);

    const { projections } = await statusOf(service);
    expect(new Set(projections.map(({ state }) => state))).toEqual(new Set(['RUNNING']));
    expect(await extensionsOf(service)).toMatchObject({
      leftOut: expect.arrayContaining([expect.objectContaining({ event: broken.id })]),
    });
  });

  it.each([
    [
      'an event that is not there',
      ['park', '--event', randomUUID(), '--reason', 'x'],
      'holds no event',
    ],
    ['no reason', ['park', '--event', randomUUID()], "required option '--reason <text>'"],
    [
      'an empty reason',
      ['park', '--event', randomUUID(), '--reason', ' '],
      '--reason takes one line',
    ],
    ['to retry what is not parked', ['retry', '--event', randomUUID()], 'is not parked'],
  ])('refuses %s', async (_what, words, reason) => {
    const refused = await installation.rebuild(words);

    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(reason);
  });
});
